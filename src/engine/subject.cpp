#include "engine/subject.hpp"

#include <algorithm>
#include <vector>

namespace replylint::engine {

namespace {

bool is_own(ZoneKind kind) {
  return kind == ZoneKind::greeting || kind == ZoneKind::body || kind == ZoneKind::closing ||
         kind == ZoneKind::subject;
}

// More than a subject line is the author's own.
bool has_own_words(const Draft& draft) {
  return std::any_of(draft.zones.begin(), draft.zones.end(), [&](const Zone& zone) {
    return zone.kind != ZoneKind::subject && is_own(zone.kind) &&
           draft.text.find_first_not_of(" \t\r\n", zone.span.start) < zone.span.end;
  });
}

text::TokenKind opaque_kind(ZoneKind kind) {
  switch (kind) {
    case ZoneKind::link:
      return text::TokenKind::link;
    case ZoneKind::code:
      return text::TokenKind::code;
    case ZoneKind::placeholder:
      return text::TokenKind::placeholder;
    default:
      return text::TokenKind::word;
  }
}

}  // namespace

Subject read_author(const Draft& draft) {
  Subject subject;
  subject.text = draft.text;
  if (!has_own_words(draft)) return subject;
  std::vector<text::Stretch> stretches;
  const auto& zones = draft.zones;
  for (std::size_t i = 0; i < zones.size(); ++i) {
    if (!is_own(zones[i].kind)) continue;
    const Span block = zones[i].span;
    std::size_t at = block.start;
    for (std::size_t k = i + 1; k < zones.size() && zones[k].span.start < block.end; ++k) {
      const text::TokenKind kind = opaque_kind(zones[k].kind);
      if (kind == text::TokenKind::word || !block.contains(zones[k].span) ||
          zones[k].span.start < at) {
        continue;
      }
      if (at < zones[k].span.start) stretches.push_back({{at, zones[k].span.start}});
      stretches.push_back({zones[k].span, kind});
      at = zones[k].span.end;
    }
    if (at < block.end) stretches.push_back({{at, block.end}});
  }
  subject.document = text::read_document(draft.text, stretches);
  std::size_t z = 0;
  for (const text::Sentence& sentence : subject.document.sentences) {
    while (z < zones.size() &&
           (!is_own(zones[z].kind) || zones[z].span.end <= sentence.span.start)) {
      ++z;
    }
    subject.zones.push_back(z < zones.size() ? zones[z].kind : ZoneKind::body);
    if (subject.zones.back() == ZoneKind::subject) {
      subject.first = static_cast<std::uint32_t>(subject.zones.size());
    }
  }
  return subject;
}

Subject read_customer(std::string_view message) {
  Subject subject;
  subject.text = message;
  subject.document = text::read_document(message);
  subject.zones.assign(subject.document.sentences.size(), ZoneKind::body);
  return subject;
}

}  // namespace replylint::engine
