#include "report/width.hpp"

#include <algorithm>
#include <array>

#include "text/utf8.hpp"

namespace replylint::report {

namespace {

struct Range {
  char32_t first = 0;
  char32_t last = 0;
};

// East Asian Width W and F of Unicode 14; among the emoji rounded to blocks.
constexpr std::array<Range, 57> wide{
    {{0x1100, 0x115F},   {0x231A, 0x231B},   {0x2329, 0x232A},   {0x23E9, 0x23EC},
     {0x23F0, 0x23F0},   {0x23F3, 0x23F3},   {0x25FD, 0x25FE},   {0x2614, 0x2615},
     {0x2648, 0x2653},   {0x267F, 0x267F},   {0x2693, 0x2693},   {0x26A1, 0x26A1},
     {0x26AA, 0x26AB},   {0x26BD, 0x26BE},   {0x26C4, 0x26C5},   {0x26CE, 0x26CE},
     {0x26D4, 0x26D4},   {0x26EA, 0x26EA},   {0x26F2, 0x26F3},   {0x26F5, 0x26F5},
     {0x26FA, 0x26FA},   {0x26FD, 0x26FD},   {0x2705, 0x2705},   {0x270A, 0x270B},
     {0x2728, 0x2728},   {0x274C, 0x274C},   {0x274E, 0x274E},   {0x2753, 0x2755},
     {0x2757, 0x2757},   {0x2795, 0x2797},   {0x27B0, 0x27B0},   {0x27BF, 0x27BF},
     {0x2B1B, 0x2B1C},   {0x2B50, 0x2B50},   {0x2B55, 0x2B55},   {0x2E80, 0x303E},
     {0x3041, 0x3247},   {0x3250, 0x4DBF},   {0x4E00, 0xA4C6},   {0xA960, 0xA97C},
     {0xAC00, 0xD7A3},   {0xF900, 0xFAD9},   {0xFE10, 0xFE19},   {0xFE30, 0xFE6B},
     {0xFF01, 0xFF60},   {0xFFE0, 0xFFE6},   {0x16FE0, 0x1B2FB}, {0x1F004, 0x1F004},
     {0x1F0CF, 0x1F0CF}, {0x1F18E, 0x1F18E}, {0x1F191, 0x1F19A}, {0x1F200, 0x1F320},
     {0x1F32D, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F7E0, 0x1F7F0}, {0x1F90C, 0x1FAFF},
     {0x20000, 0x3134A}}};

// Marks (categories Mn and Me) of Latin, Cyrillic, Hebrew, Arabic, Devanagari,
// Thai and Japanese; joiners and variation selectors.
constexpr std::array<Range, 33> zero{
    {{0x300, 0x36F},   {0x483, 0x489},   {0x591, 0x5BD},    {0x5BF, 0x5BF},   {0x5C1, 0x5C2},
     {0x5C4, 0x5C5},   {0x5C7, 0x5C7},   {0x610, 0x61A},    {0x64B, 0x65F},   {0x670, 0x670},
     {0x6D6, 0x6DC},   {0x6DF, 0x6E4},   {0x6E7, 0x6E8},    {0x6EA, 0x6ED},   {0x900, 0x902},
     {0x93A, 0x93A},   {0x93C, 0x93C},   {0x941, 0x948},    {0x94D, 0x94D},   {0x951, 0x957},
     {0x962, 0x963},   {0xE31, 0xE31},   {0xE34, 0xE3A},    {0xE47, 0xE4E},   {0x1AB0, 0x1ACE},
     {0x1DC0, 0x1DFF}, {0x200B, 0x200D}, {0x20D0, 0x20F0},  {0x302A, 0x302D}, {0x3099, 0x309A},
     {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xE0100, 0xE01EF}}};

template <std::size_t N>
bool is_in(const std::array<Range, N>& ranges, char32_t c) {
  const auto at =
      std::lower_bound(ranges.begin(), ranges.end(), c,
                       [](const Range& range, char32_t value) { return range.last < value; });
  return at != ranges.end() && at->first <= c;
}

// Walks over the characters of a text with their widths.
class Cells {
 public:
  explicit Cells(std::string_view utf8) : utf8_(utf8) {}

  [[nodiscard]] bool at_end() const { return at_ == utf8_.size(); }
  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] std::size_t width() const { return width_of(character().value); }
  void next() {
    const text::CodePoint c = character();
    previous_ = c.value;
    at_ += c.length;
  }

 private:
  [[nodiscard]] text::CodePoint character() const { return text::code_point_at(utf8_, at_); }

  [[nodiscard]] std::size_t width_of(char32_t c) const {
    constexpr char32_t joiner = 0x200D;
    if (c < zero.front().first) return 1;
    const bool skin_tone = c >= 0x1F3FB && c <= 0x1F3FF;
    const bool on_emoji = is_in(wide, previous_) || (previous_ >= 0x2600 && previous_ < 0x2800);
    if (previous_ == joiner || (skin_tone && on_emoji) || is_in(zero, c)) return 0;
    return is_in(wide, c) ? 2 : 1;
  }

  std::string_view utf8_;
  std::size_t at_ = 0;
  char32_t previous_ = 0;
};

}  // namespace

std::size_t display_width(std::string_view utf8) {
  std::size_t width = 0;
  for (Cells cells(utf8); !cells.at_end(); cells.next()) width += cells.width();
  return width;
}

std::size_t prefix_within(std::string_view utf8, std::size_t columns) {
  std::size_t width = 0;
  Cells cells(utf8);
  for (; !cells.at_end(); cells.next()) {
    width += cells.width();
    if (width > columns) break;
  }
  return cells.at();
}

std::size_t suffix_within(std::string_view utf8, std::size_t columns) {
  std::size_t width = display_width(utf8);
  if (width <= columns) return 0;
  Cells cells(utf8);
  for (; !cells.at_end() && (width > columns || cells.width() == 0); cells.next()) {
    width -= cells.width();
  }
  return cells.at();
}

}  // namespace replylint::report
