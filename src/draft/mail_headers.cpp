#include "draft/mail_headers.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "draft/ascii.hpp"
#include "draft/dates.hpp"
#include "text/utf8.hpp"

namespace replylint {

namespace {

using Words = std::string_view;

constexpr std::size_t npos = std::string_view::npos;

// All tables hold folded text (text::fold).
constexpr auto originals = std::to_array<Words>({
    "original message",        "original appointment",
    "original email",          "original e-mail",
    "reply message",           "message from ",
    "ursprüngliche nachricht", "originalnachricht",
    "message d'origine",       "message original",
    "mensaje original",        "mensagem original",
    "oorspronkelijk bericht",  "originele bericht",
    "messaggio originale",     "ursprungligt meddelande",
    "originalmeddelande",      "oprindelig meddelelse",
    "opprinnelig melding",     "alkuperäinen viesti",
    "wiadomość oryginalna",    "oryginalna wiadomość",
    "původní zpráva",          "pôvodná správa",
    "eredeti üzenet",          "mesaj original",
    "исходное сообщение",      "пересылаемое сообщение от",
    "orijinal mesaj",          "原始邮件",
    "元のメッセージ",
});

constexpr auto forwards = std::to_array<Words>({
    "forwarded message",
    "forwarded by",
    "forwarded mail",
    "forwarded from",
    "forward message",
    "weitergeleitete nachricht",
    "weitergeleitet von",
    "message transféré",
    "message réexpédié",
    "courriel transféré",
    "mensaje reenviado",
    "mensagem encaminhada",
    "mensagem reencaminhada",
    "doorgestuurd bericht",
    "messaggio inoltrato",
    "vidarebefordrat meddelande",
    "videresendt meddelelse",
    "videresendt melding",
    "välitetty viesti",
    "edelleenlähetetty viesti",
    "przekazana wiadomość",
    "wiadomość przekazana",
    "přeposlaná zpráva",
    "preposlaná správa",
    "továbbított üzenet",
    "mesaj redirecționat",
    "пересылаемое сообщение",
    "перенаправленное сообщение",
    "iletilen ileti",
    "переслане повідомлення",
    "iletilen mesaj",
    "yönlendirilmiş ileti",
    "转发的邮件",
    "転送メッセージ",
});

// Whole lines, without their colon.
constexpr auto begin_forwards = std::to_array<Words>({
    "forwarded message",
    "begin forwarded message",
    "anfang der weitergeleiteten nachricht",
    "anfang der weitergeleiteten e-mail",
    "début du message réexpédié",
    "début du message transféré",
    "inicio del mensaje reenviado",
    "inizio messaggio inoltrato",
    "início da mensagem reencaminhada",
    "início da mensagem encaminhada",
    "begin doorgestuurd bericht",
    "vidarebefordrat brev",
    "start på videresendt besked",
    "videresendt melding",
    "videresendt besked",
    "välitetty viesti alkaa",
    "początek przekazywanej wiadomości",
    "dalej przesyłana wiadomość",
    "začátek přeposílané zprávy",
    "začiatok preposlanej správy",
    "továbbított levél kezdete",
    "începutul mesajului redirecționat",
    "начало переадресованного сообщения",
    "iletilen ileti başlangıcı",
    "début du courriel réexpédié",
    "započni proslijeđenu poruku",
});

enum class Field : std::uint8_t { from, to, date, subject, copy, other };

struct FieldName {
  Words name;
  Field field;
};

constexpr auto field_names = std::to_array<FieldName>({
    {"from", Field::from},
    {"von", Field::from},
    {"de", Field::from},
    {"van", Field::from},
    {"da", Field::from},
    {"från", Field::from},
    {"fra", Field::from},
    {"od", Field::from},
    {"lähettäjä", Field::from},
    {"feladó", Field::from},
    {"от", Field::from},
    {"від", Field::from},
    {"надіслано", Field::date},
    {"кому от", Field::from},
    {"kimden", Field::from},
    {"de la", Field::from},
    {"发件人", Field::from},
    {"差出人", Field::from},
    {"to", Field::to},
    {"an", Field::to},
    {"à", Field::to},
    {"a", Field::to},
    {"para", Field::to},
    {"aan", Field::to},
    {"till", Field::to},
    {"til", Field::to},
    {"do", Field::to},
    {"komu", Field::to},
    {"pro", Field::to},
    {"pre", Field::to},
    {"vastaanottaja", Field::to},
    {"címzett", Field::to},
    {"кому", Field::to},
    {"kime", Field::to},
    {"către", Field::to},
    {"收件人", Field::to},
    {"宛先", Field::to},
    {"za", Field::to},
    {"date", Field::date},
    {"sent", Field::date},
    {"gesendet", Field::date},
    {"datum", Field::date},
    {"envoyé", Field::date},
    {"envoyé le", Field::date},
    {"enviado", Field::date},
    {"enviada", Field::date},
    {"enviado el", Field::date},
    {"enviada em", Field::date},
    {"fecha", Field::date},
    {"data", Field::date},
    {"inviato", Field::date},
    {"verzonden", Field::date},
    {"skickat", Field::date},
    {"sendt", Field::date},
    {"dato", Field::date},
    {"wysłano", Field::date},
    {"odesláno", Field::date},
    {"odoslané", Field::date},
    {"dátum", Field::date},
    {"lähetetty", Field::date},
    {"päivämäärä", Field::date},
    {"pvm", Field::date},
    {"elküldve", Field::date},
    {"дата", Field::date},
    {"отправлено", Field::date},
    {"tarih", Field::date},
    {"gönderilme tarihi", Field::date},
    {"发送时间", Field::date},
    {"日期", Field::date},
    {"日付", Field::date},
    {"送信日時", Field::date},
    {"gönderen", Field::from},
    {"subject", Field::subject},
    {"betreff", Field::subject},
    {"objet", Field::subject},
    {"asunto", Field::subject},
    {"assunto", Field::subject},
    {"onderwerp", Field::subject},
    {"oggetto", Field::subject},
    {"ämne", Field::subject},
    {"emne", Field::subject},
    {"temat", Field::subject},
    {"předmět", Field::subject},
    {"predmet", Field::subject},
    {"aihe", Field::subject},
    {"tárgy", Field::subject},
    {"тема", Field::subject},
    {"konu", Field::subject},
    {"subiect", Field::subject},
    {"主题", Field::subject},
    {"件名", Field::subject},
    {"naslov", Field::subject},
    {"cc", Field::copy},
    {"kopie", Field::copy},
    {"copie à", Field::copy},
    {"cópia", Field::copy},
    {"kopia", Field::copy},
    {"kopi", Field::copy},
    {"kopio", Field::copy},
    {"bcc", Field::copy},
    {"másolat", Field::copy},
    {"копия", Field::copy},
    {"bilgi", Field::copy},
    {"抄送", Field::copy},
    {"reply-to", Field::other},
    {"attachments", Field::other},
    {"importance", Field::other},
    {"sent by", Field::other},
    {"rispondi a", Field::other},
    {"répondre à", Field::other},
    {"responder a", Field::other},
    {"antwort an", Field::other},
    {"organization", Field::other},
});

bool is_rule_mark(char c) { return c == '-' || c == '_' || c == '=' || c == '*' || c == '>'; }

// "-----Original Message-----" -> "Original Message"; says how many marks stood before.
std::string_view within_rules(std::string_view content, std::size_t& marks) {
  marks = 0;
  while (!content.empty() && (is_rule_mark(content.front()) || content.front() == ' ')) {
    if (is_rule_mark(content.front())) ++marks;
    content.remove_prefix(1);
  }
  while (!content.empty() && (is_rule_mark(content.back()) || content.back() == ' ')) {
    content.remove_suffix(1);
  }
  return content;
}

struct FieldLine {
  Field field;
  std::string_view value;
};

std::optional<FieldLine> field_line(std::string_view content) {
  constexpr std::size_t longest_name = 40;
  while (!content.empty() && (content.front() == '*' || content.front() == '_')) {
    content.remove_prefix(1);
  }
  constexpr std::string_view wide_colon = "：";
  const std::size_t narrow = content.substr(0, longest_name).find(':');
  const std::size_t wide = content.substr(0, longest_name).find(wide_colon);
  const std::size_t colon = std::min(narrow, wide);
  if (colon == npos) return std::nullopt;
  std::string_view name = trim(content.substr(0, colon));
  while (!name.empty() && (name.back() == '*' || name.back() == '_')) name.remove_suffix(1);
  const std::string folded = text::fold(trim(name));
  const auto found =
      std::find_if(field_names.begin(), field_names.end(),
                   [&](const FieldName& candidate) { return candidate.name == folded; });
  if (found == field_names.end()) return std::nullopt;
  return FieldLine{found->field, content.substr(colon + (colon == wide ? wide_colon.size() : 1))};
}

std::optional<Field> field_of(std::string_view content) {
  const auto line = field_line(content);
  if (!line) return std::nullopt;
  return line->field;
}

bool looks_like_addresses(std::string_view content) {
  return content.find_first_of("@;<") != npos || content.find('/') != npos ||
         content.ends_with(',');
}

// The last line before `at` that is not blank, at most two blank ones away.
std::optional<std::size_t> line_before(const std::vector<Line>& lines, std::size_t at) {
  for (std::size_t blank = 0; at-- > 0; ++blank) {
    if (!lines[at].blank) return at;
    if (blank == 2) break;
  }
  return std::nullopt;
}

// Walks up from a Lotus header: lines with a date, "Sent by:", then the name.
std::size_t lotus_start(std::string_view text, const std::vector<Line>& lines, std::size_t at) {
  constexpr std::size_t longest = 120;
  constexpr int most_lines = 4;
  std::size_t start = at;
  bool dated = false;
  bool bare_date = false;
  for (int i = 0; i < most_lines; ++i) {
    const auto above = line_before(lines, start);
    if (!above || lines[*above].depth != lines[at].depth) break;
    const std::string_view content = content_of(text, lines[*above]);
    if (content.empty() || content.size() > longest) break;
    const bool adjacent = *above + 1 == start;
    if (text::fold(content).starts_with("sent by")) {
      start = *above;
      bare_date = true;
    } else if (contains_time(content) && !(dated && !bare_date)) {
      start = *above;
      dated = true;
      bare_date = ascii::is_digit(content.front());
    } else if (contains_numeric_date(content) && bare_date && adjacent) {
      // A name, an address and a date that was wrapped before its time.
      start = *above;
      break;
    } else {
      if (dated && bare_date && adjacent) start = *above;
      break;
    }
  }
  return dated ? start : at;
}

}  // namespace

std::optional<ZoneKind> separator_kind(std::string_view content) {
  std::size_t marks = 0;
  const std::string_view bare = within_rules(content, marks);
  if (marks < 2 && !content.ends_with(':')) return std::nullopt;
  const std::string inner = text::fold(bare);
  const auto begins = [&](Words phrase) { return inner.starts_with(phrase); };
  if (marks >= 2) {
    if (std::any_of(forwards.begin(), forwards.end(), begins)) return ZoneKind::forwarded;
    if (std::any_of(originals.begin(), originals.end(), begins)) return ZoneKind::quoted;
  }
  std::string_view whole = inner;
  if (whole.ends_with(':')) {
    whole.remove_suffix(1);
    whole = trim(whole);
    if (std::find(begin_forwards.begin(), begin_forwards.end(), whole) != begin_forwards.end()) {
      return ZoneKind::forwarded;
    }
  }
  return std::nullopt;
}

std::optional<HeaderBlock> header_block(std::string_view text, const std::vector<Line>& lines,
                                        std::size_t at) {
  constexpr std::size_t most_lines = 80;
  if (field_of(content_of(text, lines[at])).value_or(Field::other) == Field::other) {
    return std::nullopt;
  }
  HeaderBlock block{at, at + 1};
  std::array<bool, 6> found{};
  bool address = false;
  std::size_t blank = 0;
  std::size_t others = 0;
  const std::size_t end = std::min(lines.size(), at + most_lines);
  for (std::size_t i = at; i < end; ++i) {
    if (lines[i].depth != lines[at].depth) break;
    if (lines[i].blank) {
      if (++blank > 2) break;
      continue;
    }
    const std::string_view content = content_of(text, lines[i]);
    const auto field = field_of(content);
    if (field) {
      bool& seen = found.at(static_cast<std::size_t>(*field));
      // A field that comes again belongs to another header.
      if (seen && *field != Field::copy && *field != Field::other) break;
      seen = true;
      block.last = i + 1;
      others = 0;
      address = address || content.find('@') != npos;
    } else if (looks_like_addresses(content)) {
      if (blank > 0) break;
      address = address || content.find('@') != npos;
    } else if (blank > 0 || ++others > 2) {
      break;
    }
    blank = 0;
  }
  const auto has = [&](Field field) { return found.at(static_cast<std::size_t>(field)); };
  const auto distinct = std::count(found.begin(), found.end() - 1, true);
  block.first = lotus_start(text, lines, at);
  const bool lotus = block.first < at && has(Field::to) && distinct >= 2;
  const bool full = distinct >= 3 && (has(Field::from) || has(Field::to)) &&
                    (has(Field::subject) || has(Field::copy) || address);
  const bool sender = has(Field::from) && distinct >= 2 && address;
  if (lotus || full || sender) {
    if (!lotus) block.first = at;
    return block;
  }
  return std::nullopt;
}

std::optional<BlockField> block_field(std::string_view content) {
  const auto line = field_line(content);
  if (!line) return std::nullopt;
  using Kind = BlockField::Kind;
  const Kind kind = line->field == Field::from   ? Kind::sender
                    : line->field == Field::date ? Kind::date
                                                 : Kind::other;
  // "*From:* Ann"
  std::string_view value = trim(line->value);
  if (value.starts_with('*') || value.starts_with('_')) value = trim(value.substr(1));
  return BlockField{kind, value};
}

}  // namespace replylint
