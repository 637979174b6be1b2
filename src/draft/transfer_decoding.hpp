// Content transfer encodings of mail, with the place of every byte.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "draft/mapped_text.hpp"

namespace replylint {

enum class TransferEncoding : std::uint8_t {
  identity,
  quoted_printable,
  base64,
  uuencode,
  unknown
};

// By the value of Content-Transfer-Encoding, read leniently ("7-bit",
// "BASE64;"). An empty value is identity.
[[nodiscard]] TransferEncoding transfer_encoding_from(std::string_view value);

// The bytes of a body. `text` need not be UTF-8.
struct TransferDecoded {
  MappedText bytes;
  std::optional<std::size_t> damage;  // source offset of the first ill-formed place
  bool text_behind = false;           // what follows base64 was text, and kept
};

// Decodes `body`, which begins at byte `source` of the file. What cannot be
// decoded is kept as it is (quoted-printable) or passed over (base64, unless it
// is a line of text behind the end, the footer of a mailing list). Of uuencode,
// lines outside of "begin" and "end" are text.
[[nodiscard]] TransferDecoded decode_transfer(std::string_view body, TransferEncoding encoding,
                                              std::size_t source);

}  // namespace replylint
