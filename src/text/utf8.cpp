#include "text/utf8.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/unistr.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <utility>

namespace replylint::text {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

unsigned char byte_at(std::string_view s, std::size_t i) {
  return static_cast<unsigned char>(s[i]);
}

// Length of the well-formed sequence at `at`, or minus the length of the
// maximal ill-formed subpart (Unicode 15, section 3.9, table 3-7).
int sequence_at(std::string_view s, std::size_t at) {
  const unsigned char lead = byte_at(s, at);
  if (lead < 0x80) return 1;
  int length = 0;
  unsigned char low = 0x80;
  unsigned char high = 0xBF;
  if (lead >= 0xC2 && lead <= 0xDF) {
    length = 2;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    length = 3;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    length = 4;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
  } else {
    return -1;
  }
  for (int k = 1; k < length; ++k) {
    const std::size_t i = at + static_cast<std::size_t>(k);
    if (i >= s.size() || byte_at(s, i) < low || byte_at(s, i) > high) return -k;
    low = 0x80;
    high = 0xBF;
  }
  return length;
}

bool is_ascii_block(std::string_view s, std::size_t at) {
  if (at + 8 > s.size()) return false;
  std::uint64_t block = 0;
  std::memcpy(&block, s.data() + at, 8);
  return (block & 0x8080808080808080ULL) == 0;
}

void append_code_point(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

void add_copy(Decoded& decoded, std::string_view bytes, std::size_t source) {
  if (!decoded.runs.empty()) {
    DecodedRun& last = decoded.runs.back();
    if (last.copy && last.source + last.source_size == source) {
      last.text_size += bytes.size();
      last.source_size += bytes.size();
      decoded.text += bytes;
      return;
    }
  }
  decoded.runs.push_back({decoded.text.size(), bytes.size(), source, bytes.size(), true});
  decoded.text += bytes;
}

void add_replacement(Decoded& decoded, std::size_t source, std::size_t source_size) {
  decoded.runs.push_back({decoded.text.size(), replacement.size(), source, source_size, false});
  decoded.text += replacement;
  if (decoded.replaced++ == 0) decoded.first_replaced = source;
}

// Mail readers and browsers read these names as their Windows superset
// (WHATWG Encoding Standard).
std::string web_name(const std::string& charset) {
  std::string name;
  for (const char c : charset) {
    name += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  for (const char* alias : {"iso-8859-1", "iso8859-1", "latin1", "us-ascii", "ascii"}) {
    if (name == alias) return "windows-1252";
  }
  return name;
}

// ICU's own substitution writes U+001A for some single bytes, which would hide
// that they were replaced.
void replace_ill_formed(const void* /*context*/, UConverterToUnicodeArgs* arguments,
                        const char* /*bytes*/, int32_t /*length*/, UConverterCallbackReason reason,
                        UErrorCode* status) {
  if (reason > UCNV_IRREGULAR) return;
  constexpr UChar replacement_unit = 0xFFFD;
  *status = U_ZERO_ERROR;
  ucnv_cbToUWriteUChars(arguments, &replacement_unit, 1, 0, status);
}

// Only a name, and no path by which ICU would look for a converter on disk.
// The empty name would mean the charset of the environment.
bool is_charset_name(std::string_view name) {
  constexpr std::size_t longest = 60;
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' ||
           c == ':' || c == '+';
  };
  return !name.empty() && name.size() <= longest && std::all_of(name.begin(), name.end(), fits);
}

// Makes UTF-8 of UTF-16 units as they come, each with the byte of the source
// where its character begins. A character ends where the next one begins.
class CharacterWriter {
 public:
  explicit CharacterWriter(std::string_view source) : source_(source) {
    decoded_.text.reserve(source.size());
  }

  void add(char16_t unit, std::size_t from) {
    if (U16_IS_TRAIL(unit) && pending_ && U16_IS_LEAD(*pending_)) {
      pending_ = static_cast<char32_t>(U16_GET_SUPPLEMENTARY(*pending_, unit));
      return;
    }
    write(from);
    pending_ = unit;
    from_ = from;
  }
  [[nodiscard]] std::size_t last_source() const { return from_; }
  [[nodiscard]] Decoded finish() {
    write(source_.size());
    return std::move(decoded_);
  }

 private:
  void write(std::size_t to) {
    if (!pending_) return;
    const char32_t c = *pending_;
    const std::size_t size = to - from_;
    const bool mark = c == 0xFEFF && decoded_.runs.empty();
    if (c == 0xFFFD || U_IS_SURROGATE(c)) {
      add_replacement(decoded_, from_, size);
    } else if (!mark && size == 1 && c < 0x80 && source_[from_] == static_cast<char>(c)) {
      add_copy(decoded_, source_.substr(from_, 1), from_);
    } else if (!mark) {
      const std::size_t start = decoded_.text.size();
      append_code_point(decoded_.text, c);
      decoded_.runs.push_back({start, decoded_.text.size() - start, from_, size, false});
    }
  }

  std::string_view source_;
  Decoded decoded_;
  std::optional<char32_t> pending_;
  std::size_t from_ = 0;
};

}  // namespace

CodePoint code_point_at(std::string_view utf8, std::size_t at) {
  const unsigned char lead = byte_at(utf8, at);
  if (lead < 0x80) return {lead, 1};
  const auto next = [&](std::size_t k) {
    return static_cast<char32_t>(byte_at(utf8, at + k) & 0x3F);
  };
  if (lead < 0xE0) return {static_cast<char32_t>((lead & 0x1FU) << 6) | next(1), 2};
  if (lead < 0xF0) {
    return {static_cast<char32_t>((lead & 0x0FU) << 12) | (next(1) << 6) | next(2), 3};
  }
  return {static_cast<char32_t>((lead & 0x07U) << 18) | (next(1) << 12) | (next(2) << 6) | next(3),
          4};
}

bool is_valid_utf8(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    if (is_ascii_block(bytes, at)) {
      at += 8;
      continue;
    }
    const int length = sequence_at(bytes, at);
    if (length < 0) return false;
    at += static_cast<std::size_t>(length);
  }
  return true;
}

