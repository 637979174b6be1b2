#include "report/fixing.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "draft/source_edit.hpp"
#include "rules/rule.hpp"

namespace replylint::report {

namespace {

// More rounds than fixes ever need that do not call for each other.
constexpr int most_rounds = 100;

// A fix on its way into the file.
struct Change {
  std::size_t draft = 0;
  const Finding* finding = nullptr;
  std::vector<SourceEdit> forms;
  std::size_t form = 0;  // the one that is tried

  [[nodiscard]] const SourceEdit& edit() const { return forms[form]; }
};

class Round {
 public:
  Round(const std::string& bytes, const FileReader& file)
      : bytes_(bytes), file_(file), drafts_(file.read(bytes)) {
    for (const FixableDraft& draft : drafts_) analyses_.push_back(file.lint(draft));
  }

  // The file with what could be changed; nothing when nothing could.
  std::optional<std::string> run() {
    collect();
    keep(changes_);
    std::sort(refused_.begin(), refused_.end(), [](const FixRefusal& a, const FixRefusal& b) {
      return a.source.start < b.source.start;
    });
    if (kept_.empty()) return std::nullopt;
    return with(kept_);
  }

  [[nodiscard]] std::size_t made() const { return kept_.size(); }
  [[nodiscard]] std::vector<FixRefusal>& refused() { return refused_; }

 private:
  void refuse(std::size_t draft, const Finding& finding, std::string why) {
    refused_.push_back({finding.rule->id,
                        drafts_[draft].draft.source_map.to_source(finding.fix->span),
                        std::move(why)});
  }

  void collect() {
    for (std::size_t d = 0; d < drafts_.size(); ++d) {
      std::size_t free = 0;  // the text up to here is taken
      for (const Finding& finding : analyses_[d].findings) {
        if (!finding.fix || finding.fix->span.start < free) continue;
        auto forms = to_source_edits(bytes_, drafts_[d].draft, drafts_[d].encoding,
                                     finding.fix->span, finding.fix->text);
        if (const auto* refusal = std::get_if<EditRefusal>(&forms)) {
          refuse(d, finding, refusal->why);
          continue;
        }
        free = finding.fix->span.end;
        add({d, &finding, std::get<std::vector<SourceEdit>>(std::move(forms)), 0});
      }
    }
  }

  // Changes whose bytes overlap wait for another round.
  void add(Change change) {
    if (!changes_.empty() && change.edit().source.start < changes_.back().edit().source.end) return;
    changes_.push_back(std::move(change));
  }

  // Keeps as many of `some` as stand the test, together with those kept before.
  void keep(std::span<Change> some) {
    if (some.empty()) return;
    std::vector<Change> all = kept_;
    all.insert(all.end(), some.begin(), some.end());
    if (shows(all)) {
      kept_ = std::move(all);
      return;
    }
    if (some.size() > 1) {
      keep(some.first(some.size() / 2));
      keep(some.subspan(some.size() / 2));
      return;
    }
    Change& only = some.front();
    if (++only.form < only.forms.size()) {
      keep(some);
      return;
    }
    refuse(only.draft, *only.finding, "the file would then read otherwise in other places too");
  }

  [[nodiscard]] std::string with(const std::vector<Change>& changes) const {
    std::string changed;
    std::size_t at = 0;
    for (const Change& change : changes) {
      const SourceEdit& edit = change.edit();
      changed.append(bytes_, at, edit.source.start - at).append(edit.bytes);
      at = edit.source.end;
    }
    return changed.append(bytes_, at);
  }

  // Does the changed file read as the old one with the words replaced?
  [[nodiscard]] bool shows(const std::vector<Change>& changes) const {
    const std::vector<FixableDraft> found = file_.read(with(changes));
    if (found.size() != drafts_.size()) return false;
    auto change = changes.begin();
    for (std::size_t d = 0; d < found.size(); ++d) {
      const std::string& before = drafts_[d].draft.text;
      std::string wanted;
      std::size_t at = 0;
      for (; change != changes.end() && change->draft == d; ++change) {
        const Fix& fix = *change->finding->fix;
        wanted.append(before, at, fix.span.start - at).append(fix.text);
        at = fix.span.end;
      }
      wanted.append(before, at);
      const Draft& now = found[d].draft;
      if (now.text != wanted || now.warnings.size() != drafts_[d].draft.warnings.size()) {
        return false;
      }
    }
    return true;
  }

  const std::string& bytes_;
  const FileReader& file_;
  std::vector<FixableDraft> drafts_;
  std::vector<Analysis> analyses_;
  std::vector<Change> changes_;  // in order of place, without overlap
  std::vector<Change> kept_;
  std::vector<FixRefusal> refused_;
};

}  // namespace

FixedFile make_fixes(std::string bytes, const FileReader& file) {
  FixedFile fixed{std::move(bytes), 0, {}, true};
  for (int i = 0; i < most_rounds; ++i) {
    Round round(fixed.bytes, file);
    auto changed = round.run();
    fixed.refused = std::move(round.refused());
    if (!changed) return fixed;
    fixed.made += round.made();
    fixed.bytes = *std::move(changed);
  }
  fixed.stable = false;
  return fixed;
}

}  // namespace replylint::report
