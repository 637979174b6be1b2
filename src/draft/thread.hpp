// Threads: from quoted messages and mails to who said what, oldest first.
//
// Who is who. Of a sender's side the first of these that speaks decides:
//   1. What the format says (JSON: "from").
//   2. The draft's own mailboxes (From:, Return-Path:), and whoever writes from
//      the domain of one, are ours. Of public mail providers only the same
//      address is.
//   3. A sender whose side is known by an earlier step keeps it: same address,
//      or same name where an address is missing.
//   4. Where the draft has no mailbox, role addresses (support@, service@ …) are
//      ours, unless nobody would be left to be the customer.
//   5. The first message that is left, the newest first, is the customer's: it
//      is the one that is answered.
//   6. A sender with an address: the customer's side where the draft's mailboxes
//      are known (they are not ours), or where the domain is the customer's
//      (public providers excepted); ours otherwise.
//   7. The side that did not write the message which quotes this one, or comes
//      after it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "draft/thread_quotes.hpp"
#include "replylint/exchange.hpp"

namespace replylint {

// A message whose side is not yet known.
struct Letter {
  static constexpr std::size_t by_draft = QuotedMessage::by_draft;

  Mailbox sender;
  std::optional<Moment> at;
  std::string text;                  // the sender's own words
  std::size_t quoted_by = by_draft;  // index of the letter that quotes it or comes after it
  std::optional<Party> from = {};    // where the format says
};

// What a draft or mail quotes, as letters. Times without a zone are taken to be
// local where `date` was written, else UTC.
struct QuotedLetters {
  std::vector<Letter> letters;
  std::vector<std::string> doubts;  // what was left out, and why
};
[[nodiscard]] QuotedLetters quoted_letters(const Quotes& quotes, const std::optional<Moment>& date);

// Letters in the order in which they stand, each before those that it quotes,
// the newest first; `author` is Draft::author, empty where no mail is written.
// The result is in the order of their dates where each has one, else it is the
// letters turned round.
[[nodiscard]] std::vector<Message> to_thread(const std::vector<Letter>& letters,
                                             const std::vector<Mailbox>& author);

// True where only step 5 says which of two sides is the customer's, and the
// oldest message is not theirs: it may as well be the other way round.
[[nodiscard]] bool sides_are_guessed(const std::vector<Letter>& letters,
                                     const std::vector<Mailbox>& author);

// What the customer wrote since our last message, joined by an empty line
// where it is several; nothing where the last word is ours. `thread`: oldest
// first.
[[nodiscard]] std::optional<std::string> unanswered(const std::vector<Message>& thread);

}  // namespace replylint
