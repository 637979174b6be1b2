// Content transfer encodings of mail, with the place of every byte.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "draft/mapped_text.hpp"

namespace replylint {

enum class TransferEncoding : std::uint8_t { identity, quoted_printable, base64, unknown };

// By the value of Content-Transfer-Encoding, read leniently ("7-bit",
// "BASE64;"). An empty value is identity.
[[nodiscard]] TransferEncoding transfer_encoding_from(std::string_view value);

// The bytes of a body. `text` need not be UTF-8.
struct TransferDecoded {
  MappedText bytes;
  std::optional<std::size_t> damage;  // source offset of the first ill-formed place
};

// Decodes `body`, which begins at byte `source` of the file. What cannot be
// decoded is kept as it is (quoted-printable) or passed over (base64).
[[nodiscard]] TransferDecoded decode_transfer(std::string_view body, TransferEncoding encoding,
                                              std::size_t source);

}  // namespace replylint
