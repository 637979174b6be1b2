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
// Readings of the file in a round: many only where many fixes have no safe form.
constexpr int most_attempts = 500;

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

  // Changes whose bytes overlap wait for another round.
  void collect() {
    std::size_t taken = 0;  // the file up to here
    for (std::size_t d = 0; d < drafts_.size(); ++d) {
      const FixableDraft& draft = drafts_[d];
      SourceEditor editor(bytes_, draft.draft, draft.encoding ? &*draft.encoding : nullptr);
      for (const Finding& finding : analyses_[d].findings) {
        if (!finding.fix) continue;
        const Span source = draft.draft.source_map.to_source(finding.fix->span);
        if (!changes_.empty() && source.start < taken) continue;
        auto forms = editor.edits(finding.fix->span, finding.fix->text);
        if (const auto* refusal = std::get_if<EditRefusal>(&forms)) {
          refuse(d, finding, refusal->why);
          continue;
        }
        changes_.push_back({d, &finding, std::get<std::vector<SourceEdit>>(std::move(forms)), 0});
        taken = std::max(source.end, changes_.back().edit().source.end);
      }
    }
  }

  // Keeps as many of `some` as stand the test, together with those kept before.
  void keep(std::span<Change> some) {
    if (some.empty()) return;
    if (++attempts_ > most_attempts) {
      for (const Change& change : some) {
        refuse(change.draft, *change.finding, "too many fixes of this file cannot be made");
      }
      return;
    }
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
    std::vector<const SourceEdit*> edits;
    edits.reserve(changes.size());
    for (const Change& change : changes) edits.push_back(&change.edit());
    return with_edits(bytes_, edits);
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
  int attempts_ = 0;
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
