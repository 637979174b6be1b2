#include "draft/conditions.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "draft/ascii.hpp"
#include "draft/condition_tree.hpp"
#include "draft/placeholders.hpp"

namespace replylint {

namespace {

using Kind = ConditionBlock::Kind;
constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t most_counted = 1'000'000;  // texts of a block

// ---- what the sample says of a condition

std::string_view without_quotes(std::string_view word) {
  word = ascii::trim(word);
  if (word.size() > 1 && (word.front() == '"' || word.front() == '\'') &&
      word.back() == word.front()) {
    return word.substr(1, word.size() - 2);
  }
  return word;
}

const std::string* value_of(std::string_view name, const SampleValues& sample) {
  const auto found = sample.find(ascii::trim(name));
  return found == sample.end() ? nullptr : &found->second;
}

bool is_true(std::string_view value) {
  return !value.empty() && value != "false" && value != "nil" && value != "null";
}

// "ticket.vip", "user.plan == 'pro'", "user.plan != 'pro'"; nothing where the
// sample does not tell.
std::optional<bool> holds(std::string_view condition, const SampleValues& sample) {
  for (const std::string_view sign : {"==", "!="}) {
    const std::size_t at = condition.find(sign);
    if (at == npos) continue;
    const std::string* value = value_of(condition.substr(0, at), sample);
    const std::string_view other = condition.substr(at + sign.size());
    if (value == nullptr || other.find_first_of(" &|", other.find_first_not_of(' ')) != npos) {
      return std::nullopt;
    }
    return (*value == without_quotes(other)) == (sign == "==");
  }
  const std::string* value = value_of(condition, sample);
  if (value == nullptr) return std::nullopt;
  return is_true(*value);
}

// ---- rendering

class Renderer {
 public:
  Renderer(std::string_view text, const SampleValues& sample)
      : text_(text), sample_(sample), tree_(read_conditions(text)), counts_(tree_.blocks.size()) {
    // Blocks follow those that they stand in.
    for (std::size_t i = tree_.blocks.size(); i-- > 0;) counts_[i] = count(tree_.blocks[i]);
  }

  Rendering run() {
    Rendering out;
    const std::size_t all = counts_[0];
    const std::size_t room =
        std::max<std::size_t>(1, most_variant_bytes / std::max<std::size_t>(1, text_.size()));
    const std::size_t made = std::min({all, room, most_variants});
    out.cut = made < all;
    for (std::size_t variant = 0; variant < made; ++variant) {
      text_made_ = MappedText();
      write(tree_.blocks[0], variant);
      out.texts.push_back(std::move(text_made_));
    }
    const bool unchanged = tree_.tags.empty() && !replaced_;
    if (unchanged) out.texts.clear();
    return out;
  }

 private:
  // The branch that the sample chooses; as many as there are branches for none of them.
  [[nodiscard]] std::optional<std::size_t> chosen(const ConditionBlock& block) const {
    if (block.kind != Kind::choice || sample_.empty()) return std::nullopt;
    const LiquidTag& first = tree_.tags[block.tag];
    const std::string* subject = first.word == "case" ? value_of(first.rest, sample_) : nullptr;
    for (std::size_t i = 0; i < block.branches.size(); ++i) {
      const LiquidTag& tag = tree_.tags[block.branches[i].tag];
      std::optional<bool> taken;
      if (tag.word == "else") {
        taken = true;
      } else if (tag.word == "when") {
        if (subject != nullptr) taken = lists(tag.rest, *subject);
      } else {
        taken = holds(tag.rest, sample_);
        if (taken && tag.word == "unless") taken = !*taken;
      }
      if (!taken) return std::nullopt;
      if (*taken) return i;
    }
    return block.branches.size();
  }

  // "'new', 'open'"
  static bool lists(std::string_view values, std::string_view wanted) {
    while (!values.empty()) {
      const std::size_t end = std::min(values.find(','), values.size());
      if (without_quotes(values.substr(0, end)) == wanted) return true;
      values.remove_prefix(std::min(end + 1, values.size()));
    }
    return false;
  }

  [[nodiscard]] std::size_t count(const ConditionBranch& branch) const {
    std::size_t most = 1;
    for (const ConditionNode& node : branch.nodes) {
      if (node.block) most = std::max(most, counts_[*node.block]);
    }
    return most;
  }

  [[nodiscard]] std::size_t count(const ConditionBlock& block) const {
    if (block.kind == Kind::comment) return 1;
    if (const auto only = chosen(block)) {
      return *only < block.branches.size() ? count(block.branches[*only]) : 1;
    }
    std::size_t all = block.may_be_nothing ? 1 : 0;
    for (const ConditionBranch& branch : block.branches) all += count(branch);
    return std::clamp<std::size_t>(all, 1, most_counted);
  }

  // The text of number `variant` of those that the block has.
  void write(const ConditionBlock& block, std::size_t variant) {
    if (block.kind == Kind::comment) return;
    if (const auto only = chosen(block)) {
      if (*only < block.branches.size()) write(block.branches[*only], variant);
      return;
    }
    for (const ConditionBranch& branch : block.branches) {
      const std::size_t own = count(branch);
      if (variant < own) return write(branch, variant);
      variant -= own;
    }
  }

  void write(const ConditionBranch& branch, std::size_t variant) {
    for (const ConditionNode& node : branch.nodes) {
      if (node.block) {
        write(tree_.blocks[*node.block], variant % counts_[*node.block]);
      } else {
        write(node.text);
      }
    }
  }

  void write(Span span) {
    if (sample_.empty()) {
      text_made_.append_copy(text_.substr(span.start, span.size()), span.start);
      return;
    }
    std::size_t from = span.start;
    const std::string_view text = text_.substr(0, span.end);
    for (std::size_t at = from; at < span.end;) {
      const std::size_t size = placeholder_at(text, at);
      if (size == 0) {
        ++at;
        continue;
      }
      if (const auto value = value_at({at, at + size})) {
        text_made_.append_copy(text.substr(from, at - from), from);
        text_made_.append_atom(*value, {at, at + size});
        from = at + size;
        replaced_ = true;
      }
      at += size;
    }
    text_made_.append_copy(text.substr(from), from);
  }

  [[nodiscard]] std::optional<std::string_view> value_at(Span span) const {
    const Placeholder found = describe_placeholder(text_.substr(span.start, span.size()));
    const std::string_view name = found.name.empty() ? found.inside : found.name;
    const std::string* value = value_of(name, sample_);
    if (value != nullptr && !value->empty()) return *value;
    if (const auto fallback = fallback_of(found)) return fallback;
    if (value != nullptr) return std::string_view();
    return std::nullopt;
  }

  std::string_view text_;
  const SampleValues& sample_;
  ConditionTree tree_;
  std::vector<std::size_t> counts_;  // by block: in how many texts it comes
  MappedText text_made_;
  bool replaced_ = false;
};

}  // namespace

Rendering render(std::string_view text, const SampleValues& sample) {
  if (sample.empty() && text.find("{%") == npos) return {};
  return Renderer(text, sample).run();
}

}  // namespace replylint
