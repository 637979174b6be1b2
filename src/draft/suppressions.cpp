#include "draft/suppressions.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "draft/ascii.hpp"

namespace replylint {

namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::string_view name = "replylint:";

class Finder {
 public:
  Finder(const MappedText& source, Comments kinds) : source_(source), kinds_(kinds) {}

  Suppressions run() {
    const std::string_view text = source_.text;
    for (std::size_t at = text.find(name); at != npos; at = text.find(name, at + name.size())) {
      if (const auto words = words_of_comment(text, at)) read(*words, at);
    }
    return std::move(out_);
  }

 private:
  // What the comment says behind the name; nothing where it is no comment.
  [[nodiscard]] std::optional<std::string_view> words_of_comment(std::string_view text,
                                                                 std::size_t at) const {
    std::string_view before = text.substr(0, at);
    while (!before.empty() && ascii::is_space(before.back())) before.remove_suffix(1);
    const std::string_view rest = text.substr(at + name.size());
    std::size_t end = npos;
    if (kinds_ != Comments::liquid && before.ends_with("<!--")) {
      end = rest.find("-->");
    } else if (kinds_ == Comments::markdown && opens_markdown_comment(before)) {
      const char mark = before.back();
      const std::size_t line = std::min(rest.find('\n'), rest.size());
      end = rest.substr(0, line).rfind(mark == '(' ? ')' : mark);
    } else if (kinds_ == Comments::liquid && opens_liquid_comment(before)) {
      end = rest.find("{%");
    }
    if (end == npos) return std::nullopt;
    return ascii::trim(rest.substr(0, end));
  }

  // "[//]: # (", "[comment]: <> ("
  static bool opens_markdown_comment(std::string_view before) {
    if (before.empty() || std::string_view("(\"'").find(before.back()) == npos) return false;
    before.remove_suffix(1);
    const std::string_view line = ascii::trim(before.substr(before.rfind('\n') + 1));
    return line.starts_with('[') && (line.ends_with("]: #") || line.ends_with("]: <>"));
  }

  // "{% comment %}", "{%- comment -%}"
  static bool opens_liquid_comment(std::string_view before) {
    if (!before.ends_with("%}")) return false;
    const std::size_t open = before.rfind("{%");
    if (open == npos) return false;
    std::string_view tag = before.substr(open + 2, before.size() - open - 4);
    if (tag.starts_with('-')) tag.remove_prefix(1);
    if (tag.ends_with('-')) tag.remove_suffix(1);
    return ascii::trim(tag) == "comment";
  }

  void read(std::string_view words, std::size_t at) {
    const std::size_t source = source_.map.to_source({at, at + 1}).start;
    const auto refuse = [&](std::string message) {
      out_.warnings.push_back({std::move(message), source});
    };
    constexpr std::string_view verb = "ignore ";
    if (!words.starts_with(verb)) {
      refuse("a comment to replylint says: ignore RULE -- reason");
      return;
    }
    words.remove_prefix(verb.size());
    const std::size_t dash = words.find("--");
    const std::string_view reason =
        dash == npos ? std::string_view() : ascii::trim(words.substr(dash + 2));
    if (reason.empty()) {
      refuse("a rule is ignored with a reason only: replylint: ignore RULE -- reason");
      return;
    }
    std::string_view rules = words.substr(0, dash);
    while (!(rules = ascii::trim(rules)).empty()) {
      const std::size_t end = std::min(rules.find_first_of(" ,\t\n"), rules.size());
      if (end > 0) {
        out_.found.push_back({std::string(rules.substr(0, end)), std::string(reason), source});
      }
      rules.remove_prefix(std::min(end + 1, rules.size()));
    }
  }

  const MappedText& source_;
  Comments kinds_;
  Suppressions out_;
};

}  // namespace

Suppressions find_suppressions(const MappedText& source, Comments kinds) {
  return Finder(source, kinds).run();
}

}  // namespace replylint
