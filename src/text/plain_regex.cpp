#include "text/plain_regex.hpp"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <string>
#include <utility>

#include "text/utf8.hpp"

namespace replylint::text {

namespace {

// Backtracking steps and KiB, after which ICU has the last word.
constexpr std::uint32_t step_limit = 1'000'000;
constexpr std::uint32_t memory_limit = 4096;

// Ranges of plain characters beyond ASCII. Left out are those that only one of
// the libraries takes for part of a word, and letters whose other case is
// several letters or no letter of the range.
constexpr std::array<std::pair<char32_t, char32_t>, 25> plain_ranges{{
    {0x00A0, 0x00A9},    // no-break space, ¡ … ©
    {0x00AB, 0x00AC},    // « ¬
    {0x00AE, 0x00B1},    // ® … ±
    {0x00B4, 0x00B4},    // ´
    {0x00B6, 0x00B8},    // ¶ · ¸
    {0x00BB, 0x00BB},    // »
    {0x00BF, 0x00DE},    // ¿, capital letters of Latin-1
    {0x00E0, 0x012F},    // small ones, Latin Extended-A without ß, İ, ı, ĸ, ŉ, ſ
    {0x0132, 0x0137},    //
    {0x0139, 0x0148},    //
    {0x014A, 0x017E},    //
    {0x2010, 0x2027},    // dashes, quotation marks, bullets, …
    {0x2030, 0x203E},    // ‰ … ‾
    {0x2041, 0x2053},    //
    {0x2055, 0x205E},    //
    {0x20A0, 0x20BF},    // currencies
    {0x2116, 0x2118},    // № ℗ ℘
    {0x2122, 0x2122},    // ™
    {0x2190, 0x23FF},    // arrows, mathematics, technical signs
    {0x2500, 0x2775},    // lines, shapes, signs
    {0x2794, 0x27BF},    // dingbats that are no numbers
    {0x2B00, 0x2B55},    // arrows and shapes
    {0x1F300, 0x1F64F},  // emoji
    {0x1F680, 0x1F6D7},  //
    {0x1F90C, 0x1F9FF},  //
}};

bool is_plain(char32_t c) {
  return c < 0x80 || std::any_of(plain_ranges.begin(), plain_ranges.end(), [&](const auto& range) {
           return range.first <= c && c <= range.second;
         });
}

// Writes an expression as PCRE2 understands it, where it is sure to mean the same.
// It need not be valid.
class Translator {
 public:
  explicit Translator(std::string_view expression) : text_(expression) {}

  std::optional<std::string> run() {
    case_matters_ = text_.starts_with("(?-i)") && text_.find("(?i") == std::string_view::npos;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      const bool common = c == '\\'  ? read_escape(false)
                          : c == '[' ? read_set()
                          : c == '(' ? read_group()
                                     : read_character();
      if (!common) return std::nullopt;
    }
    return out_ + std::string(text_.substr(copied_));
  }

 private:
  bool read_character() {
    const CodePoint c = code_point_at(text_, at_);
    at_ += c.length;
    return is_plain(c.value);
  }

  bool read_escape(bool in_set) {
    if (at_ + 1 >= text_.size()) return false;
    const char c = text_[at_ + 1];
    at_ += 2;
    constexpr std::string_view anywhere = "dDsSwWnrt";
    if (anywhere.find(c) != std::string_view::npos) return true;
    if (c == 'p') return read_property();
    if (!in_set && (c == 'b' || c == 'B' || (c >= '1' && c <= '9'))) return true;
    const bool sign = c > ' ' && c < 0x7F && !(c >= '0' && c <= '9') && !(c >= 'A' && c <= 'Z') &&
                      !(c >= 'a' && c <= 'z');
    return sign;
  }

  // Where case does not matter, a small or capital letter is any that has both to
  // ICU, and to PCRE2 what it is.
  bool read_property() {
    if (take("{L}") || take("{N}") || take("{P}")) return true;
    const std::size_t at = at_;
    if (!take("{Lu}") && !take("{Ll}")) return false;
    if (!case_matters_) {
      out_.append(text_.substr(copied_, at - copied_)).append("{L&}");
      copied_ = at_;
    }
    return true;
  }

