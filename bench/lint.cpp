// What a lint costs inside a process that lives on:
//   lint_bench                   a table: speeds, scaling, threads
//   lint_bench FILE TIMES        lints the draft in FILE so often and prints nothing,
//                                for tools that count instructions
// Texts are the examples of the shipped rules, each once, in the order of the rules.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

#include "replylint/analysis.hpp"
#include "replylint/draft.hpp"
#include "replylint/rule_set.hpp"
#include "replylint/score.hpp"
#include "rules/rule.hpp"
#include "text/document.hpp"

namespace {

using namespace replylint;

// A lint from the bytes of a draft to its score.
class Linter {
 public:
  explicit Linter(const RuleSet& rules) : analyser_(rules), model_(ScoreModel::of(rules, none_)) {}
  int lint(const std::string& text) {
    const Analysis analysis = analyser_.analyse(read_draft(text, Format::plain), {});
    return model_.score(analysis).total;
  }

 private:
  Problems none_;
  Analyser analyser_;
  ScoreModel model_;
};

// Drafts of `size` bytes or a little more.
std::vector<std::string> drafts_of(const RuleSet& rules, std::size_t size) {
  std::vector<std::string> drafts;
  std::string draft;
  for (const rules::Rule& rule : rules.pack().rules) {
    for (const auto& examples : {rule.bad, rule.good}) {
      for (const rules::Example& example : examples) {
        draft += example.text;
        draft += draft.size() % 3 == 0 ? "\n\n" : " ";
        if (draft.size() < size) continue;
        drafts.push_back(std::move(draft));
        draft.clear();
      }
    }
  }
  return drafts;
}

// Seconds that one call takes: the best of several rounds, each long enough for
// the clock.
double seconds(const std::function<void()>& call) {
  using Clock = std::chrono::steady_clock;
  constexpr double long_enough = 0.1;
  constexpr int rounds = 5;
  double best = 0;
  for (int round = 0; round < rounds; ++round) {
    int calls = 0;
    const auto start = Clock::now();
    std::chrono::duration<double> passed{};
    do {
      call();
      ++calls;
      passed = Clock::now() - start;
    } while (passed.count() < long_enough);
    const double each = passed.count() / calls;
    best = round == 0 ? each : std::min(best, each);
  }
  return best;
}

double megabytes(const std::vector<std::string>& texts) {
  std::size_t bytes = 0;
  for (const std::string& text : texts) bytes += text.size();
  return static_cast<double>(bytes) / 1e6;
}

void print_table() {
  Problems problems;
  const RuleSet rules = RuleSet::load({}, problems);
  const auto drafts = drafts_of(rules, 2000);
  const auto lint_all = [&] {
    Linter linter(rules);
    for (const std::string& draft : drafts) linter.lint(draft);
  };
  const double tokens = seconds([&] {
    for (const std::string& draft : drafts) (void)text::read_document(draft);
  });
  const double whole = seconds(lint_all);
  const double both = seconds([&] {
    std::thread other(lint_all);
    lint_all();
    other.join();
  });
  const double size = megabytes(drafts);
  fmt::print("{} drafts of 2 KB, {:.2f} MB\n", drafts.size(), size);
  fmt::print("words and sentences alone      {:8.1f} MB/s\n", size / tokens);
  fmt::print("whole lint, one thread         {:8.1f} MB/s, {:.2f} of the former\n", size / whole,
             tokens / whole);
  fmt::print("whole lint, a draft            {:8.1f} µs\n",
             1e6 * whole / static_cast<double>(drafts.size()));
  fmt::print("two threads                    {:8.2f} times one\n", 2 * whole / both);
  Linter linter(rules);
  double first = 0;
  std::string all;
  for (const std::string& draft : drafts) all += draft + "\n\n";
  for (const std::size_t parts : {8U, 4U, 2U, 1U}) {
    const std::string text = all.substr(0, all.size() / parts);
    const double took = seconds([&] { linter.lint(text); });
    if (parts == 8) first = took;
    fmt::print("one draft of {:6} bytes       {:8.2f} times the shortest of the four\n",
               text.size(), took / first);
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    print_table();
    return 0;
  }
  std::ifstream in(argv[1], std::ios::binary);
  const std::string draft{std::istreambuf_iterator<char>(in), {}};
  int times = 0;
  const std::string_view count = argv[2];
  std::from_chars(count.data(), count.data() + count.size(), times);
  Problems problems;
  Linter linter(RuleSet::load({}, problems));
  int sum = 0;
  for (int i = 0; i < times; ++i) sum += linter.lint(draft);
  return sum < 0 ? 1 : 0;
}
