#include "engine/image.hpp"

#include <cstring>

namespace replylint::engine {

namespace {

constexpr std::uint64_t magic = 0x016b636170796c70ULL;  // "plypack", 1
// To be raised when the meaning of a table changes; the size of its records is
// checked beside it.
constexpr std::uint32_t format = 1;
constexpr std::uint32_t byte_order = 0x01020304;

struct Header {
  std::uint64_t magic;
  std::uint32_t format;
  std::uint32_t byte_order;
  std::uint64_t key;
  std::uint64_t words;  // of the whole image
  std::uint64_t sum;    // of all that follows the header
};
struct Section {
  std::uint32_t word;    // where it begins
  std::uint32_t count;   // records
  std::uint32_t record;  // bytes
  std::uint32_t unused;
};
constexpr std::size_t word_size = sizeof(std::uint64_t);
constexpr std::size_t header_words = sizeof(Header) / word_size;
constexpr std::size_t section_words = sizeof(Section) / word_size;

template <typename Record>
Section section_of(std::size_t word, std::size_t count) {
  static_assert(std::is_trivially_copyable_v<Record>);
  static_assert(alignof(Record) <= image_alignment);
  return {static_cast<std::uint32_t>(word), static_cast<std::uint32_t>(count), sizeof(Record), 0};
}

}  // namespace

std::uint64_t sum_of(std::span<const std::uint64_t> words, std::uint64_t seed) {
  constexpr std::uint64_t factor = 0x9e3779b97f4a7c15ULL;
  std::uint64_t sum = seed ^ (words.size() * factor);
  for (const std::uint64_t word : words) {
    sum = (sum ^ word) * factor;
    sum ^= sum >> 32U;
  }
  return sum;
}

ImageWords write_image(Tables<Built>& tables, std::uint64_t key) {
  std::size_t count = 0;
  tables.each([&](const auto&) { ++count; });
  ImageWords image(header_words + count * section_words);
  std::size_t at = header_words;
  tables.each([&]<typename Record>(const std::vector<Record>& table) {
    const Section section = section_of<Record>(image.size(), table.size());
    std::memcpy(&image[at], &section, sizeof section);
    at += section_words;
    const std::size_t bytes = table.size() * sizeof(Record);
    image.resize(image.size() + (bytes + word_size - 1) / word_size);
    if (bytes != 0) std::memcpy(&image[section.word], table.data(), bytes);
  });
  const std::uint64_t sum = sum_of(std::span(image).subspan(header_words), key);
  const Header header{magic, format, byte_order, key, image.size(), sum};
  std::memcpy(image.data(), &header, sizeof header);
  return image;
}

std::optional<PackTables> view_image(std::span<const std::uint64_t> image, std::uint64_t key,
                                     bool check_sum) {
  Header header{};
  if (image.size() < header_words) return std::nullopt;
  std::memcpy(&header, image.data(), sizeof header);
  if (header.magic != magic || header.format != format || header.byte_order != byte_order ||
      header.key != key || header.words != image.size()) {
    return std::nullopt;
  }
  if (check_sum && sum_of(image.subspan(header_words), key) != header.sum) return std::nullopt;
  PackTables tables;
  bool whole = true;
  std::size_t at = header_words;
  tables.each([&]<typename Record>(std::span<const Record>& table) {
    if (!whole || at + section_words > image.size()) {
      whole = false;
      return;
    }
    Section section{};
    std::memcpy(&section, &image[at], sizeof section);
    at += section_words;
    const std::size_t bytes = std::size_t{section.count} * sizeof(Record);
    if (section.record != sizeof(Record) || section.word > image.size() ||
        bytes > (image.size() - section.word) * word_size) {
      whole = false;
      return;
    }
    table = {reinterpret_cast<const Record*>(image.data() + section.word), section.count};
  });
  if (!whole) return std::nullopt;
  return tables;
}

}  // namespace replylint::engine
