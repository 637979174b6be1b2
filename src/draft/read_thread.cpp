#include "draft/read_thread.hpp"

#include <algorithm>
#include <set>
#include <sstream>
#include <utility>

#include "draft/ascii.hpp"
#include "draft/lines.hpp"
#include "draft/mbox.hpp"
#include "draft/reading.hpp"
#include "draft/thread_json.hpp"
#include "draft/zones.hpp"

namespace replylint {

namespace {

// A mail, text or Markdown as one message, and what it quotes.
struct Mail {
  Letter own;  // its text may be empty
  std::vector<Letter> quoted;
  bool automatic = false;
};

// The paragraphs of a text, in a form that wrapping leaves alone.
std::vector<std::string> keys_of(std::string_view text) {
  constexpr std::size_t looked_at = 400;  // bytes of a paragraph
  std::vector<std::string> keys;
  std::string key;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trim(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    for (const char c : line.substr(0, looked_at)) {
      if (!ascii::is_space(c) && key.size() < looked_at) key += c;
    }
    if (!key.empty() && (line.empty() || text.empty())) keys.push_back(std::exchange(key, {}));
  }
  return keys;
}

// What tells a message from others: its longest paragraph. Greetings and
// signatures come again.
std::string key_of(std::string_view text) {
  std::vector<std::string> keys = keys_of(text);
  const auto longest = std::max_element(
      keys.begin(), keys.end(),
      [](const std::string& a, const std::string& b) { return a.size() < b.size(); });
  return longest == keys.end() ? std::string() : std::move(*longest);
}

class Reader {
 public:
  explicit Reader(const std::vector<ThreadFile>& files) : files_(files) {}

  ThreadRead run() {
    for (file_ = 0; file_ < files_.size() && out_.error.empty(); ++file_) read_file();
    file_ = 0;
    if (out_.error.empty() && out_.letters.empty()) assemble();
    if (out_.error.empty() && out_.letters.empty()) out_.error = "holds no message";
    if (!out_.error.empty()) out_.letters.clear();
    return std::move(out_);
  }

 private:
  void warn(std::string message, std::size_t source = 0) {
    out_.warnings.push_back({file_, {std::move(message), source}});
  }

  void read_file() {
    const ThreadFile& file = files_[file_];
    if (file.name.ends_with(".json") || looks_like_thread_json(file.bytes)) {
      read_json(file.bytes);
    } else if (is_mbox(file.name, file.bytes)) {
      std::istringstream in{std::string(file.bytes)};
      MboxReader reader(in);
      MboxMessage message;
      while (reader.next(message)) {
        const std::size_t start = message.start;
        read_mail(message.text.text, Format::eml, [&](std::size_t source) {
          return start + message.text.map.to_source({source, source}).start;
        });
      }
    } else {
      read_mail(file.bytes, guess_format(file.name, file.bytes),
                [](std::size_t source) { return source; });
    }
  }

  void read_json(std::string_view bytes) {
    auto read = read_thread_json(bytes);
    if (const auto* error = std::get_if<std::string>(&read)) {
      out_.error = *error;
      return;
    }
    out_.letters = std::move(std::get<std::vector<Letter>>(read));
    std::reverse(out_.letters.begin(), out_.letters.end());
    const bool customer = std::any_of(out_.letters.begin(), out_.letters.end(),
                                      [](const Letter& l) { return l.from == Party::customer; });
    if (out_.letters.empty()) {
      out_.error = "holds no message";
    } else if (!customer) {
      out_.error = R"(holds no message from the customer; one needs "from": "customer")";
    }
  }

