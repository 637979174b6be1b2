#include "rules/load.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <set>
#include <sstream>

#include "rules/read_rule.hpp"
#include "rules/shipped.hpp"
#include "rules/yaml.hpp"

namespace replylint::rules {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t largest_file = 1 << 20;  // bytes
constexpr std::string_view score_file = "score.yml";

const std::set<std::string, std::less<>> given_facts{
    "channel.email", "channel.chat",  "channel.social",   "channel.letter",
    "mode.draft",    "mode.template", "customer.present", "customer.angry"};

class Loader {
 public:
  Loader(const std::vector<RuleFile>& files, Pack base, Problems& problems)
      : files_(files), pack_(std::move(base)), problems_(problems) {}

  Pack load(Strictness strictness) {
    for (const RuleFile& file : files_) {
      if (file.path == score_file) {
        pack_.score_yaml = file.text;
        continue;
      }
      auto read = read_rule_file(file, strictness, problems_);
      if (!read) {
        // What other files say of it is not a second problem.
        broken_.insert(
            file.path.substr(0, file.path.size() - std::min<std::size_t>(4, file.path.size())));
        continue;
      }
      references_.insert(references_.end(), std::make_move_iterator(read->references.begin()),
                         std::make_move_iterator(read->references.end()));
      if (auto* rule = std::get_if<Rule>(&read->content)) {
        put(std::move(*rule));
      } else {
        auto& list = std::get<WordList>(read->content);
        std::string name = list.name;
        pack_.lists.insert_or_assign(std::move(name), std::move(list));
      }
    }
    std::sort(pack_.rules.begin(), pack_.rules.end(),
              [](const Rule& a, const Rule& b) { return a.id < b.id; });
    check_references();
    check_list_circles();
    check_doubles();
    return std::move(pack_);
  }

 private:
  void put(Rule rule) {
    std::erase_if(pack_.rules, [&](const Rule& old) { return old.id == rule.id; });
    pack_.rules.push_back(std::move(rule));
  }

  [[nodiscard]] bool has(const std::string& id) const {
    return broken_.contains(id) || std::any_of(pack_.rules.begin(), pack_.rules.end(),
                                               [&](const Rule& rule) { return rule.id == id; });
  }

  // "element.apology" -> "elements/apology".
  [[nodiscard]] bool is_fact(const std::string& name) const {
    if (given_facts.contains(name)) return true;
    const std::size_t dot = name.find('.');
    if (dot == std::string::npos) return false;
    const std::string kind = name.substr(0, dot);
    const bool detected = kind == "element" || kind == "signal" || kind == "situation";
    return detected && has(kind + "s/" + name.substr(dot + 1));
  }

  void check_references() {
    for (Reference& reference : references_) {
      const std::string& name = reference.name;
      std::string message;
      switch (reference.kind) {
        case Reference::Kind::list:
          if (!pack_.lists.contains(name) && !broken_.contains("lists/" + name)) {
            message = fmt::format("no list “{0}”; it would be lists/{0}.yml", name);
          }
          break;
        case Reference::Kind::fact:
          if (!is_fact(name)) {
            message = fmt::format(
                "no fact “{}”; facts are channel.…, mode.…, customer.present, customer.angry, and "
                "situation.…, element.…, signal.… for which there is a file",
                name);
          }
          break;
        case Reference::Kind::element:
          if (!has("elements/" + name)) message = fmt::format("no element “{}”", name);
          break;
        case Reference::Kind::situation:
          if (!has("situations/" + name)) message = fmt::format("no situation “{}”", name);
          break;
      }
      if (message.empty()) continue;
      reference.place.message = std::move(message);
      // A pattern may use the same list twice.
      if (!problems_.empty() && problems_.back().file == reference.place.file &&
          problems_.back().line == reference.place.line &&
          problems_.back().message == reference.place.message) {
        continue;
      }
      problems_.push_back(std::move(reference.place));
    }
  }

  // At a pattern of one of the files, or of a pack below, whose text is not at hand.
  void complain(const std::string& file, const Pattern& pattern, std::string message) {
    const auto found = std::find_if(files_.begin(), files_.end(),
                                    [&](const RuleFile& each) { return each.display == file; });
    const YamlNode node{YamlScalar{}, pattern.line, pattern.column, 1};
    problems_.push_back(problem_at(found == files_.end() ? std::string_view() : found->text, file,
                                   node, std::move(message)));
  }

  static void visit_lists(const Node& node, const std::function<void(const std::string&)>& visit) {
    if (const auto* list = std::get_if<ListRef>(&node.value)) {
      visit(list->name);
    } else if (const auto* sequence = std::get_if<Sequence>(&node.value)) {
      for (const Node& part : sequence->parts) visit_lists(part, visit);
    } else if (const auto* choice = std::get_if<Choice>(&node.value)) {
      for (const Node& branch : choice->branches) visit_lists(branch, visit);
    }
  }

