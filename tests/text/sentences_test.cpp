#include "catch.hpp"
#include "text/document.hpp"
#include "text/reading.hpp"

namespace replylint::text {
namespace {

struct Row {
  const char* text;
  std::vector<std::string> sentences;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(sentences_of(row.text, read_document(row.text)) == row.sentences);
  }
}

}  // namespace

TEST_CASE("a sentence ends at its full stop") {
  check({
      {"One. Two! Three? Four", {"One.", "Two!", "Three?", "Four"}},
      {"  One.   Two.", {"One.", "Two."}},
      {"Really?! Yes!!! Well....", {"Really?!", "Yes!!!", "Well...."}},
      {"thanks for writing. we are on it. ok", {"thanks for writing.", "we are on it.", "ok"}},
      {"did it work? we hope so! bye", {"did it work?", "we hope so!", "bye"}},
      {"It costs 5. Then 6.", {"It costs 5.", "Then 6."}},
      {"(It works.) Good.", {"It works.)", "Good."}},
      {"You said “it broke.” We agree.", {"You said “it broke.”", "We agree."}},
      {"请稍等。谢谢！Ok", {"请稍等。", "谢谢！", "Ok"}},
      {"هل وصل؟ نعم.", {"هل وصل؟", "نعم."}},
  });
}

TEST_CASE("a missing space does not join sentences") {
  check({
      {"It is fixed.Please try again.", {"It is fixed.", "Please try again."}},
      {"Sorry!Please wait", {"Sorry!", "Please wait"}},
      {"Is it?Yes", {"Is it?", "Yes"}},
      {"Version 2.Please update", {"Version 2.", "Please update"}},
      {"Visit example.com now", {"Visit example.com now"}},
      {"Visit Booking.Com now", {"Visit Booking.Com now"}},
      {"Open report.pdf or v1.2 of setup.EXE now", {"Open report.pdf or v1.2 of setup.EXE now"}},
  });
}

TEST_CASE("abbreviations and initials end nothing") {
  check({
      {"Dear Mr. Lee and Dr. Wu, hi.", {"Dear Mr. Lee and Dr. Wu, hi."}},
      {"Use a card, e.g. Visa, i.e. Plastic.", {"Use a card, e.g. Visa, i.e. Plastic."}},
      {"Order No. 5 is in.", {"Order No. 5 is in."}},
      {"The answer is no. Please wait.", {"The answer is no.", "Please wait."}},
      {"Tea, milk, etc. are in.", {"Tea, milk, etc. are in."}},
      {"Tea, milk, etc. Then go.", {"Tea, milk, etc.", "Then go."}},
      {"Open 9 a.m. to 5 p.m. Monday to Friday.", {"Open 9 a.m. to 5 p.m. Monday to Friday."}},
      {"We close at 5 p.m. Please call.", {"We close at 5 p.m.", "Please call."}},
      {"Ask J. Smith or A. B. Jones.", {"Ask J. Smith or A. B. Jones."}},
      {"That was plan B. Please wait.", {"That was plan B.", "Please wait."}},
      {"So do I. Ask me.", {"So do I.", "Ask me."}},
      {"We ship to the U.S. market.", {"We ship to the U.S. market."}},
      {"We ship to the U.S. We do.", {"We ship to the U.S.", "We do."}},
      {"Acme Inc. Support is here.", {"Acme Inc. Support is here."}},
      {"This is Acme Inc. We help.", {"This is Acme Inc.", "We help."}},
      {"Due on Jan. 5 or Feb. 6.", {"Due on Jan. 5 or Feb. 6."}},
      {"It came on Fri. Please look.", {"It came on Fri.", "Please look."}},
      {"It takes approx. 5 days.", {"It takes approx. 5 days."}},
      {"Dial ext. 12 now.", {"Dial ext. 12 now."}},
      {"Mail etc.\nThen go.", {"Mail etc.", "Then go."}},
      {"Search on Yahoo! mail today.", {"Search on Yahoo! mail today."}},
  });
}

TEST_CASE("a small letter goes on behind dots and behind closing marks") {
  check({
      {"Well... it depends. Ok... Yes", {"Well... it depends.", "Ok...", "Yes"}},
      {"Well… it depends… Yes", {"Well… it depends…", "Yes"}},
      {"“Why?” she asked.", {"Why?” she asked."}},
      {"We are (sorry!) late.", {"We are (sorry!) late."}},
      {"It was (really?) late.", {"It was (really?) late."}},
  });
}

