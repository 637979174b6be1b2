#include <string>
#include <utility>

#include "draft/reading.hpp"

namespace replylint {

ReadWarning replaced_warning(std::size_t count, std::string_view charset, std::size_t source) {
  std::string message = std::to_string(count);
  message += count == 1 ? " sequence of bytes is" : " sequences of bytes are";
  message += " not valid ";
  message += charset;
  message += count == 1 ? "; it was read as U+FFFD" : "; each was read as U+FFFD";
  return {std::move(message), source};
}

MappedText decode_source(std::string_view bytes, std::vector<ReadWarning>& warnings) {
  const bool little = bytes.starts_with("\xFF\xFE");
  const bool big = bytes.starts_with("\xFE\xFF");
  std::string_view charset = "UTF-8";
  text::Decoded decoded;
  std::size_t skipped = 0;
  if (little || big) {
    charset = little ? "UTF-16LE" : "UTF-16BE";
    skipped = 2;
    if (auto utf16 = text::decode_charset(bytes.substr(skipped), std::string(charset))) {
      decoded = *std::move(utf16);
    }
  } else {
    decoded = text::decode_utf8(bytes);
  }
  if (decoded.replaced > 0) {
    warnings.push_back(
        replaced_warning(decoded.replaced, charset, decoded.first_replaced + skipped));
  }
  MappedText out{std::move(decoded.text), map_of(decoded)};
  if (skipped > 0) {
    OffsetMap shift;
    shift.append(bytes.size() - skipped, {skipped, bytes.size()}, OffsetMap::Kind::copy);
    out.map = out.map.then(shift);
  }
  return out;
}

Reading read_plain(std::string_view bytes) {
  Reading reading;
  reading.visible = with_plain_line_ends(decode_source(bytes, reading.warnings));
  return reading;
}

}  // namespace replylint
