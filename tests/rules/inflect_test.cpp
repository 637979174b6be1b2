#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "catch.hpp"
#include "rules/pattern.hpp"

namespace replylint::rules {
namespace {

using Forms = std::vector<std::string>;

TEST_CASE("lemmas have the forms of English grammar") {
  struct Row {
    const char* lemma;
    Forms forms;  // each must be there
  };
  const auto row = GENERATE(values<Row>({
      {"say", {"say", "says", "saying", "said"}},
      {"try", {"try", "tries", "trying", "tried"}},
      {"play", {"plays", "playing", "played"}},
      {"stop", {"stops", "stopping", "stopped"}},
      {"wait", {"waits", "waiting", "waited"}},
      {"fix", {"fixes", "fixing", "fixed"}},
      {"show", {"shows", "showing", "showed", "shown"}},
      {"use", {"uses", "using", "used"}},
      {"agree", {"agrees", "agreeing", "agreed"}},
      {"die", {"dies", "dying", "died"}},
      {"lie", {"lies", "lying", "lied", "lay", "lain"}},
      {"go", {"goes", "going", "went", "gone"}},
      {"do", {"does", "doing", "did", "done"}},
      {"watch", {"watches", "watching", "watched"}},
      {"apologise",
       {"apologises", "apologising", "apologised", "apologize", "apologizes", "apologizing",
        "apologized"}},
      {"apologize", {"apologise", "apologised", "apologizing"}},
      {"cancel", {"cancels", "canceling", "cancelling", "canceled", "cancelled"}},
      {"refer", {"referring", "referred"}},
      {"forget", {"forgets", "forgetting", "forgot", "forgotten"}},
      {"quit", {"quits", "quitting"}},
      {"upset", {"upsets", "upsetting"}},
      {"put", {"puts", "putting"}},
      {"be", {"be", "am", "is", "are", "was", "were", "been", "being"}},
      {"have", {"have", "has", "had", "having"}},
      {"person", {"person", "people", "persons"}},
      {"child", {"children"}},
      {"woman", {"women"}},
      {"box", {"boxes"}},
      {"company", {"companies"}},
      {"problem", {"problem", "problems"}},
      {"photo", {"photos"}},
      {"veto", {"vetoes"}},
      {"echo", {"echoes", "echoing", "echoed"}},
      {"analyse", {"analyses", "analysing", "analyze", "analyzed", "analyzing"}},
      {"honour", {"honours", "honor", "honored", "honoring"}},
      {"favor", {"favors", "favour", "favoured"}},
      {"panic", {"panics", "panicked", "panicking"}},
      {"program", {"programming", "programing", "programed", "programmed"}},
      {"equip", {"equipped", "equipping"}},
      {"life", {"life", "lives"}},
      {"resend", {"resends", "resent", "resending"}},
      {"undergo", {"undergoes", "underwent", "undergone", "undergoing"}},
      {"write", {"writes", "writing", "wrote", "written"}},
  }));
  CAPTURE(row.lemma);
  const Forms forms = inflect(row.lemma);
  CHECK(forms.front() == row.lemma);
  for (const std::string& form : row.forms) {
    INFO(form);
    CHECK(std::find(forms.begin(), forms.end(), form) != forms.end());
  }
  CHECK(std::set<std::string>(forms.begin(), forms.end()).size() == forms.size());
}

TEST_CASE("lemmas do not take the forms of other words") {
  struct Row {
    const char* lemma;
    const char* other;
  };
  const auto row = GENERATE(values<Row>(
      {{"be", "bes"},        {"be", "bed"},        {"say", "sayed"},     {"lose", "loose"},
       {"wait", "waitting"}, {"try", "trys"},      {"fix", "fixxed"},    {"go", "goed"},
       {"use", "useing"},    {"rise", "rize"},     {"have", "haves"},    {"photo", "photoes"},
       {"life", "lifes"},    {"tap", "taped"},     {"hop", "hoping"},    {"refer", "refered"},
       {"sync", "syncking"}, {"advise", "advize"}, {"praise", "praize"}, {"surprise", "surprize"},
       {"hour", "hor"},      {"error", "errour"}}));
  CAPTURE(row.lemma, row.other);
  const Forms forms = inflect(row.lemma);
  CHECK(std::find(forms.begin(), forms.end(), row.other) == forms.end());
}

TEST_CASE("a lemma of one letter stays as it is") { CHECK(inflect("i") == Forms{"i"}); }

}  // namespace
}  // namespace replylint::rules