  void check_list_circles() {
    std::set<std::string> done;
    std::vector<std::string> open;
    const std::function<void(const std::string&)> visit = [&](const std::string& name) {
      const auto found = pack_.lists.find(name);
      if (done.contains(name) || found == pack_.lists.end()) return;
      open.push_back(name);
      for (const Pattern& entry : found->second.entries) {
        visit_lists(entry.root, [&](const std::string& used) {
          if (std::find(open.begin(), open.end(), used) == open.end()) {
            visit(used);
          } else {
            complain(found->second.file, entry,
                     fmt::format("with this the list “{}” uses itself", used));
          }
        });
      }
      open.pop_back();
      done.insert(name);
    };
    for (const auto& [name, list] : pack_.lists) visit(name);
  }

  // The same pattern twice in one family: one of the two can never be wanted.
  void check_doubles() {
    std::map<std::pair<std::string, std::string>, const Rule*> seen;
    for (const Rule& rule : pack_.rules) {
      const auto* phrase = std::get_if<Phrase>(&rule.kind);
      if (phrase == nullptr) continue;
      for (const Matcher& matcher : phrase->match) {
        const auto* pattern = std::get_if<Pattern>(&matcher);
        if (pattern == nullptr) continue;
        const auto [place, added] = seen.try_emplace({rule.family, pattern->text}, &rule);
        if (!added) {
          complain(
              rule.file, *pattern,
              fmt::format("the pattern “{}” stands in {} too", pattern->text, place->second->id));
        }
      }
    }
  }

  const std::vector<RuleFile>& files_;
  Pack pack_;
  Problems& problems_;
  std::vector<Reference> references_;
  std::set<std::string, std::less<>> broken_;
};

std::string read_text(const fs::path& path, bool& failed) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  failed = !in;
  return text.str();
}

}  // namespace

Pack load(const std::vector<RuleFile>& files, Strictness strictness, Pack base,
          Problems& problems) {
  return Loader(files, std::move(base), problems).load(strictness);
}

const std::vector<RuleFile>& shipped_files() {
  static const std::vector<RuleFile> files = [] {
    std::vector<RuleFile> all;
    for (const ShippedFile& file : shipped_table()) {
      const std::string path(file.path);
      all.push_back({path, "rules/en/" + path, std::string(file.text)});
    }
    return all;
  }();
  return files;
}

std::vector<RuleFile> read_rule_folder(const std::string& folder, Problems& problems) {
  std::vector<RuleFile> files;
  const auto complain = [&](const fs::path& path, std::string message) {
    problems.push_back({path.string(), 0, 0, 1, std::move(message), {}});
  };
  std::error_code failed;
  fs::recursive_directory_iterator entries(folder, failed);
  if (failed) {
    complain(folder, "this rule folder cannot be read: " + failed.message());
    return files;
  }
  while (entries != fs::recursive_directory_iterator()) {
    const fs::path path = entries->path();
    std::error_code ignored;
    if (path.extension() == ".yml" && entries->is_regular_file(ignored)) {
      const std::uintmax_t size = entries->file_size(ignored);
      bool unreadable = false;
      RuleFile file{path.lexically_relative(folder).generic_string(), path.string(), {}};
      if (size > largest_file) {
        complain(path, "is larger than 1 MiB, which no rule file is");
      } else {
        file.text = read_text(path, unreadable);
        if (unreadable && size > 0) {
          complain(path, "cannot be read");
        } else {
          files.push_back(std::move(file));
        }
      }
    }
    entries.increment(failed);
    if (failed) {
      complain(path, "cannot be read: " + failed.message());
      break;
    }
  }
  std::sort(files.begin(), files.end(),
            [](const RuleFile& a, const RuleFile& b) { return a.path < b.path; });
  if (files.empty() && problems.empty()) complain(folder, "no .yml file in this rule folder");
  return files;
}

std::string new_rule_text(std::string_view id) {
  return fmt::format(R"(# {}: one rule. docs/rules.md explains every key.

# The fault, in a line, and what it does to the reader.
summary: Tells the customer that it was their own doing
why: Blame makes the reader defend themselves instead of reading on.
source: ["say where you have it from"]

severity: warning          # error | warning | suggestion
dimension: respect         # empathy | ownership | certainty | respect | clarity | professionalism

# {{match}} stands for the words found.
message: "“{{match}}” puts the fault on the customer."
instead: ["Here is how we can put it right: …"]

# Patterns over words: (a|b) one of, [x] optional, ~say any form of “say”,
# ..3 up to three words between, ^ and $ the ends of a sentence.
match:
  - that is what you ~get for ..3 not reading

# A match that lies in one of these is dropped.
unless:
  - nobody says that is what you get

# Executed by `replylint rules test`: bad ones are flagged just at the braces.
examples:
  bad:
    - "Well, {{that is what you get for not reading}} the terms."
  good:
    - You get a refund for not using the ticket.
)",
                     id);
}

}  // namespace replylint::rules
