#include "rules/load.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <set>
#include <type_traits>
#include <utility>

#include "rules/read_rule.hpp"
#include "rules/yaml.hpp"
#include "text/utf8.hpp"

namespace replylint::rules {

namespace {

const std::set<std::string, std::less<>> given_facts{
    "channel.email", "channel.chat",  "channel.social",   "channel.letter",
    "mode.draft",    "mode.template", "customer.present", "customer.angry"};

// A file that was read without problems of its own.
struct Added {
  const RuleFile* file = nullptr;
  std::string id;
  ReadFile read;
  bool failed = false;   // what it names is missing, or clashes with another
  std::size_t told = 0;  // problems so far
};

// "blame/should-have.yml" -> "blame/should-have".
std::string id_of(const RuleFile& file) {
  constexpr std::string_view ending = ".yml";
  std::string id = file.path;
  if (id.ends_with(ending)) id.resize(id.size() - ending.size());
  return id;
}

// Where the named thing is defined: "elements/apology"; empty for a fact of no known kind.
std::string id_of(const Reference& reference) {
  switch (reference.kind) {
    case Reference::Kind::list:
      return "lists/" + reference.name;
    case Reference::Kind::element:
      return "elements/" + reference.name;
    case Reference::Kind::situation:
      return "situations/" + reference.name;
    case Reference::Kind::family:
      return reference.name + "/";
    case Reference::Kind::fact:
      break;
  }
  const std::size_t dot = reference.name.find('.');
  if (dot == std::string::npos) return {};
  const std::string kind = reference.name.substr(0, dot);
  if (kind == "customer") return "customer/" + reference.name.substr(dot + 1);
  if (kind != "element" && kind != "signal" && kind != "situation") return {};
  return kind + "s/" + reference.name.substr(dot + 1);
}

bool is_given(const Reference& reference) {
  return reference.kind == Reference::Kind::fact && given_facts.contains(reference.name);
}

std::string missing(const Reference& reference) {
  switch (reference.kind) {
    case Reference::Kind::list:
      return fmt::format("no list “{0}”; it would be lists/{0}.yml", reference.name);
    case Reference::Kind::element:
      return fmt::format("no element “{}”", reference.name);
    case Reference::Kind::situation:
      return fmt::format("no situation “{}”", reference.name);
    case Reference::Kind::family:
      return fmt::format("no family “{}”", reference.name);
    case Reference::Kind::fact:
      break;
  }
  return fmt::format(
      "no fact “{}”; facts are channel.…, mode.…, customer.present, customer.angry, and "
      "situation.…, customer.…, element.…, signal.… for which there is a file",
      reference.name);
}

void visit_lists(const Node& node, const std::function<void(const std::string&)>& visit) {
  if (const auto* list = std::get_if<ListRef>(&node.value)) {
    visit(list->name);
  } else if (const auto* sequence = std::get_if<Sequence>(&node.value)) {
    for (const Node& part : sequence->parts) visit_lists(part, visit);
  } else if (const auto* choice = std::get_if<Choice>(&node.value)) {
    for (const Node& branch : choice->branches) visit_lists(branch, visit);
  }
}

// Patterns that differ in case and spaces only are the same.
std::string plain(std::string_view pattern) {
  std::string out;
  for (const char c : text::fold(pattern)) {
    if (c != ' ' && c != '\t') {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

class Loader {
 public:
  Loader(Pack base, Problems& problems) : pack_(std::move(base)), problems_(problems) {
    for (const Rule& rule : pack_.rules) base_.insert(rule.id);
    for (const auto& [name, list] : pack_.lists) base_.insert("lists/" + name);
    for (const auto& [name, words] : pack_.tone) base_.insert("tone/" + name);
  }

  Pack load(const std::vector<RuleFile>& files, Strictness strictness) {
    for (const RuleFile& file : files) {
      if (file.path == score_file) {
        pack_.score_yaml = file.text;
      } else {
        read(file, strictness);
      }
    }
    for (Added& added : added_) check_references(added);
    check_list_circles();
    check_doubles();
    drop_dangling();
    for (Added& added : added_) {
      if (!added.failed) put(std::move(added));
    }
    std::sort(pack_.rules.begin(), pack_.rules.end(),
              [](const Rule& a, const Rule& b) { return a.id < b.id; });
    return std::move(pack_);
  }

 private:
  void read(const RuleFile& file, Strictness strictness) {
    std::string id = id_of(file);
    if (const auto same = places_.find(id); same != places_.end()) {
      const RuleFile& first = *added_[same->second].file;
      problems_.push_back(
          {file.display, 0, 0, 1, fmt::format("{} is defined in {} too", id, first.display), {}});
      return;
    }
    auto content = read_rule_file(file, strictness, problems_);
    if (!content) {
      broken_.insert(std::move(id));
      return;
    }
    places_.emplace(id, added_.size());
    added_.push_back({&file, std::move(id), std::move(*content)});
  }

  void put(Added added) {
    if (auto* list = std::get_if<WordList>(&added.read.content)) {
      std::string name = list->name;
      pack_.lists.insert_or_assign(std::move(name), std::move(*list));
      return;
    }
    if (auto* words = std::get_if<ToneWords>(&added.read.content)) {
      std::string name = words->name;
      pack_.tone.insert_or_assign(std::move(name), std::move(*words));
      return;
    }
    if (base_.contains(added.id)) {
      std::erase_if(pack_.rules, [&](const Rule& old) { return old.id == added.id; });
    }
    pack_.rules.push_back(std::get<Rule>(std::move(added.read.content)));
  }

  void complain(Added& added, const YamlNode& node, std::string message) {
    added.failed = true;
    Problem problem{added.file->display, node.line,          node.column,
                    node.length,         std::move(message), {}};
    // A pattern may use the same list twice.
    const bool again = !problems_.empty() && problems_.back().file == problem.file &&
                       problems_.back().line == problem.line &&
                       problems_.back().column == problem.column &&
                       problems_.back().message == problem.message;
    if (again || added.told > most_problems) return;
    if (added.told++ == most_problems) {
      problems_.push_back(too_many(added.file->display));
      return;
    }
    problem.source_line = line_of(added.file->text, node.line);
    problems_.push_back(std::move(problem));
  }

  void complain(Added& added, const Pattern& pattern, std::string message) {
    complain(added, {YamlScalar{}, pattern.line, pattern.column, 1, 0}, std::move(message));
  }

  // Is the id there, or one of the family "blame/"?
  template <typename Ids>
  static bool has(const Ids& ids, const std::string& id) {
    if (!id.ends_with('/')) return ids.contains(id);
    const auto first = ids.lower_bound(id);
    if constexpr (std::is_same_v<Ids, std::set<std::string, std::less<>>>) {
      return first != ids.end() && first->starts_with(id);
    } else {
      return first != ids.end() && first->first.starts_with(id);
    }
  }

  void check_references(Added& added) {
    for (const Reference& reference : added.read.references) {
      if (is_given(reference)) continue;
      const std::string id = id_of(reference);
      // What others say of a broken file is not a second problem.
      if (has(base_, id) || has(places_, id) || has(broken_, id)) continue;
      complain(added, {YamlScalar{}, reference.line, reference.column, reference.length, 0},
               missing(reference));
    }
  }

  // ---- lists that use themselves

  struct List {
    const WordList* list = nullptr;
    Added* added = nullptr;  // nothing for one of the pack below
  };
  using Lists = std::map<std::string, List>;

  struct Step {
    std::string name;
    const Pattern* entry = nullptr;  // the one that leads on
  };

  void check_list_circles() {
    Lists lists;
    for (const auto& [name, list] : pack_.lists) lists[name] = {&list, nullptr};
    for (Added& added : added_) {
      if (const auto* list = std::get_if<WordList>(&added.read.content)) {
        lists[list->name] = {list, &added};
      }
    }
    std::set<std::string> done;
    std::vector<Step> open;
    for (const auto& [name, list] : lists) follow(name, lists, open, done);
  }

  void follow(const std::string& name, const Lists& lists, std::vector<Step>& open,
              std::set<std::string>& done) {
    const auto found = lists.find(name);
    if (done.contains(name) || found == lists.end()) return;
    std::map<std::string, const Pattern*> used;  // with the first entry that does so
    for (const Pattern& entry : found->second.list->entries) {
      visit_lists(entry.root, [&](const std::string& other) { used.try_emplace(other, &entry); });
    }
    open.push_back({name});
    for (const auto& [other, entry] : used) {
      open.back().entry = entry;
      const auto circle = std::find_if(open.begin(), open.end(), [&next = other](const Step& step) {
        return step.name == next;
      });
      if (circle == open.end()) {
        follow(other, lists, open, done);
      } else {
        tell_circle({circle, open.end()}, lists);
      }
    }
    open.pop_back();
    done.insert(name);
  }

  // Where the circle closes, or at its last list that is new.
  void tell_circle(const std::vector<Step>& circle, const Lists& lists) {
    for (auto step = circle.rbegin(); step != circle.rend(); ++step) {
      Added* added = lists.at(step->name).added;
      if (added == nullptr) continue;
      complain(*added, *step->entry,
               fmt::format("with this the list “{}” uses itself", circle.front().name));
      return;
    }
  }

  // ---- the same pattern twice in one family: one of the two can never be wanted

  struct Owner {
    const Rule* rule = nullptr;
    Added* added = nullptr;  // nothing for one of the pack below
    const Pattern* pattern = nullptr;
  };

  void check_doubles() {
    std::map<std::string, Owner> rules;
    for (const Rule& rule : pack_.rules) rules[rule.id] = {&rule};
    for (Added& added : added_) {
      if (const auto* rule = std::get_if<Rule>(&added.read.content)) {
        rules[rule->id] = {rule, &added};
      }
    }
    std::map<std::pair<std::string, std::string>, Owner> seen;
    for (auto& [id, owner] : rules) {
      const auto* phrase = std::get_if<Phrase>(&owner.rule->kind);
      if (phrase == nullptr) continue;
      for (const Matcher& matcher : phrase->match) {
        owner.pattern = std::get_if<Pattern>(&matcher);
        if (owner.pattern == nullptr) continue;
        const auto [first, fresh] =
            seen.try_emplace({owner.rule->family, plain(owner.pattern->text)}, owner);
        if (!fresh) tell_double(first->second, owner);
      }
    }
  }

  void tell_double(const Owner& first, const Owner& second) {
    const bool second_is_new = second.added != nullptr;
    const Owner& told = second_is_new ? second : first;
    const Owner& other = second_is_new ? first : second;
    if (told.added == nullptr) return;
    complain(*told.added, *told.pattern,
             told.rule == other.rule
                 ? fmt::format("the pattern “{}” stands in line {} already", told.pattern->text,
                               other.pattern->line)
                 : fmt::format("the pattern “{}” is shadowed by {}, where it stands too",
                               told.pattern->text, other.rule->id));
  }

  // ---- what names something that is left out is left out too

  [[nodiscard]] bool is_usable(const Reference& reference) const {
    if (is_given(reference) || reference.kind == Reference::Kind::family) return true;
    const std::string id = id_of(reference);
    const auto place = places_.find(id);
    return base_.contains(id) || (place != places_.end() && !added_[place->second].failed);
  }

  void drop_dangling() {
    for (bool changed = true; changed;) {
      changed = false;
      for (Added& added : added_) {
        if (added.failed) continue;
        const auto& names = added.read.references;
        added.failed = !std::all_of(names.begin(), names.end(),
                                    [&](const Reference& name) { return is_usable(name); });
        changed = changed || added.failed;
      }
    }
  }

  Pack pack_;
  Problems& problems_;
  std::vector<Added> added_;                                // in the order of the files
  std::map<std::string, std::size_t, std::less<>> places_;  // in added_, by id
  std::set<std::string, std::less<>> base_;                 // ids of the pack below
  std::set<std::string, std::less<>> broken_;               // ids of files with problems
};

}  // namespace

Pack load(const std::vector<RuleFile>& files, Strictness strictness, Pack base,
          Problems& problems) {
  return Loader(std::move(base), problems).load(files, strictness);
}

}  // namespace replylint::rules
