#include "draft/thread_json.hpp"

#include <simdjson.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "draft/ascii.hpp"
#include "draft/lines.hpp"
#include "text/moment.hpp"

namespace replylint {

namespace {

using simdjson::SUCCESS;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr std::string_view shape =
    R"([{"from": "customer", "at": "2026-05-02T10:00Z", "text": "…"}, {"from": "agent", …}])";

// The value of a key that may be missing or null. False where it is no text.
bool text_at(object message, std::string_view key, std::optional<std::string_view>& text) {
  text.reset();
  element value;
  if (message[key].get(value) != SUCCESS || value.is_null()) return true;
  std::string_view found;
  if (value.get(found) != SUCCESS) return false;
  text = found;
  return true;
}

std::variant<Letter, std::string> read_letter(element value) {
  const auto wrong = [](std::string_view key, std::string_view found, std::string_view right) {
    return "“" + std::string(key) + "” is “" + std::string(found) + "”; write " +
           std::string(right);
  };
  object message;
  if (value.get(message) != SUCCESS) return "is no object; write " + std::string(shape);
  std::optional<std::string_view> from;
  std::optional<std::string_view> at;
  std::optional<std::string_view> text;
  std::optional<std::string_view> name;
  for (const auto& [key, field] :
       {std::pair{"from", &from}, {"at", &at}, {"text", &text}, {"name", &name}}) {
    if (!text_at(message, key, *field)) return "“" + std::string(key) + "” is no text";
  }
  Letter letter;
  if (!from) return std::string("has no “from”; write customer or agent");
  const auto party = std::find(party_names.begin(), party_names.end(), *from);
  if (party == party_names.end()) return wrong("from", *from, "customer or agent");
  letter.from = static_cast<Party>(party - party_names.begin());
  if (at) letter.at = text::parse_iso(*at);
  if (at && !letter.at) return wrong("at", *at, "a time as 2026-05-02T10:00Z (ISO 8601)");
  if (!text) return std::string("has no “text”");
  letter.text = trim(*text);
  letter.sender.name = name.value_or("");
  return letter;
}

}  // namespace

bool looks_like_thread_json(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  bytes = ascii::trim(bytes);
  if (!bytes.starts_with('[')) return false;
  bytes = ascii::trim(bytes.substr(1));
  return bytes.starts_with('{') || bytes == "]";
}

std::variant<std::vector<Letter>, std::string> read_thread_json(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  simdjson::dom::parser parser;
  element root;
  const auto error = parser.parse(bytes.data(), bytes.size()).get(root);
  if (error != SUCCESS) {
    return "is no JSON: " + std::string(simdjson::error_message(error));
  }
  simdjson::dom::array messages;
  if (root.get(messages) != SUCCESS) {
    return "is no list of messages; write " + std::string(shape);
  }
  std::vector<Letter> letters;
  std::size_t number = 0;
  for (const element value : messages) {
    ++number;
    auto read = read_letter(value);
    if (const auto* wrong = std::get_if<std::string>(&read)) {
      return "message " + std::to_string(number) + ": " + *wrong;
    }
    auto& letter = std::get<Letter>(read);
    if (!letter.text.empty()) letters.push_back(std::move(letter));
  }
  return letters;
}

}  // namespace replylint
