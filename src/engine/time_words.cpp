#include "engine/time_words.hpp"

#include <algorithm>
#include <array>

namespace replylint::engine {

namespace {

template <typename Value>
struct Entry {
  std::string_view word;
  Value value;
};

template <typename Value, std::size_t N>
std::optional<Value> look_up(const std::array<Entry<Value>, N>& table, std::string_view word) {
  const auto found = std::find_if(table.begin(), table.end(),
                                  [&](const Entry<Value>& entry) { return entry.word == word; });
  if (found == table.end()) return std::nullopt;
  return found->value;
}

template <std::size_t N>
bool holds(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<Entry<TimeUnit>, 22> units{{
    {"second", TimeUnit::second},   {"seconds", TimeUnit::second}, {"minute", TimeUnit::minute},
    {"minutes", TimeUnit::minute},  {"min", TimeUnit::minute},     {"mins", TimeUnit::minute},
    {"hour", TimeUnit::hour},       {"hours", TimeUnit::hour},     {"hr", TimeUnit::hour},
    {"hrs", TimeUnit::hour},        {"h", TimeUnit::hour},         {"day", TimeUnit::day},
    {"days", TimeUnit::day},        {"week", TimeUnit::week},      {"weeks", TimeUnit::week},
    {"weekend", TimeUnit::weekend}, {"fortnight", TimeUnit::week}, {"month", TimeUnit::month},
    {"months", TimeUnit::month},    {"year", TimeUnit::year},      {"years", TimeUnit::year},
    {"yr", TimeUnit::year},
}};

constexpr std::array<Entry<Relation>, 14> relations{{
    {"by", Relation::by},
    {"until", Relation::by},
    {"till", Relation::by},
    {"before", Relation::before},
    {"within", Relation::within},
    {"inside", Relation::within},
    {"in", Relation::at},
    {"on", Relation::at},
    {"at", Relation::at},
    {"around", Relation::at},
    {"about", Relation::at},
    {"after", Relation::after},
    {"from", Relation::after},
    {"over", Relation::within},
}};

// When they are over matters most: a call “in the afternoon” is late at six.
constexpr std::array<Entry<ClockTime>, 9> parts_of_day{{
    {"morning", {6 * 60, 12 * 60}},
    {"noon", {12 * 60, 12 * 60}},
    {"midday", {12 * 60, 12 * 60}},
    {"lunchtime", {12 * 60, 14 * 60}},
    {"lunch", {12 * 60, 14 * 60}},
    {"afternoon", {12 * 60, 18 * 60}},
    {"evening", {18 * 60, 22 * 60}},
    {"night", {18 * 60, 24 * 60}},
    {"midnight", {24 * 60, 24 * 60}},
}};

constexpr std::array<std::string_view, 8> no_appointment{"last",   "every", "each", "since",
                                                         "during", "for",   "past", "not"};
constexpr std::array<std::string_view, 5> unmaking{"ago", "late", "old", "earlier", "overdue"};
constexpr std::array<std::string_view, 16> behind_hour{
    "on", "to",  "and",  "or", "so",   "today", "tomorrow", "if",
    "as", "for", "with", "at", "when", "this",  "latest",   "sharp"};

}  // namespace

std::optional<TimeUnit> unit_named(std::string_view word) { return look_up(units, word); }
std::optional<Relation> relation_named(std::string_view word) { return look_up(relations, word); }
std::optional<ClockTime> part_of_day_named(std::string_view word) {
  return look_up(parts_of_day, word);
}
bool makes_no_appointment(std::string_view before) { return holds(no_appointment, before); }
bool unmakes_appointment(std::string_view behind) { return holds(unmaking, behind); }
bool follows_hour(std::string_view word) { return holds(behind_hour, word); }

}  // namespace replylint::engine
