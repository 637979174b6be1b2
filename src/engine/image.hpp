// Compiled packs as bytes: a header and the tables one behind another. The same
// format is embedded in the program and kept in the cache of users' packs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/tables.hpp"

namespace replylint::engine {

// An image begins at a multiple of this, and so does each of its tables.
inline constexpr std::size_t image_alignment = 8;

// Whole 64-bit words, so that memory of the image is aligned.
using ImageWords = std::vector<std::uint64_t>;

[[nodiscard]] ImageWords write_image(Tables<Built>& tables, std::uint64_t key);

// The tables in place. Nothing where the bytes are no whole image of this format
// with this key. `check_sum` compares the sum over all bytes too, which a file
// needs and the program's own image does not.
[[nodiscard]] std::optional<PackTables> view_image(std::span<const std::uint64_t> image,
                                                   std::uint64_t key, bool check_sum);

// A sum over bytes that no accident leaves the same: 64 bits, read 8 at a time.
[[nodiscard]] std::uint64_t sum_of(std::span<const std::uint64_t> words, std::uint64_t seed);

// The image of the shipped pack, made at build time.
[[nodiscard]] std::span<const std::uint64_t> shipped_image();

}  // namespace replylint::engine
