// Reads what was said before a draft: one message of the customer's, or a
// whole thread.
//
//   a mail, a text or Markdown   its own words, and what it quotes
//   a mailbox file (.mbox)       its messages
//   several mails                as a mailbox file
//   JSON                         [{"from": "customer", "at": "2026-05-02T10:00Z",
//                                "text": "…"}, {"from": "agent", …}]; "at" and "name"
//                                (the sender's) may be left out
//
// Mails of a mailbox file, and several, are put in the order of their Date:; the
// order of the file stays where one has none. What a mail quotes counts where
// it is no mail of the thread itself. Replies by machines (Auto-Submitted:) are
// passed over.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "draft/thread.hpp"
#include "replylint/draft.hpp"

namespace replylint {

struct ThreadFile {
  std::string name;  // tells the format, as for drafts
  std::string_view bytes;
};

struct ThreadRead {
  std::vector<Letter> letters;  // for to_thread
  struct Warning {
    std::size_t file = 0;  // index of the file it is about
    ReadWarning warning;
  };
  std::vector<Warning> warnings;
  std::string error;  // why there is no thread; else empty
};

// `files`: one file, or the mails of a folder.
[[nodiscard]] ThreadRead read_thread(const std::vector<ThreadFile>& files);

}  // namespace replylint
