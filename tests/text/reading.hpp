// What tests of the reader print of a Document.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/document.hpp"

namespace replylint::text {

// Forms of all tokens, joined by " ".
inline std::string forms_of(const Document& document) {
  std::string forms;
  for (const Token& token : document.tokens) {
    if (!forms.empty()) forms += ' ';
    forms += token.form;
  }
  return forms;
}

// Forms of the tokens that have the flag, joined by " ".
inline std::string forms_with(const Document& document, TokenFlag flag) {
  std::string forms;
  for (const Token& token : document.tokens) {
    if (!token.has(flag)) continue;
    if (!forms.empty()) forms += ' ';
    forms += token.form;
  }
  return forms;
}

inline std::vector<std::string> sentences_of(std::string_view text, const Document& document) {
  std::vector<std::string> sentences;
  for (const Sentence& sentence : document.sentences) {
    sentences.emplace_back(text.substr(sentence.span.start, sentence.span.size()));
  }
  return sentences;
}

}  // namespace replylint::text
