// UTF-8 and other encodings, with offsets kept.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace replylint::text {

// The code point that begins at `at` in valid UTF-8, and its length in bytes.
struct CodePoint {
  char32_t value = 0;
  std::size_t length = 1;
};
[[nodiscard]] CodePoint code_point_at(std::string_view utf8, std::size_t at);

// True where every byte belongs to a well-formed sequence (no surrogates, no
// overlong forms, nothing past U+10FFFF). ASCII runs eight bytes at a time.
[[nodiscard]] bool is_valid_utf8(std::string_view bytes);

// Number of code points in valid UTF-8.
[[nodiscard]] std::size_t count_code_points(std::string_view utf8);

// One run of decoded text. Within a `copy` run, byte k of the text comes from
// byte k of the source; any other run is one character whose bytes all come
// from the whole of [source, source + source_size).
struct DecodedRun {
  std::size_t text = 0;         // offset in Decoded::text
  std::size_t text_size = 0;    // bytes
  std::size_t source = 0;       // offset in the bytes that were decoded
  std::size_t source_size = 0;  // bytes
  bool copy = false;
};

struct Decoded {
  std::string text;                // valid UTF-8
  std::vector<DecodedRun> runs;    // in order, covering text; a byte-order mark belongs to none
  std::size_t replaced = 0;        // ill-formed sequences, each now one U+FFFD
  std::size_t first_replaced = 0;  // source offset of the first of them
};

// Reads `bytes` as UTF-8; each ill-formed sequence (maximal subpart, as the
// Unicode standard recommends) becomes U+FFFD. A leading byte-order mark is
// dropped.
[[nodiscard]] Decoded decode_utf8(std::string_view bytes);

// Reads `bytes` in the named charset (any name that ICU knows, in any case).
// As in mail readers and browsers, iso-8859-1 and us-ascii mean windows-1252.
// Nothing when the name is unknown.
[[nodiscard]] std::optional<Decoded> decode_charset(std::string_view bytes,
                                                    const std::string& charset);

// Folds case and width of valid UTF-8 (NFKC case folding, which also drops
// soft hyphens and joiners); typographic apostrophes and ´ become '.
[[nodiscard]] std::string fold(std::string_view utf8);

// The same without the marks on letters: "jose" for "José".
[[nodiscard]] std::string fold_to_base(std::string_view utf8);

}  // namespace replylint::text
