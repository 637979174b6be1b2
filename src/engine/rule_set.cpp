#include "replylint/rule_set.hpp"

#include <algorithm>
#include <cassert>
#include <cstring>

#include "engine/compile.hpp"
#include "engine/compiled.hpp"
#include "engine/pack_cache.hpp"
#include "engine/shadow.hpp"
#include "rules/load.hpp"
#include "rules/rule_archive.hpp"

namespace replylint {

namespace {

constexpr std::uint64_t own_key = 0;  // of images that never leave the program

rules::Pack shipped_pack(Problems& problems) {
  return rules::load(rules::shipped_files(), rules::Strictness::trusting, {}, problems);
}

std::shared_ptr<const engine::ImageWords> image_of(const rules::Pack& pack, std::uint64_t key) {
  return std::make_shared<const engine::ImageWords>(engine::compile_pack(pack, key));
}

using Files = std::vector<rules::RuleFile>;  // of one folder

// Folders over the shipped pack, each over those before it.
rules::Pack pack_of(const std::vector<Files>& folders, Problems& problems) {
  rules::Pack pack = shipped_pack(problems);
  for (const Files& files : folders) {
    pack = rules::load(files, rules::Strictness::lenient, std::move(pack), problems);
  }
  return pack;
}

// Of all that goes into an image: the shipped pack in it, whose header holds a
// sum over what this program has made of its own rules, and the files.
std::uint64_t key_of(const std::vector<Files>& folders) {
  constexpr std::size_t header = 5;  // words
  std::uint64_t key = engine::sum_of(engine::shipped_image().first(header), own_key);
  const auto add = [&](std::string_view text) {
    std::vector<std::uint64_t> words(text.size() / sizeof(std::uint64_t) + 1);
    if (!text.empty()) std::memcpy(words.data(), text.data(), text.size());
    key = engine::sum_of(words, key ^ text.size());
  };
  for (const Files& files : folders) {
    add("folder");
    for (const rules::RuleFile& file : files) {
      add(file.path);
      add(file.display);
      add(file.text);
    }
  }
  return key;
}

}  // namespace

RuleSet::Compiled::Compiled(engine::PackTables viewed, std::shared_ptr<const void> owner,
                            std::function<rules::Pack()> read_pack)
    : tables(viewed),
      owner_(std::move(owner)),
      rules_(tables.rules.size()),
      expressions_(tables.expressions.size()),
      read_pack_(std::move(read_pack)) {}

const rules::Rule& RuleSet::Compiled::rule(const engine::RuleRecord& record) const {
  return rules_.at(static_cast<std::size_t>(&record - tables.rules.data()), [&] {
    const auto bytes = engine::slice(tables.archive, record.archive);
    return rules::read_rule({bytes.data(), bytes.size()});
  });
}

const text::Regex& RuleSet::Compiled::expression(const engine::ExpressionRecord& record) const {
  return expressions_.at(static_cast<std::size_t>(&record - tables.expressions.data()), [&] {
    const auto& all = tables.compiled_expressions;
    return text::Regex(tables.text(record.expression), {engine::slice(all, record.compiled[0]),
                                                        engine::slice(all, record.compiled[1])});
  });
}

const rules::Pack& RuleSet::Compiled::pack() const {
  std::call_once(pack_read_, [&] { pack_ = read_pack_(); });
  return *pack_;
}

RuleSet RuleSet::view(const Image& image, std::uint64_t key, rules::Pack pack) {
  RuleSet set;
  const auto tables = engine::view_image(*image, key, false);
  assert(tables);
  set.compiled_ = std::make_shared<Compiled>(
      *tables, image, [kept = std::move(pack)]() mutable { return std::move(kept); });
  return set;
}

RuleSet RuleSet::compile(rules::Pack pack, Problems& problems) {
  const auto image = image_of(pack, own_key);
  RuleSet set = view(image, own_key, std::move(pack));
  engine::find_shadowed(*set.compiled_, problems);
  return set;
}

RuleSet RuleSet::load(const std::vector<std::string>& folders, Problems& problems,
                      const std::string& cache_folder) {
  RuleSet set;
  if (folders.empty()) {
    const auto tables = engine::view_image(engine::shipped_image(), own_key, false);
    assert(tables);
    set.compiled_ = std::make_shared<Compiled>(*tables, nullptr, [] {
      Problems none;
      return shipped_pack(none);
    });
    return set;
  }
  std::vector<Files> files;
  files.reserve(folders.size());
  for (const std::string& folder : folders) {
    files.push_back(rules::read_rule_folder(folder, problems));
  }
  const std::uint64_t key = key_of(files);
  if (problems.empty() && !cache_folder.empty()) {
    if (auto cached = engine::read_cached(cache_folder, key)) {
      set.compiled_ = std::make_shared<Compiled>(cached->tables, std::move(cached->memory),
                                                 [kept = std::move(files)] {
                                                   Problems none;
                                                   return pack_of(kept, none);
                                                 });
      return set;
    }
  }
  rules::Pack pack = pack_of(files, problems);
  if (!problems.empty()) return {};
  const auto image = image_of(pack, key);
  set = view(image, key, std::move(pack));
  engine::find_shadowed(*set.compiled_, problems);
  if (problems.empty() && !cache_folder.empty()) engine::write_cached(cache_folder, key, *image);
  return set;
}

std::vector<const rules::Rule*> RuleSet::rules() const {
  std::vector<const rules::Rule*> all;
  all.reserve(compiled_->tables.rules.size());
  for (const engine::RuleRecord& record : compiled_->tables.rules) {
    all.push_back(&compiled_->rule(record));
  }
  return all;
}

const rules::Rule* RuleSet::find(std::string_view id) const {
  const engine::PackTables& tables = compiled_->tables;
  const auto at = std::lower_bound(tables.rules.begin(), tables.rules.end(), id,
                                   [&](const engine::RuleRecord& record, std::string_view i) {
                                     return tables.text(record.id) < i;
                                   });
  return at != tables.rules.end() && tables.text(at->id) == id ? &compiled_->rule(*at) : nullptr;
}

const rules::Pack& RuleSet::pack() const { return compiled_->pack(); }

std::string_view RuleSet::score_figures() const {
  return compiled_->tables.text(compiled_->tables.pack.front().score_yaml);
}

}  // namespace replylint
