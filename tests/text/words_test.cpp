#include "catch.hpp"
#include "text/document.hpp"
#include "text/reading.hpp"

namespace replylint::text {
namespace {

struct Row {
  const char* text;
  const char* forms;
};

struct KindRow {
  const char* text;
  TokenKind kind;
  const char* form;
};

struct FlagRow {
  const char* text;
  TokenFlag flag;
  const char* forms;  // of the tokens that have it
};

}  // namespace

TEST_CASE("text is cut into folded words") {
  const std::vector<Row> rows{
      {"", ""},
      {" \t\n ", ""},
      {"...!?", ""},
      {"-----\n*****", ""},
      {"Please Wait", "please wait"},
      {"a follow-up call", "a follow up call"},
      {"state\u2011of\u2010the-art", "state of the art"},
      {"e-mail, E-Mails, e-mailed", "email emails emailed"},
      {"e-commerce", "e commerce"},
      {"the customers' o'clock", "the customers o'clock"},
      {"AB-1234 and SAVE10", "ab-1234 and save10"},
      {"a level-headed team", "a level headed team"},
      {"first_name _note_ __x", "first_name note x"},
      {"@Anna, write to @115714 @ noon", "@anna write to @115714 noon"},
      {"anna@example.com", "anna example com"},
      {"^AB", "ab"},
      {"and/or", "and or"},
      {"so\u00ADlu\u00ADtion", "solution"},
      {"\u200Eleft\u200E to\u200Bright", "left to right"},
      {"Ｆｕｌｌ　ｗｉｄｔｈ", "full width"},
      {"ÉCOLE Straße Ünïcode", "école strasse ünïcode"},
      {"cafe\u0301 au lait", "café au lait"},
      {"ПРИВЕТ мир", "привет мир"},
      {"고객님 감사합니다", "고객님 감사합니다"},
      {"नमस्ते दुनिया", "नमस्ते दुनिया"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(forms_of(read_document(row.text)) == row.forms);
  }
}

TEST_CASE("scripts without spaces are cut by a dictionary") {
  const std::vector<Row> rows{
      {"请问订单", "请问 订单"},
      {"สวัสดีครับ", "สวัสดี ครับ"},
      {"Hello 世界!", "hello 世界"},
      {"コーヒー", "コーヒー"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(forms_of(read_document(row.text)) == row.forms);
  }
}

TEST_CASE("numbers keep what stands inside them") {
  const std::vector<Row> rows{
      {"1,200.50", "1,200.50"},
      {"10:30", "10:30"},
      {"24/7.", "24/7"},
      {"12/05/2024, then", "12/05/2024 then"},
      {"5pm", "5 pm"},
      {"10a.m.", "10 a m"},
      {"1st 2ND 3rd 4th", "1st 2nd 3rd 4th"},
      {"£5 $1,000 5€", "£5 $1,000 5€"},
      {"$ and 5", "and 5"},
      {"#123", "#123"},
      {"1Z999AA10", "1z999aa10"},
      {"12AB-34", "12ab-34"},
      {"2-3 days", "2 3 days"},
      {"v1.2", "v1 2"},
      {"٣٤", "٣٤"},
      {"１２", "12"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(forms_of(read_document(row.text)) == row.forms);
  }
}

TEST_CASE("the kind of a token") {
  const std::vector<KindRow> rows{
      {"word", TokenKind::word, "word"},
      {"42", TokenKind::number, "42"},
      {"#42", TokenKind::number, "#42"},
      {"£42", TokenKind::number, "£42"},
      {"A42", TokenKind::word, "a42"},
      {"@anna", TokenKind::word, "@anna"},
      {"😀", TokenKind::emoji, "😀"},
      {"👍🏽", TokenKind::emoji, "👍🏽"},
      {"👩\u200D👩\u200D👧", TokenKind::emoji, "👩\u200D👩\u200D👧"},
      {"❤\uFE0F", TokenKind::emoji, "❤\uFE0F"},
      {"❤\uFE0F\u200D🔥", TokenKind::emoji, "❤\uFE0F\u200D🔥"},
      {"1\uFE0F\u20E3", TokenKind::emoji, "1\uFE0F\u20E3"},
      {"#\uFE0F\u20E3", TokenKind::emoji, "#\uFE0F\u20E3"},
      {"🇬🇧", TokenKind::emoji, "🇬🇧"},
      {":-)", TokenKind::emoji, ":-)"},
      {":(", TokenKind::emoji, ":("},
      {":D", TokenKind::emoji, ":D"},
      {"<3", TokenKind::emoji, "<3"},
  };
  for (const KindRow& row : rows) {
    INFO(row.text);
    const Document document = read_document(row.text);
    REQUIRE(document.tokens.size() == 1);
    CHECK(document.tokens.front().kind == row.kind);
    CHECK(document.tokens.front().form == row.form);
  }
}

TEST_CASE("neighbouring emoji are apart, and what only looks like a face is none") {
  const std::vector<Row> rows{
      {"😀😀", "😀 😀"},
      {"🇬🇧🇺🇸", "🇬🇧 🇺🇸"},
      {"thanks:) ;)", "thanks :) ;)"},
      {"Re:Dave", "re dave"},
      {"http://x", "http x"},
      {"(see 1:)", "see 1"},
      {"© 2024 Acme™", "2024 acme"},
      {"\u2122\uFE0F", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(forms_of(read_document(row.text)) == row.forms);
  }
}

TEST_CASE("flags of a token") {
  const std::vector<FlagRow> rows{
      {"Anna and USB or iPhone Élan", flag_capitalised, "anna usb élan"},
      {"I DO not SHOUT ÉTÉ ok A", flag_all_caps, "do shout été"},
      {"DON'T I'M we'RE", flag_all_caps, "do not i am"},
      {"no, yes; ok: (so) a - b \u2013 c \u2014 d -- e", flag_clause_break, "yes ok so a b c d e"},
      {"a- b -c", flag_clause_break, "b c"},
      {"well-known Wi-Fi and/or 24-hour minus -5", flag_clause_break, ""},
      {"wait… then", flag_clause_break, "then"},
      {"(Sorry) about that", flag_clause_break, "about"},
      {"sooo pleeease www III soo aaa", flag_elongated, "sooo pleeease"},
      {"AB-1234 SAVE10 10 plain", flag_has_digit, "ab-1234 save10"},
      {"£5 5€ $5.00 5 EUR", flag_currency, "£5 5€ $5.00"},
      {"can't cannot do not", flag_contraction, "not not"},
  };
  for (const FlagRow& row : rows) {
    INFO(row.text);
    CHECK(forms_with(read_document(row.text), row.flag) == row.forms);
  }
}

}  // namespace replylint::text
