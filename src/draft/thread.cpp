#include "draft/thread.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <string_view>
#include <utility>

#include "draft/thread_sender.hpp"
#include "text/utf8.hpp"

namespace replylint {

namespace {

// Providers where strangers share a domain.
constexpr auto public_domains = std::to_array<std::string_view>(
    {"gmail.com",      "googlemail.com", "outlook.com", "hotmail.com",    "live.com",
     "msn.com",        "yahoo.com",      "ymail.com",   "aol.com",        "icloud.com",
     "me.com",         "mac.com",        "gmx.com",     "gmx.net",        "gmx.de",
     "web.de",         "mail.com",       "proton.me",   "protonmail.com", "zoho.com",
     "yandex.ru",      "yandex.com",     "mail.ru",     "qq.com",         "163.com",
     "126.com",        "comcast.net",    "verizon.net", "att.net",        "orange.fr",
     "free.fr",        "wanadoo.fr",     "laposte.net", "libero.it",      "t-online.de",
     "btinternet.com", "hotmail.co.uk",  "yahoo.co.uk", "live.co.uk",     "hotmail.fr",
     "yahoo.fr",       "yahoo.de",       "wp.pl",       "o2.pl",          "onet.pl",
     "seznam.cz",      "fastmail.com"});

constexpr auto role_names = std::to_array<std::string_view>({"support",
                                                             "service",
                                                             "customerservice",
                                                             "customer.service",
                                                             "customer-service",
                                                             "customercare",
                                                             "customer.care",
                                                             "care",
                                                             "help",
                                                             "helpdesk",
                                                             "contact",
                                                             "info",
                                                             "hello",
                                                             "team",
                                                             "sales",
                                                             "orders",
                                                             "billing",
                                                             "returns",
                                                             "complaints",
                                                             "noreply",
                                                             "no-reply",
                                                             "donotreply",
                                                             "do-not-reply"});

template <std::size_t N>
bool has(const std::array<std::string_view, N>& all, std::string_view one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

std::string_view domain_of(std::string_view address) {
  return address.substr(std::min(address.rfind('@') + 1, address.size()));
}

// The domain where it tells whose somebody is; else empty.
std::string_view telling_domain(std::string_view address) {
  const std::string_view domain = domain_of(address);
  return has(public_domains, domain) ? std::string_view() : domain;
}

bool is_role(std::string_view address) {
  std::string_view name = address.substr(0, address.find('@'));
  name = name.substr(0, name.find('+'));
  return has(role_names, name);
}

Party other(Party party) { return party == Party::customer ? Party::agent : Party::customer; }

class Sides {
 public:
  Sides(const std::vector<Letter>& letters, const std::vector<Mailbox>& author, bool roles)
      : letters_(letters), roles_(roles) {
    for (const Mailbox& ours : author) {
      remember(ours, Party::agent);
      if (ours.address.empty()) continue;
      author_known_ = true;
      const std::string_view domain = telling_domain(ours.address);
      if (!domain.empty()) domains_.emplace(domain, Party::agent);
    }
  }

  std::vector<Party> run() {
    std::vector<Party> parties;
    bool customer_known = false;
    for (const Letter& letter : letters_) {
      const Party quoter =
          letter.quoted_by == Letter::by_draft ? Party::agent : parties.at(letter.quoted_by);
      const Party party = side(letter, quoter, customer_known);
      if (party == Party::customer && !customer_known) {
        customer_known = true;
        const std::string_view domain = telling_domain(letter.sender.address);
        if (!domain.empty()) domains_.emplace(domain, party);
      }
      remember(letter.sender, party);
      parties.push_back(party);
    }
    return parties;
  }

 private:
  using Known = std::map<std::string, Party, std::less<>>;

  void remember(const Mailbox& sender, Party party) {
    if (!sender.address.empty()) addresses_.emplace(sender.address, party);
    if (!sender.name.empty()) names_.emplace(text::fold(sender.name), party);
  }

  static std::optional<Party> find(const Known& known, std::string_view key) {
    const auto found = known.find(key);
    if (key.empty() || found == known.end()) return std::nullopt;
    return found->second;
  }

  [[nodiscard]] Party side(const Letter& letter, Party quoter, bool customer_known) const {
    if (letter.from) return *letter.from;
    const Mailbox& sender = letter.sender;
    if (const auto known = find(addresses_, sender.address)) return *known;
    if (const auto known = find(domains_, telling_domain(sender.address))) return *known;
    if (sender.address.empty()) {
      if (const auto known = find(names_, text::fold(sender.name))) return *known;
    }
    const bool role = roles_ && !author_known_ && is_role(sender.address);
    if (role) return Party::agent;
    if (!customer_known) return Party::customer;
    if (!sender.address.empty()) return author_known_ ? Party::customer : Party::agent;
    return other(quoter);
  }

  const std::vector<Letter>& letters_;
  bool roles_;
  bool author_known_ = false;
  Known addresses_;
  Known names_;
  Known domains_;
};

bool names_customer(const std::vector<Party>& parties) {
  return std::find(parties.begin(), parties.end(), Party::customer) != parties.end();
}

}  // namespace

QuotedLetters quoted_letters(const Quotes& quotes, const std::optional<Moment>& date) {
  QuotedLetters out;
  for (const QuotedMessage& message : quotes.messages) {
    Attributed above = read_attribution(message.attribution, date ? date->offset : 0);
    if (!above.unclear_date.empty()) {
      out.doubts.push_back("“" + above.unclear_date +
                           "” may be two days; the message below it is taken to have no date");
    }
    out.letters.push_back({std::move(above.sender), above.at, message.text, message.quoted_by});
  }
  if (quotes.cut) {
    out.doubts.push_back("more than " + std::to_string(Quotes::most_messages) +
                         " messages are quoted; older ones were left out");
  }
  return out;
}

std::vector<Message> to_thread(const std::vector<Letter>& letters,
                               const std::vector<Mailbox>& author) {
  std::vector<Party> parties = Sides(letters, author, true).run();
  if (!names_customer(parties)) parties = Sides(letters, author, false).run();
  std::vector<Message> thread;
  for (std::size_t i = letters.size(); i-- > 0;) {
    const Letter& letter = letters[i];
    thread.push_back({parties[i], letter.at, letter.sender.name, letter.text});
  }
  if (std::all_of(thread.begin(), thread.end(),
                  [](const Message& m) { return m.at.has_value(); })) {
    std::stable_sort(thread.begin(), thread.end(), [](const Message& a, const Message& b) {
      return a.at->seconds < b.at->seconds;
    });
  }
  return thread;
}

bool sides_are_guessed(const std::vector<Letter>& letters, const std::vector<Mailbox>& author) {
  const bool told =
      !author.empty() || std::any_of(letters.begin(), letters.end(), [](const Letter& letter) {
        return letter.from.has_value() || is_role(letter.sender.address);
      });
  return !told && !letters.empty() && !letters.front().sender.address.empty() &&
         !letters.back().sender.address.empty() &&
         Sides(letters, author, true).run().back() == Party::agent;
}

std::optional<std::string> unanswered(const std::vector<Message>& thread) {
  const auto ours = std::find_if(thread.rbegin(), thread.rend(),
                                 [](const Message& m) { return m.from == Party::agent; });
  std::optional<std::string> joined;
  for (auto at = ours.base(); at != thread.end(); ++at) {
    if (joined) joined->append("\n\n");
    joined = joined.value_or("") + at->text;
  }
  return joined;
}

}  // namespace replylint
