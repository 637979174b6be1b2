#include "text/calendar.hpp"

#include <unicode/basictz.h>
#include <unicode/dtptngen.h>
#include <unicode/rbnf.h>
#include <unicode/timezone.h>
#include <unicode/tzfmt.h>

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/utf8.hpp"

namespace replylint::text {

namespace {

constexpr int largest_number = 60;

std::string folded(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return fold(out);
}

// Written down and not asked of ICU: loading its names of days and months costs
// more than the whole lint of a mail.
constexpr std::array<std::string_view, 7> weekdays{
    // by C encoding: Sunday first
    "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};
constexpr std::array<std::string_view, 12> months{"january",   "february", "march",    "april",
                                                  "may",       "june",     "july",     "august",
                                                  "september", "october",  "november", "december"};

// The place of the name that `word` is, or begins with three letters or more.
template <std::size_t N>
std::optional<unsigned> place_of(std::string_view word,
                                 const std::array<std::string_view, N>& names) {
  if (word.size() < 3) return std::nullopt;
  const auto found = std::find_if(names.begin(), names.end(),
                                  [&](std::string_view name) { return name.starts_with(word); });
  if (found == names.end()) return std::nullopt;
  return static_cast<unsigned>(found - names.begin());
}

const std::unordered_map<std::string, int>& numbers() {
  static const std::unordered_map<std::string, int> words = [] {
    std::unordered_map<std::string, int> all;
    UErrorCode status = U_ZERO_ERROR;
    const icu::RuleBasedNumberFormat spell(icu::URBNF_SPELLOUT, icu::Locale::getEnglish(), status);
    for (int n = 1; n <= largest_number && U_SUCCESS(status); ++n) {
      icu::UnicodeString word;
      all.emplace(folded(spell.format(n, word)), n);
    }
    return all;
  }();
  return words;
}

struct NamedZone {
  std::unique_ptr<icu::TimeZone> zone;
  UTimeZoneFormatTimeType type = UTZFMT_TIME_TYPE_UNKNOWN;
};

// A short name means what it means where English is spoken: the first country
// that knows it.
NamedZone find_zone(std::string_view name) {
  static constexpr std::array countries{"en_US", "en_GB", "en_AU", "en_IN"};
  static constexpr std::array styles{UTZFMT_STYLE_SPECIFIC_SHORT, UTZFMT_STYLE_GENERIC_SHORT,
                                     UTZFMT_STYLE_SPECIFIC_LONG, UTZFMT_STYLE_GENERIC_LONG};
  static const std::vector<std::unique_ptr<icu::TimeZoneFormat>> formats = [] {
    std::vector<std::unique_ptr<icu::TimeZoneFormat>> all;
    for (const char* country : countries) {
      UErrorCode status = U_ZERO_ERROR;
      all.emplace_back(icu::TimeZoneFormat::createInstance(icu::Locale(country), status));
    }
    return all;
  }();
  static std::mutex guard;  // names are loaded while parsing
  const std::scoped_lock lock(guard);
  const auto text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
  for (const auto& format : formats) {
    for (const UTimeZoneFormatStyle style : styles) {
      if (format == nullptr) continue;
      NamedZone found;
      icu::ParsePosition place(0);
      found.zone.reset(format->parse(style, text, place, &found.type));
      if (found.zone != nullptr && place.getIndex() == text.length()) return found;
    }
  }
  return {};
}

}  // namespace

std::optional<std::chrono::weekday> weekday_named(std::string_view word) {
  const auto place = place_of(word, weekdays);
  if (!place) return std::nullopt;
  return std::chrono::weekday(*place);
}

std::optional<unsigned> english_month(std::string_view word) {
  const auto place = place_of(word, months);
  if (!place) return std::nullopt;
  return *place + 1;
}

std::optional<int> number_named(std::string_view word) {
  const auto found = numbers().find(std::string(word));
  if (found == numbers().end()) return std::nullopt;
  return found->second;
}

std::optional<int> zone_offset(std::string_view name, LocalTime local) {
  const NamedZone named = find_zone(name);
  if (named.zone == nullptr) return std::nullopt;
  constexpr std::int32_t milliseconds_a_minute = 60'000;
  std::int32_t offset = named.zone->getRawOffset();
  if (named.type == UTZFMT_TIME_TYPE_DAYLIGHT) offset += named.zone->getDSTSavings();
  const auto* rules = dynamic_cast<const icu::BasicTimeZone*>(named.zone.get());
  if (named.type == UTZFMT_TIME_TYPE_UNKNOWN && rules != nullptr) {
    std::int32_t saving = 0;
    UErrorCode status = U_ZERO_ERROR;
    const std::chrono::milliseconds clock = local.day.time_since_epoch() + local.since_midnight;
    rules->getOffsetFromLocal(static_cast<UDate>(clock.count()), UCAL_TZ_LOCAL_FORMER,
                              UCAL_TZ_LOCAL_FORMER, offset, saving, status);
    if (U_FAILURE(status)) return std::nullopt;
    offset += saving;
  }
  return offset / milliseconds_a_minute;
}

std::optional<bool> puts_day_first(std::string_view tag) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale = icu::Locale::forLanguageTag(
      icu::StringPiece(tag.data(), static_cast<std::int32_t>(tag.size())), status);
  if (U_FAILURE(status) || *locale.getCountry() == '\0') return std::nullopt;
  const std::unique_ptr<icu::DateTimePatternGenerator> patterns(
      icu::DateTimePatternGenerator::createInstance(locale, status));
  if (U_FAILURE(status)) return std::nullopt;
  const icu::UnicodeString pattern = patterns->getBestPattern("yMd", status);
  const std::int32_t day = pattern.indexOf(u'd');
  const std::int32_t month = pattern.indexOf(u'M');
  if (U_FAILURE(status) || day < 0 || month < 0) return std::nullopt;
  return day < month;
}

}  // namespace replylint::text