TEST_CASE("a face behind the full stop belongs to the sentence before it") {
  check({
      {"Thanks! 😊 We will look.", {"Thanks! 😊", "We will look."}},
      {"Thanks! :) 😊😊 Bye.", {"Thanks! :) 😊😊", "Bye."}},
      {"Thanks!\n😊 We will look.", {"Thanks!", "😊 We will look."}},
      {"🎉 It is out!", {"🎉 It is out!"}},
  });
}

TEST_CASE("a line break ends a sentence unless the line was wrapped") {
  check({
      {"Hi Anna,\nthanks for writing", {"Hi Anna,", "thanks for writing"}},
      {"We looked into your order and found that it\nwas sent twice. Sorry.",
       {"We looked into your order and found that it\nwas sent twice.", "Sorry."}},
      {"We looked into your order and found that it\r\nwas sent twice.",
       {"We looked into your order and found that it\r\nwas sent twice."}},
      {"We looked into your order and found that it\n\nwas sent twice.",
       {"We looked into your order and found that it", "was sent twice."}},
      {"We looked into your order and found that it\nWas sent twice.",
       {"We looked into your order and found that it", "Was sent twice."}},
      {"These are the steps that we ask you to take:\nopen it",
       {"These are the steps that we ask you to take:", "open it"}},
      {"One\rTwo\r\nThree\nFour\u2028Five\u2029Six",
       {"One", "Two", "Three", "Four", "Five", "Six"}},
      {"One\n-----\n***\nTwo", {"One", "Two"}},
      {"Mr.\nSmith", {"Mr.", "Smith"}},
  });
}

TEST_CASE("list items") {
  const char* text =
      "Do this:\n- Open it\n* Close it\n• Wait\n1. Start\n2) Go\n3.Stop\na) Look\n(4) See\n"
      "\u2023Try\n- Unplug the box\n  and wait. Then call.\n  Or write.\nDone. - No\n-5 is cold";
  const Document document = read_document(text);
  CHECK(sentences_of(text, document) ==
        std::vector<std::string>{"Do this:", "Open it", "Close it", "Wait", "Start", "Go", "Stop",
                                 "Look", "See", "Try", "Unplug the box\n  and wait.", "Then call.",
                                 "Or write.", "Done.", "No", "5 is cold"});
  std::string items;
  for (const Sentence& sentence : document.sentences) items += sentence.list_item ? 'x' : '.';
  CHECK(items == ".xxxxxxxxxxxx...");
}

TEST_CASE("blank lines part paragraphs") {
  struct ParagraphRow {
    const char* text;
    std::vector<std::uint32_t> paragraphs;  // of each sentence
  };
  const std::vector<ParagraphRow> rows{
      {"Ada. Bob.\nC\n\nD\n \t\n\n\nE", {0, 0, 0, 1, 2}},
      {"\n\n\nA\r\n\r\nB\r\nC", {0, 1, 1}},
      {"A\r\rB\u2028\u2028C", {0, 1, 2}},
  };
  for (const ParagraphRow& row : rows) {
    INFO(row.text);
    std::vector<std::uint32_t> paragraphs;
    for (const Sentence& s : read_document(row.text).sentences) paragraphs.push_back(s.paragraph);
    CHECK(paragraphs == row.paragraphs);
  }
}

TEST_CASE("how a sentence ends") {
  struct TerminatorRow {
    const char* text;
    Terminator terminator;
  };
  const std::vector<TerminatorRow> rows{
      {"Yes", Terminator::none},         {"Yes:", Terminator::none},
      {"Yes.", Terminator::period},      {"Yes。", Terminator::period},
      {"Yes?", Terminator::question},    {"Yes？", Terminator::question},
      {"Yes!", Terminator::exclamation}, {"Yes!!!", Terminator::exclamation},
      {"Yes!?", Terminator::question},   {"Yes..", Terminator::ellipsis},
      {"Yes…", Terminator::ellipsis},    {"Yes.”", Terminator::period},
      {"Yes.\n", Terminator::period},    {"Yes! 😊", Terminator::exclamation},
      {"Yes 😊", Terminator::none},
  };
  for (const TerminatorRow& row : rows) {
    INFO(row.text);
    const Document document = read_document(row.text);
    REQUIRE(document.sentences.size() == 1);
    CHECK(document.sentences.front().terminator == row.terminator);
  }
}

}  // namespace replylint::text
