#include "draft/thread_json.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "draft/ascii.hpp"
#include "draft/lines.hpp"
#include "text/moment.hpp"

namespace replylint {

namespace {

using Json = nlohmann::json;

constexpr std::string_view shape =
    R"([{"from": "customer", "at": "2026-05-02T10:00Z", "text": "…"}, {"from": "agent", …}])";

// The value of a key that may be missing or null. False where it is no text.
bool text_at(const Json& message, const char* key, std::optional<std::string_view>& text) {
  text.reset();
  const auto value = message.find(key);
  if (value == message.end() || value->is_null()) return true;
  if (!value->is_string()) return false;
  text = value->get_ref<const std::string&>();
  return true;
}

std::variant<Letter, std::string> read_letter(const Json& message) {
  const auto wrong = [](std::string_view key, std::string_view found, std::string_view right) {
    return "“" + std::string(key) + "” is “" + std::string(found) + "”; write " +
           std::string(right);
  };
  if (!message.is_object()) return "is no object; write " + std::string(shape);
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
  const Json root = Json::parse(bytes, nullptr, false);
  if (root.is_discarded()) return "is no JSON; write " + std::string(shape);
  if (!root.is_array()) return "is no list of messages; write " + std::string(shape);
  std::vector<Letter> letters;
  std::size_t number = 0;
  for (const Json& value : root) {
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
