#include "draft/thread_sender.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "draft/ascii.hpp"
#include "draft/attribution.hpp"
#include "draft/date_in_text.hpp"
#include "draft/lines.hpp"
#include "draft/mail_headers.hpp"
#include "text/utf8.hpp"

namespace replylint {

namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t longest_name = 100;

bool is_address_char(char c) {
  return ascii::is_alnum(c) || static_cast<unsigned char>(c) >= 0x80 ||
         std::string_view(".!#$%&'*+/=?^_`{|}~-").find(c) != npos;
}

// The address around the first "@" that has something on both sides.
Span address_in(std::string_view text) {
  for (std::size_t at = text.find('@'); at != npos; at = text.find('@', at + 1)) {
    Span span{at, at + 1};
    while (span.start > 0 && is_address_char(text[span.start - 1])) --span.start;
    while (span.end < text.size() &&
           (ascii::is_alnum(text[span.end]) || text[span.end] == '.' || text[span.end] == '-' ||
            static_cast<unsigned char>(text[span.end]) >= 0x80)) {
      ++span.end;
    }
    while (span.end > at + 1 && text[span.end - 1] == '.') --span.end;
    if (span.start < at && span.end > at + 1) return span;
  }
  return {};
}

// What is left of a name without quotes, brackets and the marks around it.
std::string bare_name(std::string_view text) {
  constexpr std::string_view marks = "\"'<>()[],;:*_.-|";
  for (bool more = true; more && !text.empty();) {
    text = trim(text);
    more = false;
    // A full stop at the end is of "Jr.".
    if (!text.empty() && marks.find(text.front()) != npos) {
      text.remove_prefix(1);
      more = true;
    }
    if (!text.empty() && text.back() != '.' && marks.find(text.back()) != npos) {
      text.remove_suffix(1);
      more = true;
    }
  }
  if (text.ends_with("mailto")) return bare_name(text.substr(0, text.size() - 6));
  if (text.size() > longest_name) return {};
  return std::string(text);
}

// Words that stand between date, name and verb. Folded.
constexpr auto fillers = std::to_array<std::string_view>(
    {"on",  "am",  "le",  "op", "em",   "el", "il",   "den",  "la",  "at",     "på", "ti",  "pe",
     "um",  "uhr", "à",   "a",  "las",  "às", "kl",   "kl.",  "klo", "o",      "om", "ore", "alle",
     "der", "die", "hat", "by", "from", "w",  "dniu", "dnia", "dne", "giorno", "в",  "的",  "por"});

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = text.find_first_not_of(" \t", at);
    if (start == npos) break;
    const std::size_t end = std::min(text.find_first_of(" \t", start), text.size());
    words.push_back(text.substr(start, end - start));
    at = end;
  }
  return words;
}

std::string_view span_of(const std::vector<std::string_view>& words, std::size_t first,
                         std::size_t last) {
  if (first >= last) return {};
  return {words[first].data(),
          static_cast<std::size_t>(words[last - 1].data() + words[last - 1].size() -
                                   words[first].data())};
}

struct Candidate {
  std::string name;    // may be empty
  bool wrote = false;  // a verb of writing stood beside it
};

// A stretch between date, time and address, without fillers and the verb.
Candidate candidate(std::string_view stretch) {
  constexpr std::size_t longest_verb = 3;  // words
  const std::vector<std::string_view> words = words_of(stretch);
  Candidate out;
  std::size_t first = 0;
  std::size_t last = words.size();
  const auto is_filler = [](std::string_view word) {
    const std::string folded = text::fold(bare_name(word));
    return folded.empty() || std::find(fillers.begin(), fillers.end(), folded) != fillers.end();
  };
  for (bool more = true; more && first < last;) {
    more = false;
    for (std::size_t size = std::min(longest_verb, last - first); size > 0 && !more; --size) {
      if (is_verb_of_writing(text::fold(bare_name(span_of(words, first, first + size))))) {
        first += size;
        out.wrote = more = true;
      } else if (is_verb_of_writing(text::fold(bare_name(span_of(words, last - size, last))))) {
        last -= size;
        out.wrote = more = true;
      }
    }
    if (more || first == last) continue;
    if (is_filler(words[first])) {
      ++first;
      more = true;
    } else if (is_filler(words[last - 1])) {
      --last;
      more = true;
    }
  }
  out.name = bare_name(span_of(words, first, last));
  return out;
}

Attributed read_sentence(std::string_view line, int zone) {
  Attributed out;
  std::vector<Span> cuts;
  const Span address = address_in(line);
  if (!address.empty()) {
    out.sender.address = ascii::to_lower(line.substr(address.start, address.size()));
    cuts.push_back(address);
  }
  const auto date = date_in_text(line, zone);
  if (date) {
    out.at = date->moment;
    if (!date->moment) out.unclear_date = line.substr(date->date.start, date->date.size());
    cuts.push_back(date->date);
    if (date->time) cuts.push_back(*date->time);
  }
  std::sort(cuts.begin(), cuts.end(), [](Span a, Span b) { return a.start < b.start; });
  // The name stands before the address, else after date and time, else, with
  // the verb, before them.
  std::size_t at = 0;
  Candidate before_address;
  Candidate after;
  Candidate first;
  for (std::size_t i = 0; i <= cuts.size(); ++i) {
    const std::size_t end = i < cuts.size() ? cuts[i].start : line.size();
    if (end < at) continue;
    Candidate found = candidate(line.substr(at, end - at));
    if (i < cuts.size() && cuts[i] == address && !address.empty()) before_address = found;
    if (i == 0) first = found;
    after = std::move(found);
    if (i < cuts.size()) at = cuts[i].end;
  }
  if (!before_address.name.empty()) {
    out.sender.name = before_address.name;
  } else if (address.empty()) {
    const bool named_first = first.wrote || cuts.empty();
    out.sender.name = named_first && !first.name.empty() ? first.name : after.name;
  }
  return out;
}

}  // namespace

Mailbox mailbox_in(std::string_view field) {
  field = trim(field);
  const Span address = address_in(field);
  if (address.empty()) return {bare_name(field), {}};
  std::string_view name = field.substr(0, address.start);
  // "ann@example.com (Ann Lee)"
  if (trim(name).empty()) {
    name = trim(field.substr(address.end));
    const std::size_t close = name.starts_with('(') ? name.find(')') : npos;
    name = close == npos ? std::string_view() : name.substr(1, close - 1);
  }
  return {bare_name(name), ascii::to_lower(field.substr(address.start, address.size()))};
}

Attributed read_attribution(std::string_view lines, int zone) {
  Attributed out;
  std::string sentence;
  bool fields = false;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    const std::string_view line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    const auto field = block_field(line);
    if (!field) {
      if (!separator_kind(line)) sentence.append(sentence.empty() ? "" : " ").append(line);
      continue;
    }
    fields = true;
    if (field->kind == BlockField::Kind::sender) out.sender = mailbox_in(field->value);
    if (field->kind != BlockField::Kind::date) continue;
    if (const auto date = date_in_text(field->value, zone)) {
      out.at = date->moment;
      if (!date->moment)
        out.unclear_date = field->value.substr(date->date.start, date->date.size());
    }
  }
  const bool known = out.at || !out.sender.name.empty() || !out.sender.address.empty();
  if (fields && known) return out;
  return read_sentence(sentence, zone);
}

}  // namespace replylint