std::size_t count_code_points(std::string_view utf8) {
  std::size_t count = 0;
  for (const char c : utf8) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
  return count;
}

Decoded decode_utf8(std::string_view bytes) {
  Decoded decoded;
  decoded.text.reserve(bytes.size());
  std::size_t at = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  std::size_t good = at;  // start of the well-formed run not yet added
  const auto flush = [&] {
    if (good < at) add_copy(decoded, bytes.substr(good, at - good), good);
  };
  while (at < bytes.size()) {
    if (is_ascii_block(bytes, at)) {
      at += 8;
      continue;
    }
    const int length = sequence_at(bytes, at);
    if (length > 0) {
      at += static_cast<std::size_t>(length);
      continue;
    }
    flush();
    const auto ill = static_cast<std::size_t>(-length);
    add_replacement(decoded, at, ill);
    at += ill;
    good = at;
  }
  flush();
  return decoded;
}

std::optional<Decoded> decode_charset(std::string_view bytes, const std::string& charset) {
  const std::string name = web_name(charset);
  if (name == "utf-8" || name == "utf8") return decode_utf8(bytes);
  if (!is_charset_name(name)) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(
      ucnv_open(name.c_str(), &status), &ucnv_close);
  ucnv_setToUCallBack(converter.get(), &replace_ill_formed, nullptr, nullptr, nullptr, &status);
  if (U_FAILURE(status)) return std::nullopt;
  CharacterWriter writer(bytes);
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  std::array<UChar, 1024> units{};
  std::array<int32_t, 1024> offsets{};
  bool more = true;
  while (more) {
    const auto consumed = static_cast<std::size_t>(source - bytes.data());
    UChar* target = units.data();
    status = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &target, units.data() + units.size(), &source, end,
                   offsets.data(), 1, &status);
    more = status == U_BUFFER_OVERFLOW_ERROR;
    const auto count = static_cast<std::size_t>(target - units.data());
    for (std::size_t i = 0; i < count; ++i) {
      // ICU does not know where units came from that did not fit last time:
      // they belong to the character before.
      const int32_t offset = offsets.at(i);
      writer.add(units.at(i),
                 offset < 0 ? writer.last_source() : consumed + static_cast<std::size_t>(offset));
    }
  }
  return writer.finish();
}

std::optional<std::string> encode_charset(std::string_view utf8, const std::string& charset) {
  const std::string name = web_name(charset);
  if (name == "utf-8" || name == "utf8") return std::string(utf8);
  if (!is_charset_name(name)) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(
      ucnv_open(name.c_str(), &status), &ucnv_close);
  ucnv_setFromUCallBack(converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                        &status);
  if (U_FAILURE(status)) return std::nullopt;
  const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(
      icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())));
  constexpr int32_t longest_character = 8;  // bytes
  std::string out(static_cast<std::size_t>((wide.length() + 2) * longest_character), '\0');
  const int32_t size =
      ucnv_fromUChars(converter.get(), out.data(), static_cast<int32_t>(out.size()),
                      wide.getBuffer(), wide.length(), &status);
  if (U_FAILURE(status)) return std::nullopt;
  out.resize(static_cast<std::size_t>(size));
  return out;
}

std::string fold(std::string_view utf8) {
  std::string folded;
  folded.reserve(utf8.size());
  bool ascii = true;
  for (const char c : utf8) {
    if (static_cast<unsigned char>(c) >= 0x80) {
      ascii = false;
      break;
    }
    folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  if (ascii) return folded;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKCCasefoldInstance(status);
  if (U_FAILURE(status)) return std::string(utf8);
  icu::UnicodeString wide = icu::UnicodeString::fromUTF8(
      icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())));
  // Before the rest: normalising would take U+00B4 apart into a blank and an accent.
  for (const char16_t apostrophe : {u'\u2018', u'\u2019', u'\u201B', u'\u02BC', u'\u00B4'}) {
    wide.findAndReplace(icu::UnicodeString(apostrophe), icu::UnicodeString(u'\''));
  }
  const icu::UnicodeString result = normalizer->normalize(wide, status);
  if (U_FAILURE(status)) return std::string(utf8);
  folded.clear();
  result.toUTF8String(folded);
  return folded;
}

std::string fold_to_base(std::string_view utf8) {
  std::string folded = fold(utf8);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) return folded;
  const icu::UnicodeString apart =
      normalizer->normalize(icu::UnicodeString::fromUTF8(icu::StringPiece(
                                folded.data(), static_cast<int32_t>(folded.size()))),
                            status);
  if (U_FAILURE(status)) return folded;
  icu::UnicodeString base;
  for (int32_t at = 0; at < apart.length(); at = apart.moveIndex32(at, 1)) {
    const UChar32 c = apart.char32At(at);
    if (u_charType(c) != U_NON_SPACING_MARK) base.append(c);
  }
  std::string out;
  base.toUTF8String(out);
  return out;
}

}  // namespace replylint::text