  bool read_set() {
    ++at_;
    (void)take("^");
    bool first = true;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == ']') {
        ++at_;
        return !first;
      }
      first = false;
      const std::string_view rest = text_.substr(at_);
      // Sets within sets and their sums are ICU's alone.
      if (c == '[' || rest.starts_with("&&") || rest.starts_with("--")) return false;
      if (c == '\\' ? !read_escape(true) : !read_character()) return false;
    }
    return false;
  }

  bool read_group() {
    ++at_;
    if (!take("?")) return text_.substr(at_, 1) != "*";
    for (const std::string_view kind : {":", "=", "!", "<=", "<!", ">", "-i)", "-i:", "i)", "i:"}) {
      if (take(kind)) return true;
    }
    return false;
  }

  bool take(std::string_view word) {
    if (!text_.substr(at_).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string out_;  // of the text up to `copied_`
  std::size_t copied_ = 0;
  bool case_matters_ = false;
};

template <auto Delete>
struct Deleter {
  template <typename T>
  void operator()(T* thing) const {
    Delete(thing);
  }
};
using CompileContext = std::unique_ptr<pcre2_compile_context, Deleter<pcre2_compile_context_free>>;
using MatchContext = std::unique_ptr<pcre2_match_context, Deleter<pcre2_match_context_free>>;
using MatchData = std::unique_ptr<pcre2_match_data, Deleter<pcre2_match_data_free>>;

// Working memory of a thread, kept between searches.
struct Scratch {
  Scratch()
      : context(pcre2_match_context_create(nullptr)), data(pcre2_match_data_create(1, nullptr)) {
    pcre2_set_match_limit(context.get(), step_limit);
    pcre2_set_heap_limit(context.get(), memory_limit);
  }
  MatchContext context;
  MatchData data;
};

}  // namespace

std::optional<Plainness> plainness_of(std::string_view utf8) {
  std::size_t at = 0;
  constexpr std::uint64_t high_bits = 0x8080808080808080ULL;
  for (std::uint64_t bytes = 0; at + sizeof bytes <= utf8.size(); at += sizeof bytes) {
    std::memcpy(&bytes, utf8.data() + at, sizeof bytes);
    if ((bytes & high_bits) != 0) break;
  }
  Plainness plainness = Plainness::ascii;
  while (at < utf8.size()) {
    const CodePoint c = code_point_at(utf8, at);
    if (c.value >= 0x80) {
      if (!is_plain(c.value)) return std::nullopt;
      plainness = Plainness::plain;
    }
    at += c.length;
  }
  return plainness;
}

void PlainRegex::DeleteCode::operator()(pcre2_real_code_8* code) const { pcre2_code_free(code); }

std::optional<PlainRegex> PlainRegex::compile(std::string_view expression, Plainness texts) {
  const auto translated = Translator(expression).run();
  if (!translated) return std::nullopt;
  const CompileContext context(pcre2_compile_context_create(nullptr));
  pcre2_set_newline(context.get(), PCRE2_NEWLINE_ANY);
  std::uint32_t options = PCRE2_CASELESS;
  if (texts == Plainness::plain) options |= PCRE2_UTF | PCRE2_UCP;
  if (plainness_of(expression) != Plainness::ascii) options |= PCRE2_UTF;
  int error = 0;
  std::size_t place = 0;
  pcre2_code* code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(translated->data()),
                                   translated->size(), options, &error, &place, context.get());
  if (code == nullptr) return std::nullopt;
  return PlainRegex(code);
}

std::vector<std::uint64_t> PlainRegex::bytes() const {
  const pcre2_code* code = code_.get();
  std::uint8_t* written = nullptr;
  std::size_t size = 0;
  if (pcre2_serialize_encode(&code, 1, &written, &size, nullptr) != 1) return {};
  std::vector<std::uint64_t> bytes((size + sizeof(std::uint64_t) - 1) / sizeof(std::uint64_t));
  std::memcpy(bytes.data(), written, size);
  pcre2_serialize_free(written);
  return bytes;
}

std::optional<PlainRegex> PlainRegex::read(std::span<const std::uint64_t> bytes) {
  if (bytes.empty()) return std::nullopt;
  pcre2_code* code = nullptr;
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  if (pcre2_serialize_decode(&code, 1, data, nullptr) != 1) return std::nullopt;
  return PlainRegex(code);
}

RegexResult PlainRegex::find(std::string_view text, std::size_t from) const {
  thread_local Scratch scratch;
  RegexResult result;
  while (from <= text.size()) {
    const int found =
        pcre2_match(code_.get(), reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), from,
                    PCRE2_NO_UTF_CHECK, scratch.data.get(), scratch.context.get());
    if (found == PCRE2_ERROR_NOMATCH) break;
    if (found < 0) {
      result.exhausted = true;
      break;
    }
    const std::size_t* const ends = pcre2_get_ovector_pointer(scratch.data.get());
    if (ends[0] < ends[1]) {
      result.match = Span{ends[0], ends[1]};
      break;
    }
    // An empty match is passed over, as ICU does, and not tried to be made longer.
    if (ends[1] >= text.size()) break;
    from = ends[1] + code_point_at(text, ends[1]).length;
  }
  return result;
}

}  // namespace replylint::text
