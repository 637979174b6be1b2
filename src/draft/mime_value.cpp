#include "draft/mime_value.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <tuple>
#include <utility>

#include "draft/ascii.hpp"

namespace replylint {

namespace {

// Skips white space and comments in parentheses.
void skip_blank(std::string_view& rest) {
  int comment = 0;
  while (!rest.empty()) {
    const char c = rest.front();
    if (c == '(') {
      ++comment;
    } else if (c == ')' && comment > 0) {
      --comment;
    } else if (comment == 0 && !ascii::is_space(c)) {
      return;
    }
    rest.remove_prefix(1);
  }
}

std::string read_quoted(std::string_view& rest) {
  std::string out;
  rest.remove_prefix(1);
  while (!rest.empty() && rest.front() != '"') {
    if (rest.front() == '\\' && rest.size() > 1) rest.remove_prefix(1);
    out += rest.front();
    rest.remove_prefix(1);
  }
  if (!rest.empty()) rest.remove_prefix(1);
  return out;
}

std::string read_token(std::string_view& rest, std::string_view stops) {
  const std::size_t end = std::min(rest.find_first_of(stops), rest.size());
  std::string out(ascii::trim(rest.substr(0, end)));
  rest.remove_prefix(end);
  return out;
}

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    unsigned byte = 0;
    const char* const digits = text.data() + at + 1;
    if (text[at] == '%' && at + 2 < text.size() &&
        std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2) {
      out += static_cast<char>(byte);
      at += 2;
    } else {
      out += text[at];
    }
  }
  return out;
}

// A piece of a parameter: "name*1*" is the second piece of "name", encoded.
struct Piece {
  std::string name;
  unsigned number = 0;
  bool encoded = false;
};

Piece read_piece(std::string_view name) {
  Piece piece;
  if (name.ends_with('*')) {
    piece.encoded = true;
    name.remove_suffix(1);
  }
  const std::size_t star = name.rfind('*');
  if (star != std::string_view::npos) {
    const std::string_view digits = name.substr(star + 1);
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), piece.number);
    if (read.ec == std::errc() && read.ptr == digits.data() + digits.size()) {
      name = name.substr(0, star);
    }
  }
  piece.name = name;
  return piece;
}

// Joins what was written in pieces; names and values without a charset are ASCII.
void join_pieces(std::vector<MimeValue::Parameter>& parameters) {
  const auto has_star = [](const MimeValue::Parameter& p) {
    return p.name.find('*') != std::string::npos;
  };
  if (std::none_of(parameters.begin(), parameters.end(), has_star)) return;
  struct Found {
    Piece piece;
    std::string value;
  };
  std::vector<Found> found;
  for (MimeValue::Parameter& parameter : parameters) {
    if (has_star(parameter)) {
      found.push_back({read_piece(parameter.name), std::move(parameter.value)});
    }
  }
  std::erase_if(parameters, has_star);
  std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
    return std::tie(a.piece.name, a.piece.number) < std::tie(b.piece.name, b.piece.number);
  });
  std::vector<MimeValue::Parameter> joined;
  for (Found& f : found) {
    std::string_view value = f.value;
    const bool first = joined.empty() || joined.back().name != f.piece.name;
    if (first && f.piece.encoded) {
      // charset'language'value
      const std::size_t language = value.find('\'');
      const std::size_t text =
          language == std::string_view::npos ? language : value.find('\'', language + 1);
      if (text != std::string_view::npos) value.remove_prefix(text + 1);
    }
    if (first) joined.push_back({f.piece.name, {}});
    joined.back().value += f.piece.encoded ? percent_decoded(value) : std::string(value);
  }
  // They say more than a plain one of that name, which is there for old readers.
  joined.insert(joined.end(), std::make_move_iterator(parameters.begin()),
                std::make_move_iterator(parameters.end()));
  parameters = std::move(joined);
}

}  // namespace

std::string_view MimeValue::parameter(std::string_view name) const {
  const auto found = std::find_if(parameters.begin(), parameters.end(),
                                  [&](const Parameter& p) { return p.name == name; });
  return found == parameters.end() ? std::string_view() : std::string_view(found->value);
}

MimeValue parse_mime_value(std::string_view field) {
  MimeValue out;
  skip_blank(field);
  out.value = ascii::to_lower(read_token(field, ";( \t,"));
  while (!field.empty()) {
    // Anything up to the next semicolon was no parameter.
    field.remove_prefix(std::min(field.find(';'), field.size()));
    if (!field.empty()) field.remove_prefix(1);
    skip_blank(field);
    MimeValue::Parameter parameter;
    parameter.name = ascii::to_lower(read_token(field, "=;"));
    if (field.starts_with('=')) {
      field.remove_prefix(1);
      skip_blank(field);
      parameter.value = field.starts_with('"') ? read_quoted(field) : read_token(field, "; \t(");
    }
    if (!parameter.name.empty()) out.parameters.push_back(std::move(parameter));
  }
  join_pieces(out.parameters);
  return out;
}

}  // namespace replylint
