#include "text/contractions.hpp"

#include "catch.hpp"
#include "text/document.hpp"
#include "text/reading.hpp"

namespace replylint::text {
namespace {

struct Row {
  const char* text;
  const char* forms;
  std::vector<Span> spans;
};

// A word in every way of writing its apostrophe.
std::vector<std::string> spellings(const std::string& word) {
  const std::size_t at = word.find('\'');
  std::vector<std::string> all;
  for (const char* apostrophe : {"'", "’", "‘", "`", "´", "ʼ", "＇"}) {
    all.push_back(word.substr(0, at) + apostrophe + word.substr(at + 1));
  }
  return all;
}

}  // namespace

TEST_CASE("a contraction is two words, each on its bytes") {
  const std::vector<Row> rows{
      {"don't", "do not", {{0, 2}, {2, 5}}},
      {"can't", "can not", {{0, 3}, {3, 5}}},
      {"cannot", "can not", {{0, 3}, {3, 6}}},
      {"can not", "can not", {{0, 3}, {4, 7}}},
      {"won't", "will not", {{0, 2}, {2, 5}}},
      {"shan't", "shall not", {{0, 3}, {3, 6}}},
      {"ain't", "is not", {{0, 2}, {2, 5}}},
      {"dont", "do not", {{0, 2}, {2, 4}}},
      {"wont", "will not", {{0, 2}, {2, 4}}},
      {"did'nt", "did not", {{0, 3}, {3, 6}}},
      {"you've", "you have", {{0, 3}, {3, 6}}},
      {"youve", "you have", {{0, 3}, {3, 5}}},
      {"they're", "they are", {{0, 4}, {4, 7}}},
      {"I'm", "i am", {{0, 1}, {1, 3}}},
      {"we'll", "we will", {{0, 2}, {2, 5}}},
      {"you'd", "you 'd", {{0, 3}, {3, 5}}},
      {"it's", "it 's", {{0, 2}, {2, 4}}},
      {"thats", "that 's", {{0, 4}, {4, 5}}},
      {"let's", "let us", {{0, 3}, {3, 5}}},
      {"y'all", "you all", {{0, 1}, {1, 5}}},
      {"gonna", "going to", {{0, 3}, {3, 5}}},
      {"wouldn't've", "would not have", {{0, 5}, {5, 8}, {8, 11}}},
      {"I'd've", "i 'd have", {{0, 1}, {1, 3}, {3, 6}}},
      {"don’t", "do not", {{0, 2}, {2, 7}}},
      {"José’s", "josé 's", {{0, 5}, {5, 9}}},
      {"WON’T", "will not", {{0, 2}, {2, 7}}},
      {"ｃａｎ’ｔ", "can not", {{0, 9}, {9, 15}}},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const Document document = read_document(row.text);
    CHECK(forms_of(document) == row.forms);
    std::vector<Span> spans;
    for (const Token& token : document.tokens) spans.push_back(token.span());
    CHECK(spans == row.spans);
  }
}

TEST_CASE("every apostrophe counts") {
  const std::vector<Row> rows{
      {"couldn't", "could not", {}}, {"we're", "we are", {}}, {"I've", "i have", {}},
      {"she'll", "she will", {}},    {"who'd", "who 'd", {}},
  };
  for (const Row& row : rows) {
    for (const std::string& spelling : spellings(row.text)) {
      INFO(spelling);
      CHECK(forms_of(read_document(spelling)) == row.forms);
    }
  }
}

TEST_CASE("forms without apostrophe that are no other word") {
  for (const char* verb : {"do", "ca", "did", "does", "is", "was", "were", "would", "could",
                           "should", "has", "have", "had", "are", "wo"}) {
    INFO(verb);
    const Document document = read_document(std::string(verb) + "nt");
    REQUIRE(document.tokens.size() == 2);
    CHECK(document.tokens.back().form == "not");
    CHECK(document.tokens.back().has(flag_contraction));
    CHECK_FALSE(document.tokens.front().has(flag_contraction));
  }
}

TEST_CASE("these are no contractions") {
  for (const char* word : {"well", "ill", "shell", "id", "were", "its", "lets", "wed", "hell",
                           "o'clock", "n't", "'s", "", "not", "'"}) {
    INFO(word);
    CHECK_FALSE(split_contraction(word).has_value());
  }
}

TEST_CASE("many endings in a row make a word of at most three parts") {
  std::string word = "a";
  for (int i = 0; i < 1000; ++i) word += "'s";
  const Document document = read_document(word);
  CHECK(document.tokens.size() == 3);
  CHECK(document.tokens.back().end == word.size());
}

}  // namespace replylint::text
