// Compiled packs of users in a folder, one file each, so that a pack is compiled
// once. A file is named by its key, and is used only where its header, key and
// sum are right. Nothing here is ever an error: what cannot be read or written
// is compiled again.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "engine/image.hpp"

namespace replylint::engine {

struct CachedPack {
  std::shared_ptr<const void> memory;  // the mapped file
  PackTables tables;
};

// Nothing where there is no good file of that key, or one that is another
// user's or that others may write.
[[nodiscard]] std::optional<CachedPack> read_cached(const std::string& folder, std::uint64_t key);

// Makes the folder where it is missing. The file appears whole or not at all,
// whoever else writes it at the same time; only its user may read it. The
// oldest files beyond a few are removed.
void write_cached(const std::string& folder, std::uint64_t key,
                  std::span<const std::uint64_t> image);

}  // namespace replylint::engine
