// The customer's message as it was read: who writes, what they ask, what they
// name, how they feel.
//
// All spans are bytes of the message that was read, and every list is sorted by
// where its words stand. What words mean what is said in rule files
// (rules/en/customer, rules/en/situations); a pack without them reads less.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "replylint/rule_set.hpp"
#include "replylint/span.hpp"

namespace replylint {

enum class NameSource : std::uint8_t { sender, introduction, sign_off };
inline constexpr std::array<std::string_view, 3> name_source_names{"sender", "introduction",
                                                                   "sign-off"};

// Who writes, as they write it, without titles: "Carol Smith".
struct CustomerName {
  std::string text;
  NameSource source = NameSource::sign_off;  // sender: the From: of their mail
  std::optional<Span> span;                  // nothing for a sender
};

// `help`: asks for any help at all, "Any ideas?"
enum class QuestionKind : std::uint8_t { yes_no, where, when, why, how, how_much, who, what, help };
inline constexpr std::array<std::string_view, 9> question_kind_names{
    "yes-no", "where", "when", "why", "how", "how-much", "who", "what", "help"};

struct CustomerQuestion {
  Span span;  // the sentence
  QuestionKind kind = QuestionKind::yes_no;
  bool rhetorical = false;  // asked in anger, waits for no answer: "Are you serious?"
};

enum class ReferenceKind : std::uint8_t {
  order,
  ticket,
  invoice,
  booking,
  tracking,
  serial,
  amount,
  date,
  product
};
inline constexpr std::array<std::string_view, 9> reference_kind_names{
    "order", "ticket", "invoice", "booking", "tracking", "serial", "amount", "date", "product"};

// A thing that the message names.
struct CustomerReference {
  ReferenceKind kind = ReferenceKind::order;
  Span span;
  // What two spellings share. A number: its letters and digits, upper case
  // ("AB1234"). An amount: digits with a point, after the ISO code of its
  // currency where one stands there ("GBP 38.5"). A date: "06-04" (month and
  // day), "2026-06-04", or a weekday ("friday"). A product: folded words.
  std::string value;
};

enum class DetailKind : std::uint8_t {
  email,
  phone,
  postcode,
  address,
  device,
  version,
  photo,
  user_name
};
inline constexpr std::array<std::string_view, 8> detail_kind_names{
    "email", "phone", "postcode", "address", "device", "version", "photo", "user-name"};

// Something that an agent would ask for and that the customer has told.
struct CustomerDetail {
  DetailKind kind = DetailKind::email;
  Span span;
};

// A step that the customer has taken already: the name of its file in
// rules/en/customer without "tried-": "restart".
struct TriedStep {
  std::string name;
  Span span;
};

// The classes of feeling that reply coaches tell apart.
enum class Emotion : std::uint8_t {
  anger,
  disappointment,
  worry,
  strain,
  shame,
  sadness,
  confusion
};
inline constexpr std::array<std::string_view, 7> emotion_names{
    "anger", "disappointment", "worry", "strain", "shame", "sadness", "confusion"};

struct CustomerEmotion {
  Emotion emotion = Emotion::anger;
  double strength = 0;  // 1: said once, plainly; up to 3
  std::vector<Span> spans;
};

enum class ThreatKind : std::uint8_t { leave, sue, post };
inline constexpr std::array<std::string_view, 3> threat_kind_names{"leave", "sue", "post"};

struct CustomerThreat {
  ThreatKind kind = ThreatKind::leave;
  Span span;
};

// What shows anger. Every mark of it is told, so that the number can be
// recomputed by hand.
struct Anger {
  // 0: none is shown. Else 1, and ½ for each further sentence with angry words,
  // ½ each for shouting, exclamation marks and swearing, 1 each for abuse and
  // threats; 3 at most.
  double strength = 0;
  bool angry = false;              // strength of 1 or more: situation `angry`
  std::vector<Span> words;         // what made it `angry`
  std::vector<Span> capitals;      // runs of words in capitals
  std::vector<Span> exclamations;  // "!!", "?!" and longer
  std::vector<Span> swearing;
  std::vector<Span> abuse;  // aimed at us
};

struct CustomerReading {
  std::optional<CustomerName> name;
  std::vector<CustomerQuestion> questions;
  std::vector<Span> requests;
  std::vector<Span> deadlines;  // by when they need it
  std::vector<CustomerReference> references;
  std::vector<CustomerDetail> details;
  std::vector<TriedStep> tried;
  std::vector<CustomerEmotion> emotions;  // those found, in the order of Emotion
  std::vector<CustomerThreat> threats;
  std::vector<Span> asks_for_manager;
  // How many messages this makes by their own account, this one counted: 3 for
  // "my third email". 1 where they do not say that they wrote before, 2 where
  // they say so without a number.
  unsigned times_written = 1;
  std::vector<Span> wrote_before;
  Anger anger;
  std::vector<std::string> situations;  // sorted: complaint, angry, billing …
};

// Reads a message. `sender` is the display name of its From:, where one is
// known. Pure; linear in the size of `message` (valid UTF-8, without what it
// quotes).
[[nodiscard]] CustomerReading read_customer(const RuleSet& rules, std::string_view message,
                                            std::string_view sender = {});

}  // namespace replylint
