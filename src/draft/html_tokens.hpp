// The tags and the text of HTML, in order, as the standard's tokenizer sees
// them. Comments, declarations and processing instructions are passed over.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "replylint/span.hpp"

namespace replylint {

struct HtmlToken {
  enum class Kind { text, start, end };
  struct Attribute {
    std::string name;        // in lower case
    std::string_view value;  // as it stands, character references and all
  };

  Kind kind = Kind::text;
  Span span;                          // in the HTML, angle brackets included
  std::string name;                   // of a tag, in lower case
  std::vector<Attribute> attributes;  // of a start tag; only those that tell something here
  bool self_closing = false;          // "/>"

  // Value of the attribute; nothing where the tag has none of that name.
  [[nodiscard]] std::optional<std::string_view> attribute(std::string_view wanted) const;
};

class HtmlTokens {
 public:
  // `html` has "\n" at the end of its lines and outlives this.
  explicit HtmlTokens(std::string_view html);

  // Reads the next token; false at the end. All tokens together take linear time.
  bool next();
  [[nodiscard]] const HtmlToken& token() const { return token_; }

  // Goes on at the end tag of an element whose content is no markup (<script>),
  // or at the end of everything. Call it behind that element's start tag.
  void skip_content();

  // Behind what was read, in the HTML.
  [[nodiscard]] std::size_t position() const { return at_; }

  // Where the first tag, comment or script begins that never ends. Such a tag is
  // read as text, and quotation marks mean nothing in tags behind it; the others
  // reach to the end.
  [[nodiscard]] std::optional<std::size_t> unclosed() const { return unclosed_; }

 private:
  [[nodiscard]] bool begins_markup(std::size_t at) const;
  std::size_t end_of_comment(std::size_t at);
  void read_text();
  bool read_tag();
  bool read_attributes(std::size_t at);
  std::size_t read_attribute(std::size_t at);
  void note_unclosed(std::size_t at);

  std::string_view html_;
  std::size_t at_ = 0;
  HtmlToken token_;
  std::size_t last_close_;  // of any ">"
  bool quotes_broken_ = false;
  std::optional<std::size_t> unclosed_;
};

// The name in "<name ...>", in lower case.
[[nodiscard]] std::string html_tag_name(std::string_view tag);

// The text of an attribute's value.
[[nodiscard]] std::string attribute_text(std::string_view value);

}  // namespace replylint
