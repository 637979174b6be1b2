#include "draft/condition_tree.hpp"

#include <algorithm>
#include <array>

#include "draft/ascii.hpp"
#include "draft/placeholders.hpp"

namespace replylint {

namespace {

using Kind = ConditionBlock::Kind;
constexpr std::size_t npos = std::string_view::npos;

struct BlockWord {
  std::string_view opens;
  std::string_view closes;
  Kind kind;
};
constexpr auto block_words = std::to_array<BlockWord>({{"if", "endif", Kind::choice},
                                                       {"unless", "endunless", Kind::choice},
                                                       {"case", "endcase", Kind::choice},
                                                       {"for", "endfor", Kind::loop},
                                                       {"tablerow", "endtablerow", Kind::loop},
                                                       {"capture", "endcapture", Kind::capture},
                                                       {"comment", "endcomment", Kind::comment}});

// Tags without an end of their own.
constexpr auto single_words = std::to_array<std::string_view>(
    {"assign", "break", "continue", "cycle", "decrement", "echo", "include", "increment", "layout",
     "liquid", "raw", "endraw", "render", "section"});

bool opens_branch(std::string_view word) {
  return word == "else" || word == "elsif" || word == "elseif" || word == "when";
}

bool is_tag_word(std::string_view word) {
  return opens_branch(word) ||
         std::find(single_words.begin(), single_words.end(), word) != single_words.end() ||
         std::any_of(block_words.begin(), block_words.end(), [&](const BlockWord& block) {
           return block.opens == word || block.closes == word;
         });
}

// Takes blanks by "{%-" and "-%}", and lines on which nothing but tags stand.
void add_cuts(std::string_view text, std::vector<LiquidTag>& tags) {
  for (LiquidTag& tag : tags) {
    tag.cut = tag.span;
    if (text.substr(tag.span.start).starts_with("{%-")) {
      while (tag.cut.start > 0 && ascii::is_space(text[tag.cut.start - 1])) --tag.cut.start;
    }
    if (text.substr(0, tag.span.end).ends_with("-%}")) {
      while (tag.cut.end < text.size() && ascii::is_space(text[tag.cut.end])) ++tag.cut.end;
    }
  }
  for (std::size_t first = 0; first < tags.size();) {
    const std::size_t feed = text.substr(0, tags[first].span.start).rfind('\n');
    const std::size_t start = feed == npos ? 0 : feed + 1;
    std::size_t at = start;
    std::size_t last = first;
    bool blank = true;
    for (std::size_t i = first; i < tags.size(); ++i) {
      const std::string_view between = text.substr(at, tags[i].span.start - at);
      if (i > first && between.find('\n') != npos) break;
      blank = blank && ascii::trim(between).empty();
      at = tags[i].span.end;
      last = i;
    }
    const std::size_t end = std::min(text.find('\n', at), text.size());
    blank = blank && ascii::trim(text.substr(at, end - at)).empty();
    if (blank) {
      tags[first].cut.start = std::min(tags[first].cut.start, start);
      tags[last].cut.end = std::max(tags[last].cut.end, std::min(end + 1, text.size()));
    }
    first = last + 1;
  }
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  ConditionTree run() {
    tree_.tags = find_liquid_tags(text_);
    tree_.blocks.push_back({Kind::all, 0, {{}}, false});
    open_.push_back(0);
    for (tag_ = 0; tag_ < tree_.tags.size(); ++tag_) {
      const LiquidTag& tag = tree_.tags[tag_];
      add_text(tag.cut.start);
      at_ = std::max(at_, tag.cut.end);
      read(tag);
    }
    add_text(text_.size());
    for (std::size_t i = 1; i < open_.size(); ++i) {
      fault(ConditionFault::Kind::unclosed, tree_.tags[tree_.blocks[open_[i]].tag].span);
    }
    std::stable_sort(
        tree_.faults.begin(), tree_.faults.end(),
        [](const ConditionFault& a, const ConditionFault& b) { return a.tag.start < b.tag.start; });
    return std::move(tree_);
  }

 private:
  [[nodiscard]] ConditionBlock& top() { return tree_.blocks[open_.back()]; }

  void fault(ConditionFault::Kind kind, Span tag) { tree_.faults.push_back({kind, tag}); }

  // What stands between `case` and the first `when` is in no branch.
  void add_text(std::size_t end) {
    if (at_ < end && !top().branches.empty()) {
      top().branches.back().nodes.push_back({{at_, end}, std::nullopt});
    }
  }

  void read(const LiquidTag& tag) {
    const bool in_comment = top().kind == Kind::comment;
    for (const BlockWord& block : block_words) {
      if (tag.word == block.opens && !in_comment) return open(tag, block);
      if (tag.word == block.closes && (!in_comment || block.kind == Kind::comment)) {
        return close(tag, block);
      }
    }
    if (opens_branch(tag.word) && !in_comment) open_branch(tag);
  }

  void open(const LiquidTag& tag, const BlockWord& word) {
    // A comment that was measured as a whole is closed already.
    if (word.kind == Kind::comment &&
        text_.substr(tag.span.start, tag.span.size()).find("endcomment") != npos) {
      return;
    }
    if (open_.size() > ConditionTree::deepest) {
      ++too_deep_;
      return;
    }
    const std::size_t index = tree_.blocks.size();
    if (!top().branches.empty()) top().branches.back().nodes.push_back({{}, index});
    ConditionBlock block;
    block.kind = word.kind;
    block.tag = tag_;
    block.may_be_nothing = word.kind == Kind::choice;
    if (tag.word != "case") block.branches.push_back({tag_, {}});
    tree_.blocks.push_back(std::move(block));
    open_.push_back(index);
  }

  void open_branch(const LiquidTag& tag) {
    if (too_deep_ > 0) return;
    ConditionBlock& block = top();
    const bool belongs =
        block.kind == Kind::choice || (block.kind == Kind::loop && tag.word == "else");
    if (!belongs) return fault(ConditionFault::Kind::unopened, tag.span);
    end_branch(block);
    block.branches.push_back({tag_, {}});
    if (tag.word == "else") block.may_be_nothing = false;
  }

  void close(const LiquidTag& tag, const BlockWord& word) {
    if (too_deep_ > 0) {
      --too_deep_;
      return;
    }
    const ConditionBlock& block = top();
    if (open_.size() == 1 || tree_.tags[block.tag].word != word.opens) {
      return fault(ConditionFault::Kind::unopened, tag.span);
    }
    end_branch(block);
    open_.pop_back();
  }

  void end_branch(const ConditionBlock& block) {
    if (block.kind != Kind::choice || block.branches.empty()) return;
    const ConditionBranch& branch = block.branches.back();
    const bool empty =
        std::all_of(branch.nodes.begin(), branch.nodes.end(), [&](const ConditionNode& node) {
          return !node.block &&
                 ascii::trim(text_.substr(node.text.start, node.text.size())).empty();
        });
    if (empty) fault(ConditionFault::Kind::empty, tree_.tags[branch.tag].span);
  }

  std::string_view text_;
  ConditionTree tree_;
  std::vector<std::size_t> open_;
  std::size_t too_deep_ = 0;
  std::size_t tag_ = 0;
  std::size_t at_ = 0;  // the text up to here is read
};

}  // namespace

std::vector<LiquidTag> find_liquid_tags(std::string_view text) {
  std::vector<LiquidTag> tags;
  for (std::size_t at = text.find("{%"); at != npos; at = text.find("{%", at)) {
    const std::size_t size = placeholder_at(text, at);
    if (size == 0) {
      at += 2;
      continue;
    }
    std::string_view inside = text.substr(at + 2, size - 4);
    if (inside.starts_with('-')) inside.remove_prefix(1);
    if (inside.ends_with('-')) inside.remove_suffix(1);
    inside = ascii::trim(inside);
    const auto end = std::find_if_not(inside.begin(), inside.end(), ascii::is_letter);
    const auto length = static_cast<std::size_t>(end - inside.begin());
    const std::string_view word = inside.substr(0, length);
    const bool alone = length == inside.size() || !(ascii::is_alnum(inside[length]) ||
                                                    inside[length] == '.' || inside[length] == '_');
    if (alone && is_tag_word(word)) {
      tags.push_back({{at, at + size}, {}, word, ascii::trim(inside.substr(length))});
    }
    at += size;
  }
  add_cuts(text, tags);
  return tags;
}

ConditionTree read_conditions(std::string_view text) { return Reader(text).run(); }

std::vector<ConditionFault> find_condition_faults(std::string_view text) {
  return read_conditions(text).faults;
}

}  // namespace replylint
