// What a reply needs: every situation, channel and element of the requirement
// matrix against what the pack asks for. tests/pack/matrix.txt holds it:
//
//   probe apology | <a draft without it> | <a draft with it>
//   channel chat
//   . complaint delay …           (names of situations, the columns)
//   apology R R O X …             (a row for each element)
//   note a: …                     (why a cell marked so differs)
//
// R required, O optional, X out of place. A cell with a letter, "R-a", says that
// the pack does otherwise on purpose: with R that it does not ask for it, with O
// that it does, with X that it says nothing.
#include <cstddef>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "catch.hpp"
#include "rules/rule.hpp"
#include "shipped.hpp"

namespace replylint::test {
namespace {

struct Probe {
  std::string without;
  std::string with;
};

struct Cell {
  std::string channel;
  std::string situation;
  std::string element;
  char wanted = 'O';
  std::string note;  // empty: as the matrix says
};

struct Matrix {
  std::map<std::string, Probe> probes;
  std::vector<Cell> cells;
  std::map<std::string, std::string> notes;
};

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(' ');
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

// "\n" stands for a line break.
std::string draft_text(std::string text) {
  for (std::size_t at; (at = text.find("\\n")) != std::string::npos;) text.replace(at, 2, "\n");
  return trimmed(text);
}

Matrix read_matrix() {
  std::ifstream in(std::string(REPLYLINT_SOURCE_DIR) + "/tests/pack/matrix.txt");
  REQUIRE(in.is_open());
  Matrix matrix;
  std::string channel;
  std::vector<std::string> situations;
  for (std::string line; std::getline(in, line);) {
    std::istringstream words(line);
    std::string first;
    if (!(words >> first) || first == "#") continue;
    if (first == "probe") {
      std::string element;
      std::string without;
      std::string with;
      std::getline(words, element, '|');
      std::getline(words, without, '|');
      std::getline(words, with);
      matrix.probes[trimmed(element)] = {draft_text(without), draft_text(with)};
    } else if (first == "channel") {
      words >> channel;
    } else if (first == "note") {
      std::string name;
      std::string reason;
      words >> name;
      std::getline(words, reason);
      matrix.notes[name.substr(0, name.size() - 1)] = trimmed(reason);
    } else if (first == ".") {
      situations.clear();
      for (std::string name; words >> name;) situations.push_back(name);
    } else {
      std::size_t column = 0;
      for (std::string cell; words >> cell; ++column) {
        INFO(line);
        REQUIRE(column < situations.size());
        matrix.cells.push_back({channel, situations[column], first, cell[0],
                                cell.size() > 2 ? cell.substr(2) : std::string()});
      }
      INFO(line);
      REQUIRE(column == situations.size());
    }
  }
  return matrix;
}

class Pack {
 public:
  Analysis analyse(const std::string& text, const Cell& cell) {
    Options options;
    options.channel = channel_named(cell.channel);
    options.situations = {cell.situation};
    return shipped_.analyser.analyse(read_draft(text, Format::plain), options);
  }
  bool requires_it(const std::string& text, const Cell& cell) {
    for (const RequiredElement& required : analyse(text, cell).required) {
      if (required.name == cell.element && !required.present) return true;
    }
    return false;
  }
  bool finds_it_out_of_place(const std::string& text, const Cell& cell) {
    for (const Finding& finding : analyse(text, cell).findings) {
      if (finding.rule->id.ends_with("-out-of-place")) return true;
    }
    return false;
  }

 private:
  Shipped shipped_;
};

TEST_CASE("the pack asks for what the requirement matrix asks for") {
  const Matrix matrix = read_matrix();
  Pack pack;
  std::set<std::string> notes_used;
  for (const Cell& cell : matrix.cells) {
    INFO(cell.channel << " " << cell.situation << " " << cell.element << " " << cell.wanted);
    const auto probe = matrix.probes.find(cell.element);
    REQUIRE(probe != matrix.probes.end());
    const bool as_wanted = cell.note.empty();
    if (!as_wanted) {
      CHECK(matrix.notes.contains(cell.note));
      notes_used.insert(cell.note);
    }
    CHECK(pack.requires_it(probe->second.without, cell) ==
          ((cell.wanted == 'R') == as_wanted && cell.wanted != 'X'));
    CHECK_FALSE(pack.requires_it(probe->second.with, cell));
    CHECK(pack.finds_it_out_of_place(probe->second.with, cell) ==
          (cell.wanted == 'X' && as_wanted));
  }
  CHECK(matrix.cells.size() == std::size_t{4} * 17 * 12);
  CHECK(notes_used.size() == matrix.notes.size());
}

TEST_CASE("an angry customer needs the feeling named, whatever the matter") {
  Shipped shipped;
  const Draft draft = read_draft("The lamp is blue.", Format::plain);
  for (const std::string situation :
       {"complaint", "delay", "refund-refused", "outage", "company-mistake", "customer-mistake",
        "abuse", "legal-threat", "billing", "cancellation", "question", "praise"}) {
    INFO(situation);
    Options options;
    options.situations = {"angry", situation};
    int asked = 0;
    for (const RequiredElement& required : shipped.analyser.analyse(draft, options).required) {
      if (required.name == "emotion") ++asked;
    }
    CHECK(asked == (situation == "question" || situation == "praise" ? 0 : 1));
  }
}

TEST_CASE("in danger nothing but what happens now is asked for") {
  Shipped shipped;
  const Draft draft = read_draft("Hello,\n\nI will see.", Format::plain);
  for (const Channel channel : {Channel::email, Channel::letter, Channel::chat, Channel::social}) {
    Options options;
    options.channel = channel;
    options.situations = {"angry", "complaint", "company-mistake", "legal-threat", "safety"};
    for (const RequiredElement& required : shipped.analyser.analyse(draft, options).required) {
      INFO(required.name);
      CHECK((required.name == "next-step" || required.name == "time-frame"));
    }
  }
}

TEST_CASE("where the channel is not known nothing is asked for") {
  const Matrix matrix = read_matrix();
  Pack pack;
  for (Cell cell : matrix.cells) {
    cell.channel = "unknown";
    INFO(cell.situation << " " << cell.element);
    CHECK_FALSE(pack.requires_it(matrix.probes.at(cell.element).without, cell));
  }
}

}  // namespace
}  // namespace replylint::test
