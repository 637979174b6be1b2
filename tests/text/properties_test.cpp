// What holds for every text.
#include <unicode/brkiter.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>

#include <algorithm>
#include <array>
#include <memory>
#include <random>

#include "catch.hpp"
#include "text/document.hpp"
#include "text/reading.hpp"
#include "text/utf8.hpp"

namespace replylint::text {
namespace {

constexpr std::array pieces{
    "a",      "Z",         "don't",  "we",      "OK", "e-mail", "7",      "1,5",  "5pm", "'",
    "’",      "\"",        "“",      "”",       "‘",  "`",      ".",      "..",   "!",   "?",
    "…",      "。",        ",",      ":",       ";",  "(",      ")",      "-",    "--",  "—",
    " ",      "  ",        "\n",     "\r",      "\t", "\r\n",   "\u2028", "\n\n", "- ",  "1. ",
    "é",      "ß",         "İ",      "\u0301",  "中", "の",     "ไทย",    "한",   "😀",   "\u200D",
    "\uFE0F", "🇬",         "🇧",      "1️⃣", ":)", "<3",     "@",      "#",    "$",   "€",
    "_",      "\u00AD",    "\uFEFF", "\0x",     "�",  "Mr.",    "etc",    "'s",   "n't", "’ve",
    "ﬁ",      "ｄｏｎ'ｔ", "٣",      "٪"};

std::string random_text(std::mt19937& random, bool ascii) {
  std::uniform_int_distribution<std::size_t> pick(0, pieces.size() - 1);
  std::uniform_int_distribution<int> length(0, 60);
  std::uniform_int_distribution<int> byte(0, 127);
  std::string text;
  for (int i = length(random); i > 0; --i) {
    if (ascii) {
      text += static_cast<char>(byte(random));
    } else {
      text += pieces.at(pick(random));
    }
  }
  return text;
}

bool is_boundary(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

// The first thing that is wrong, or nothing.
std::string fault_of(std::string_view text, const Document& document) {
  std::size_t end = 0;
  for (const Token& token : document.tokens) {
    if (token.start < end || token.end <= token.start || token.end > text.size()) return "order";
    if (!is_boundary(text, token.start) || !is_boundary(text, token.end)) return "boundary";
    if (token.kind != TokenKind::placeholder && token.form.empty()) return "empty form";
    if (!is_valid_utf8(token.form)) return "form is not UTF-8";
    end = token.end;
  }
  std::uint32_t next = 0;
  std::uint32_t paragraph = 0;
  std::size_t before = 0;
  for (const Sentence& sentence : document.sentences) {
    if (sentence.first != next || sentence.last <= sentence.first) return "tokens of a sentence";
    next = sentence.last;
    if (sentence.span.start != document.tokens[sentence.first].start) return "sentence start";
    if (sentence.span.end < document.tokens[sentence.last - 1].end) return "sentence end";
    if (sentence.span.start < before || sentence.span.end > text.size()) return "sentence order";
    if (!is_boundary(text, sentence.span.end)) return "sentence boundary";
    if (sentence.paragraph < paragraph) return "paragraph";
    paragraph = sentence.paragraph;
    before = sentence.span.end;
  }
  return next == document.tokens.size() ? "" : "token without sentence";
}

// Cuts `text` into stretches of random kinds, some of it left out.
std::vector<Stretch> random_stretches(std::mt19937& random, std::string_view text) {
  std::uniform_int_distribution<int> step(1, 12);
  std::uniform_int_distribution<int> kind(0, 5);
  std::vector<Stretch> stretches;
  std::size_t from = 0;
  while (from < text.size()) {
    std::size_t to = std::min(text.size(), from + static_cast<std::size_t>(step(random)));
    while (!is_boundary(text, to)) ++to;
    const int k = kind(random);
    if (k < 4) stretches.push_back({{from, to}, TokenKind::word});
    if (k == 4) stretches.push_back({{from, to}, TokenKind::placeholder});
    from = to;
  }
  return stretches;
}

}  // namespace

TEST_CASE("tokens and sentences of any text are in order and whole") {
  std::mt19937 random(20240501);
  for (int round = 0; round < 4000; ++round) {
    const std::string text = random_text(random, round % 4 == 0);
    INFO(text);
    REQUIRE(is_valid_utf8(text));
    REQUIRE(fault_of(text, read_document(text)).empty());
    const std::vector<Stretch> stretches = random_stretches(random, text);
    const Document document = read_document(text, stretches);
    REQUIRE(fault_of(text, document).empty());
    for (const Token& token : document.tokens) {
      const auto holds = [&](const Stretch& s) { return s.span.contains(token.span()); };
      REQUIRE(std::any_of(stretches.begin(), stretches.end(), holds));
    }
  }
}

TEST_CASE("case does not change the forms of ASCII") {
  std::mt19937 random(7);
  for (int round = 0; round < 1000; ++round) {
    std::string text;
    std::uniform_int_distribution<int> letter('a', 'z');
    for (int i = 0; i < 40; ++i) {
      text += i % 6 == 5 ? (i % 12 == 5 ? ' ' : '\'') : static_cast<char>(letter(random));
    }
    std::string upper = text;
    std::transform(upper.begin(), upper.end(), upper.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    INFO(text);
    REQUIRE(forms_of(read_document(text)) == forms_of(read_document(upper)));
  }
}

TEST_CASE("every word that ICU finds is covered") {
  const std::vector<const char*> texts{
      "We're sorry that your parcel hasn't arrived; it left our warehouse on Monday, 3 June.",
      "Ms. O'Neill asked for a follow-up by e-mail (order AB-1234, £12.50) at 10:30 a.m. today!",
      "“Nous sommes désolés”, dit-elle : l’été fut très chargé. Größere Pakete dauern länger.",
      "Żółć i łódź: naïve café, coöperate, smörgåsbord; ¿Dónde está? ¡Aquí!",
      "please_wait for version v2.1.3 of the app,then re-install it/try again ASAP...ok?",
      "Здравствуйте! Ваш заказ отправлен. Γειά σου Κόσμε. שלום עולם. 고객님, 감사합니다.",
  };
  for (const char* utf8 : texts) {
    const std::string text = utf8;
    const Document document = read_document(text);
    std::vector<bool> covered(text.size());
    for (const Token& token : document.tokens) {
      for (std::size_t i = token.start; i < token.end; ++i) covered[i] = true;
    }
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> words(
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    UText input = UTEXT_INITIALIZER;
    utext_openUTF8(&input, text.data(), static_cast<int64_t>(text.size()), &status);
    words->setText(&input, status);
    REQUIRE(U_SUCCESS(status));
    int found = 0;
    int32_t start = words->first();
    for (int32_t end = words->next(); end != icu::BreakIterator::DONE; end = words->next()) {
      if (words->getRuleStatus() >= UBRK_WORD_LETTER) {
        const auto from = static_cast<std::size_t>(start);
        const std::string word = text.substr(from, static_cast<std::size_t>(end) - from);
        INFO(text);
        INFO(word);
        // ICU's words hold "." and "_", which stand between tokens of ours.
        for (std::size_t i = 0; i < word.size(); ++i) {
          CHECK((covered[from + i] || word[i] == '.' || word[i] == '_'));
        }
        ++found;
      }
      start = end;
    }
    CHECK(found > 5);
    utext_close(&input);
  }
}

}  // namespace replylint::text
