#include "draft/mail_charset.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "draft/ascii.hpp"
#include "draft/reading.hpp"
#include "text/utf8.hpp"

namespace replylint {

namespace {

using Name = std::string_view;
constexpr std::size_t npos = std::string_view::npos;
constexpr Name western = "windows-1252";

struct Alias {
  Name label;
  Name charset;
};

// What mailers write and mean, where ICU knows another charset by that name or
// none. A name often means its superset.
constexpr auto aliases = std::to_array<Alias>({
    {"utf8", "utf-8"},
    {"unicode-1-1-utf-8", "utf-8"},
    {"unicode-1-1-utf-7", "utf-7"},
    {"latin1", western},
    {"latin-1", western},
    {"iso-8859-1", western},
    {"iso8859-1", western},
    {"iso_8859-1", western},
    {"iso-8859-9", "windows-1254"},
    {"iso-8859-8-i", "iso-8859-8"},
    {"iso-8859-8-e", "iso-8859-8"},
    {"iso-8859-11", "windows-874"},
    {"tis-620", "windows-874"},
    {"gb2312", "gb18030"},
    {"gb_2312-80", "gb18030"},
    {"gbk", "gb18030"},
    {"x-gbk", "gb18030"},
    {"euc-cn", "gb18030"},
    {"ks_c_5601-1987", "windows-949"},
    {"ks_c_5601", "windows-949"},
    {"euc-kr", "windows-949"},
    {"shift_jis", "windows-31j"},
    {"shift-jis", "windows-31j"},
    {"sjis", "windows-31j"},
    {"x-sjis", "windows-31j"},
    {"cp932", "windows-31j"},
    {"big5", "big5-hkscs"},
    {"x-mac-roman", "macintosh"},
});

constexpr auto no_labels = std::to_array<Name>(
    {"", "us-ascii", "ascii", "ansi_x3.4-1968", "iso-ir-6", "unknown-8bit", "x-unknown", "unknown",
     "default", "default_charset", "8bit", "7bit", "binary", "none"});

std::string charset_of(std::string_view label) {
  std::string name = ascii::to_lower(ascii::trim(label));
  std::erase_if(name, [](char c) { return c == '"' || c == '\''; });
  const auto found = std::find_if(aliases.begin(), aliases.end(),
                                  [&](const Alias& alias) { return alias.label == name; });
  return found == aliases.end() ? name : std::string(found->charset);
}

bool is_single_byte(std::string_view charset) {
  return charset.starts_with("windows-125") || charset.starts_with("iso-8859-") ||
         charset.starts_with("koi8-");
}

bool is_ascii(std::string_view bytes) {
  return std::none_of(bytes.begin(), bytes.end(),
                      [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

// No character beyond ASCII is well-formed.
bool is_never_utf8(const text::Decoded& decoded) {
  return decoded.replaced > 0 &&
         std::all_of(decoded.runs.begin(), decoded.runs.end(), [&](const text::DecodedRun& run) {
           return !run.copy ||
                  is_ascii(std::string_view(decoded.text).substr(run.text, run.text_size));
         });
}

// A name from the file, fit for a message.
std::string printable(std::string_view name) {
  constexpr std::size_t longest = 40;
  std::string out;
  for (const char c : name.substr(0, longest)) out += c >= ' ' && c < '\x7f' ? c : '?';
  return out;
}

// An escape of ISO-2022 with nothing behind it but another one is an error to
// ICU, and what mailers write between two words. It is left out.
MappedText without_empty_segments(const MappedText& bytes) {
  const std::string_view all = bytes.text;
  const auto escape_size = [&](std::size_t at) -> std::size_t {
    if (at >= all.size() || all[at] != '\x1B') return 0;
    const std::size_t end = all.find_first_not_of("$()", at + 1);
    return end == npos || end == at + 1 ? 0 : end + 1 - at;
  };
  MappedText out;
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t size = escape_size(at);
    if (size == 0) {
      const std::size_t next = std::min(all.find('\x1B', at + 1), all.size());
      out.append_copy(all.substr(at, next - at), at);
      at = next;
    } else {
      if (escape_size(at + size) == 0) out.append_copy(all.substr(at, size), at);
      at += size;
    }
  }
  out.map = out.map.then(bytes.map);
  return out;
}

struct Choice {
  std::string charset;
  std::string fault;  // of the label; empty for none
};

Choice choose(std::string_view bytes, std::string_view label) {
  const std::string charset = charset_of(label);
  const std::string labelled = " is labelled “" + printable(label) + "”, ";
  const bool none = std::find(no_labels.begin(), no_labels.end(), charset) != no_labels.end();
  if (none && bytes.find("\x1B$") != npos && is_ascii(bytes)) return {"iso-2022-jp", {}};
  if (is_ascii(bytes) && (none || charset == "utf-8" || is_single_byte(charset))) {
    return {"utf-8", {}};
  }
  const bool utf8 = text::is_valid_utf8(bytes);
  if (charset.starts_with("utf-16") && is_ascii(bytes) && bytes.find('\0') == npos) {
    return {"utf-8", labelled + "but is ASCII; read as that"};
  }
  if (none) {
    if (utf8) return {"utf-8", {}};
    return {std::string(western), " names no charset and is not UTF-8; read as windows-1252"};
  }
  if (charset == "utf-8") {
    if (utf8 || !is_never_utf8(text::decode_utf8(bytes))) return {charset, {}};
    return {std::string(western), labelled + "which it is not; read as windows-1252"};
  }
  if (is_single_byte(charset) && utf8) return {"utf-8", labelled + "but is UTF-8; read as that"};
  if (text::decode_charset({}, charset)) return {charset, {}};
  const std::string known(utf8 ? "UTF-8" : western);
  return {ascii::to_lower(known), labelled + "an unknown charset; read as " + known};
}

MappedText decode_as(const std::string& charset, const MappedText& bytes,
                     std::vector<ReadWarning>& warnings) {
  auto decoded = text::decode_charset(bytes.text, charset);
  if (!decoded) decoded = text::decode_utf8(bytes.text);
  if (decoded->replaced > 0) {
    const std::size_t at = decoded->first_replaced;
    warnings.push_back(
        replaced_warning(decoded->replaced, charset, bytes.map.to_source({at, at}).start));
  }
  OffsetMap map = map_of(*decoded).then(bytes.map);
  return {std::move(decoded->text), std::move(map)};
}

}  // namespace

MappedText decode_labelled(const MappedText& bytes, std::string_view label, std::string_view what,
                           std::vector<ReadWarning>& warnings) {
  const auto source = [&](std::size_t at) { return bytes.map.to_source({at, at}).start; };
  Choice choice = choose(bytes.text, label);
  if (!choice.fault.empty()) {
    const auto high = std::find_if(bytes.text.begin(), bytes.text.end(),
                                   [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    const auto at = high == bytes.text.end() ? bytes.text.begin() : high;
    warnings.push_back({std::string(what) + choice.fault,
                        source(static_cast<std::size_t>(at - bytes.text.begin()))});
  }
  if (choice.charset.starts_with("iso-2022-") && bytes.text.find('\x1B') != npos) {
    return decode_as(choice.charset, without_empty_segments(bytes), warnings);
  }
  return decode_as(choice.charset, bytes, warnings);
}

}  // namespace replylint