  template <typename ToSource>
  void read_mail(std::string_view bytes, Format format, ToSource to_source) {
    Reading reading = read_source(bytes, format);
    for (ReadWarning& warning : reading.warnings) {
      warn(std::move(warning.message), to_source(warning.source));
    }
    const std::string& text = reading.visible.text;
    const Zoning zoning = find_zones(text, reading.known, marks_code(format));
    Mail mail;
    if (!reading.author.empty()) mail.own.sender = std::move(reading.author.front());
    mail.own.at = reading.date;
    mail.automatic = reading.automatic;
    std::string own;
    for (const Zone& zone : zoning.zones) {
      const bool theirs = zone.kind == ZoneKind::greeting || zone.kind == ZoneKind::body ||
                          zone.kind == ZoneKind::closing || zone.kind == ZoneKind::signature;
      if (theirs) own.append(text, zone.span.start, zone.span.size());
    }
    mail.own.text = trim(own);
    QuotedLetters quoted = quoted_letters(zoning.quotes, reading.date);
    mail.quoted = std::move(quoted.letters);
    for (std::string& doubt : quoted.doubts) warn(std::move(doubt), to_source(0));
    mails_.push_back(std::move(mail));
  }

  // From mails, in their order, to letters.
  void assemble() {
    if (mails_.size() > 1) {
      std::erase_if(mails_, [](const Mail& mail) { return mail.automatic; });
      sort_by_date();
    }
    std::set<std::string> known;
    for (const Mail& mail : mails_) add_keys(mail.own.text, known);
    std::vector<std::vector<Letter>> groups;  // of each mail: itself and what only it quotes
    for (const Mail& mail : mails_) groups.push_back(group(mail, known));
    std::size_t in_turn = 0;
    std::size_t newer = Letter::by_draft;  // the mail after this one
    for (auto letters = groups.rbegin(); letters != groups.rend(); ++letters) {
      const std::size_t first = out_.letters.size();
      for (Letter& letter : *letters) {
        if (letter.quoted_by != Letter::by_draft) {
          letter.quoted_by += first;
          if (letter.sender.name.empty() && letter.sender.address.empty()) ++in_turn;
        } else {
          letter.quoted_by = newer;
        }
        out_.letters.push_back(std::move(letter));
      }
      if (!letters->empty()) newer = first;
    }
    if (in_turn > 0) {
      warn(std::to_string(in_turn) +
           (in_turn == 1 ? " quoted message does" : " quoted messages do") + " not say who wrote " +
           (in_turn == 1 ? "it" : "them") + "; the sides were taken in turn");
    }
  }

  void sort_by_date() {
    const auto dated = [](const Mail& mail) { return mail.own.at.has_value(); };
    const auto without = mails_.size() - static_cast<std::size_t>(
                                             std::count_if(mails_.begin(), mails_.end(), dated));
    if (without > 0) {
      warn(std::to_string(without) +
           (without == 1 ? " message has no date" : " messages have no date") +
           "; the order of the " + (files_.size() > 1 ? "files" : "file") + " was kept");
      return;
    }
    std::stable_sort(mails_.begin(), mails_.end(), [](const Mail& a, const Mail& b) {
      return a.own.at->seconds < b.own.at->seconds;
    });
  }

  static void add_keys(std::string_view text, std::set<std::string>& known) {
    for (std::string& key : keys_of(text)) known.insert(std::move(key));
  }

  // The mail's own letter and those of its quotations that are not known yet.
  static std::vector<Letter> group(const Mail& mail, std::set<std::string>& known) {
    std::vector<Letter> letters;
    const std::size_t top = mail.own.text.empty() ? Letter::by_draft : 0;
    if (top == 0) letters.push_back(mail.own);
    std::vector<std::size_t> places;  // of each quoted one, or of who quotes it
    for (const Letter& quoted : mail.quoted) {
      const std::size_t above =
          quoted.quoted_by == Letter::by_draft ? top : places.at(quoted.quoted_by);
      if (known.contains(key_of(quoted.text))) {
        places.push_back(above);
        continue;
      }
      places.push_back(letters.size());
      letters.push_back(quoted);
      letters.back().quoted_by = above;
      add_keys(quoted.text, known);
    }
    return letters;
  }

  const std::vector<ThreadFile>& files_;
  std::size_t file_ = 0;
  std::vector<Mail> mails_;
  ThreadRead out_;
};

}  // namespace

ThreadRead read_thread(const std::vector<ThreadFile>& files) { return Reader(files).run(); }

}  // namespace replylint
