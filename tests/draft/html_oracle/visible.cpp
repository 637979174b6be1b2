// Prints what replylint takes for the visible text of an HTML file, without the
// marks that it puts before list items: browsers paint those, but do not count
// them as text.

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "replylint/draft.hpp"

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  std::ifstream file(argv[1], std::ios::binary);
  if (!file) return 2;
  const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  const replylint::Draft draft = replylint::read_draft(bytes, replylint::Format::html);
  for (const auto& piece : draft.source_map.pieces()) {
    const std::string shown = draft.text.substr(piece.text, piece.text_size);
    const bool made_up = piece.source_size == 0;
    if (!made_up || shown.find_first_not_of("\n\t") == std::string::npos) std::cout << shown;
  }
}
