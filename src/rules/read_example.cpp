#include "rules/read_example.hpp"

namespace replylint::rules {

namespace {

// Takes the braces out of `text` and notes what they marked. `{{` and `}}` are
// of placeholders and stay. False where braces do not pair.
bool take_marks(std::string_view text, Example& example) {
  constexpr std::size_t none = std::string_view::npos;
  std::size_t open = none;  // where the open mark begins in the example's text
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const bool doubled = at + 1 < text.size() && text[at + 1] == c;
    const bool literal =
        at > 0 && (text[at - 1] == '%' || text[at - 1] == '#' || text[at - 1] == '$');
    if ((c == '{' || c == '}') && doubled) {
      example.text.append(2, c);
      ++at;
    } else if (c == '{' && (literal || (at + 1 < text.size() && text[at + 1] == '%'))) {
      // A placeholder of another style, %{…}, #{…}, ${…} or {%…%}: up to its end.
      const std::size_t close = text.find('}', at);
      if (close == std::string_view::npos) return false;
      example.text += text.substr(at, close + 1 - at);
      at = close;
    } else if (c == '{') {
      if (open != none) return false;
      open = example.text.size();
    } else if (c == '}') {
      if (open == none) return false;
      example.marks.push_back({open, example.text.size()});
      open = none;
    } else {
      example.text += c;
    }
  }
  return open == none;
}

// flagged: the stretches themselves, one after another, where braces in the
// draft mean something else.
void mark_stretches(const Fields& fields, const YamlNode& draft, const YamlNode& flagged,
                    Example& example) {
  example.text = fields.text(draft);
  std::size_t at = 0;
  for (const YamlNode* item : fields.items(flagged)) {
    const std::string words = fields.text(*item);
    const std::size_t found = words.empty() ? std::string::npos : example.text.find(words, at);
    if (found == std::string::npos) {
      fields.complain(*item, "this does not stand in the draft, behind what stands before it here");
      continue;
    }
    at = found + words.size();
    example.marks.push_back({found, at});
  }
}

}  // namespace

std::optional<Example> read_example(const Fields& fields, const YamlNode& node,
                                    std::vector<Reference>& references) {
  Example example;
  example.line = node.line;
  example.column = node.column;
  const YamlNode* draft = &node;
  if (const auto* map = node.map()) {
    fields.check_keys(*map,
                      {"draft", "customer", "situation", "channel", "mode", "product", "flagged"});
    draft = Fields::find(*map, "draft");
    if (const auto* customer = Fields::find(*map, "customer")) {
      example.customer = fields.text(*customer);
    }
    if (const auto* situation = Fields::find(*map, "situation")) {
      for (const YamlNode* item : fields.items(*situation)) {
        example.situations.push_back(fields.text(*item));
        references.emplace_back(Reference::Kind::situation, example.situations.back(), *item);
      }
    }
    if (const auto* channel = Fields::find(*map, "channel")) {
      if (const auto i = fields.choice(*channel, channel_names)) {
        example.channel = static_cast<Channel>(*i);
      }
    }
    if (const auto* mode = Fields::find(*map, "mode")) {
      if (const auto i = fields.choice(*mode, mode_names)) example.mode = static_cast<Mode>(*i);
    }
    if (const auto* product = Fields::find(*map, "product")) {
      example.product = fields.text(*product);
    }
    if (draft == nullptr && example.customer.empty()) {
      fields.complain(node, "an example needs a draft, or a customer's message");
      return std::nullopt;
    }
    if (draft == nullptr) {
      example.text = "Hello.";
      return example;
    }
  }
  const YamlNode* flagged = node.map() == nullptr ? nullptr : Fields::find(*node.map(), "flagged");
  if (flagged != nullptr) {
    mark_stretches(fields, *draft, *flagged, example);
    return example;
  }
  if (!take_marks(fields.text(*draft), example)) {
    fields.complain(*draft, "braces must pair and not nest: {the words that are flagged}");
    return std::nullopt;
  }
  return example;
}

}  // namespace replylint::rules
