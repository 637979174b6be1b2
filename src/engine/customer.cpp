#include "engine/customer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

#include "engine/spans.hpp"

namespace replylint::engine {

namespace {

constexpr double most_strength = 3;
constexpr double half = 0.5;

// Numbers and their detector, rules/en/customer/<name>.yml.
struct Numbered {
  ReferenceKind kind;
  std::string_view detector;
};
constexpr auto numbered = std::to_array<Numbered>({{ReferenceKind::order, "order-number"},
                                                   {ReferenceKind::ticket, "ticket-number"},
                                                   {ReferenceKind::invoice, "invoice-number"},
                                                   {ReferenceKind::booking, "booking-number"},
                                                   {ReferenceKind::tracking, "tracking-number"},
                                                   {ReferenceKind::serial, "serial-number"}});

constexpr std::array<std::string_view, threat_kind_names.size()> threat_facts{
    "customer.threatens-to-leave", "customer.threatens-to-sue", "situation.public-post"};

constexpr std::string_view tried_prefix = "tried-";

// What a word says of how often they wrote.
struct Times {
  std::string_view word;
  unsigned times;  // this message counted
};
constexpr auto ordinals = std::to_array<Times>({{"second", 2},
                                                {"2nd", 2},
                                                {"third", 3},
                                                {"3rd", 3},
                                                {"fourth", 4},
                                                {"4th", 4},
                                                {"fifth", 5},
                                                {"5th", 5},
                                                {"sixth", 6},
                                                {"6th", 6},
                                                {"tenth", 10},
                                                {"10th", 10}});
constexpr auto earlier = std::to_array<Times>({{"twice", 3},
                                               {"two", 3},
                                               {"three", 4},
                                               {"four", 5},
                                               {"five", 6},
                                               {"six", 7},
                                               {"seven", 8},
                                               {"ten", 11}});

constexpr auto by_place = [](const auto& a, const auto& b) { return a.span.start < b.span.start; };

class Reader {
 public:
  Reader(const Subject& message, const RuleSet::Compiled& compiled, const Facts& facts)
      : message_(message), compiled_(compiled), facts_(facts) {}

  CustomerReading read(std::string_view sender) {
    out_.name = find_name(message_, spans("customer.introduction"), sender);
    read_questions();
    out_.requests = spans("situation.request");
    out_.deadlines = spans("customer.deadline");
    read_references();
    read_details();
    read_steps();
    read_emotions();
    read_threats();
    out_.asks_for_manager = spans("situation.escalation-asked");
    read_times();
    read_anger();
    read_situations();
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string_view text(Span span) const {
    return message_.text.substr(span.start, span.size());
  }

  // Where a fact was found; nothing for one that the pack does not know.
  [[nodiscard]] std::vector<Span> spans(std::string_view fact) const {
    const auto id = compiled_.facts.find(fact);
    return id ? facts_.customer_spans(*id) : std::vector<Span>{};
  }

  [[nodiscard]] const std::vector<text::Token>& tokens() const { return message_.document.tokens; }
  [[nodiscard]] const std::vector<text::Sentence>& sentences() const {
    return message_.document.sentences;
  }

  // The first token that ends behind `at`.
  [[nodiscard]] std::size_t token_at(std::size_t at) const {
    const auto token = std::partition_point(tokens().begin(), tokens().end(),
                                            [&](const text::Token& t) { return t.end <= at; });
    return static_cast<std::size_t>(token - tokens().begin());
  }

  [[nodiscard]] const text::Sentence& sentence_of(Span span) const {
    const auto sentence =
        std::partition_point(sentences().begin(), sentences().end(),
                             [&](const text::Sentence& s) { return s.span.end <= span.start; });
    return sentence == sentences().end() ? sentences().back() : *sentence;
  }

  // ---- questions

  [[nodiscard]] QuestionKind kind_of(const text::Sentence& sentence) const {
    // Behind a handle, a name, "and", "so".
    constexpr std::uint32_t lead = 5;
    const std::uint32_t end = std::min(sentence.last, sentence.first + lead);
    for (std::uint32_t i = sentence.first; i < end; ++i) {
      const std::string_view form = tokens()[i].form;
      if (form == "where") return QuestionKind::where;
      if (form == "when") return QuestionKind::when;
      if (form == "why") return QuestionKind::why;
      if (form == "who" || form == "whom") return QuestionKind::who;
      if (form == "what" || form == "which" || form == "whats") return QuestionKind::what;
      if (form != "how") continue;
      const std::string_view next = i + 1 < sentence.last ? tokens()[i + 1].form : "";
      if (next == "much" || next == "many") return QuestionKind::how_much;
      return next == "long" || next == "soon" ? QuestionKind::when : QuestionKind::how;
    }
    return QuestionKind::yes_no;
  }

  void read_questions() {
    const auto rhetorical = spans("customer.rhetorical-question");
    const auto unmarked = spans("customer.question");
    for (const text::Sentence& sentence : sentences()) {
      const bool marked = sentence.terminator == text::Terminator::question;
      if (!marked && !overlaps_any(unmarked, sentence.span)) continue;
      // "Really??", "Why?": an outcry.
      constexpr std::uint32_t outcry = 2;
      const std::string_view end = text(sentence.span);
      const bool loud = end.ends_with("??") || end.ends_with("?!") || end.ends_with("!?");
      const bool short_cry = sentence.last - sentence.first <= (loud ? outcry + 2 : outcry);
      out_.questions.push_back(
          {sentence.span, kind_of(sentence), short_cry || overlaps_any(rhetorical, sentence.span)});
    }
  }

  // ---- what they name

  void read_references() {
    auto& all = out_.references;
    for (const auto& [kind, detector] : numbered) {
      for (const Span span : spans(fmt::format("customer.{}", detector))) add_number(kind, span);
    }
    // One number may be called by two names; the first of them counts.
    std::stable_sort(all.begin(), all.end(), by_place);
    const auto same = [](const auto& a, const auto& b) { return a.span.overlaps(b.span); };
    all.erase(std::unique(all.begin(), all.end(), same), all.end());
    for (auto& amount : find_amounts(message_)) all.push_back(std::move(amount));
    for (auto& date : find_dates(message_)) all.push_back(std::move(date));
    std::stable_sort(all.begin(), all.end(), by_place);
    all.erase(std::unique(all.begin(), all.end(), same), all.end());
    add_products();
    std::stable_sort(all.begin(), all.end(), by_place);
  }

  // The last word with a digit in a detector's match is the number.
  void add_number(ReferenceKind kind, Span match) {
    std::optional<Span> number;
    for (std::size_t i = token_at(match.start); i < tokens().size(); ++i) {
      const text::Token& token = tokens()[i];
      if (token.start >= match.end) break;
      if (token.kind == text::TokenKind::number || token.has(text::flag_has_digit)) {
        number = token.span();
      }
    }
    if (number) out_.references.push_back({kind, *number, plain_code(text(*number))});
  }

  // Names in the middle of a sentence and short quotations; of a message that
  // shouts, quotations only.
  void add_products() {
    const auto is_taken = [&](Span span) {
      if (out_.name && out_.name->span && out_.name->span->overlaps(span)) return true;
      const auto& all = out_.references;
      const auto next = std::partition_point(
          all.begin(), all.end(), [&](const auto& other) { return other.span.end <= span.start; });
      return next != all.end() && next->span.overlaps(span);
    };
    std::vector<CustomerReference> products;
    constexpr std::uint32_t longest = 5;  // words
    for (const text::Sentence& sentence : sentences()) {
      std::uint32_t i = sentence.first;
      while (i < sentence.last) {
        const auto names = [&](const text::Token& token, bool first) {
          if (token.has(text::flag_quoted)) return token.is_word();
          return token.kind == text::TokenKind::word && !first && token.is_capitalised() &&
                 (!token.has(text::flag_all_caps) || token.has(text::flag_has_digit));
        };
        if (!names(tokens()[i], i == sentence.first)) {
          ++i;
          continue;
        }
        const std::uint32_t begin = i;
        const bool quoted = tokens()[i].has(text::flag_quoted);
        while (i < sentence.last && tokens()[i].has(text::flag_quoted) == quoted &&
               (names(tokens()[i], false) ||
                (i > begin && tokens()[i].kind == text::TokenKind::number))) {
          ++i;
        }
        const Span span{tokens()[begin].start, tokens()[i - 1].end};
        if (i - begin > longest || is_taken(span)) continue;
        std::string value;
        for (std::uint32_t k = begin; k < i; ++k) {
          value += fmt::format("{}{}", k == begin ? "" : " ", tokens()[k].form);
        }
        products.push_back({ReferenceKind::product, span, std::move(value)});
      }
    }
    out_.references.insert(out_.references.end(), std::make_move_iterator(products.begin()),
                           std::make_move_iterator(products.end()));
  }

  void read_details() {
    for (std::size_t kind = 0; kind < detail_kind_names.size(); ++kind) {
      for (const Span span : spans(fmt::format("customer.gave-{}", detail_kind_names.at(kind)))) {
        out_.details.push_back({static_cast<DetailKind>(kind), span});
      }
    }
    std::stable_sort(out_.details.begin(), out_.details.end(), by_place);
  }

  void read_steps() {
    for (const CompiledRule& rule : compiled_.rules) {
      const auto* detector = std::get_if<rules::Detector>(&rule.rule->kind);
      if (detector == nullptr || detector->kind != rules::DetectorKind::customer) continue;
      const std::string_view name =
          std::string_view(rule.rule->id).substr(rule.rule->id.find('/') + 1);
      if (!name.starts_with(tried_prefix)) continue;
      for (const Span span : facts_.customer_spans(rule.fact)) {
        out_.tried.push_back({std::string(name.substr(tried_prefix.size())), span});
      }
    }
    std::stable_sort(out_.tried.begin(), out_.tried.end(), by_place);
  }

  // ---- how they feel

  [[nodiscard]] bool is_loud(Span span) const {
    if (sentence_of(span).terminator == text::Terminator::exclamation) return true;
    for (std::size_t i = token_at(span.start); i < tokens().size(); ++i) {
      if (tokens()[i].start >= span.end) return false;
      if (tokens()[i].has(text::flag_all_caps) && tokens()[i].form.size() > 3) return true;
    }
    return false;
  }

  void read_emotions() {
    for (std::size_t e = 0; e < emotion_names.size(); ++e) {
      auto found = spans(fmt::format("customer.{}", emotion_names.at(e)));
      if (found.empty()) continue;
      double strength = 1 + half * static_cast<double>(found.size() - 1);
      if (std::any_of(found.begin(), found.end(), [&](Span s) { return is_loud(s); })) {
        strength += half;
      }
      out_.emotions.push_back(
          {static_cast<Emotion>(e), std::min(strength, most_strength), std::move(found)});
    }
  }

  void read_threats() {
    for (std::size_t kind = 0; kind < threat_facts.size(); ++kind) {
      for (const Span span : spans(threat_facts.at(kind))) {
        out_.threats.push_back({static_cast<ThreatKind>(kind), span});
      }
    }
    std::stable_sort(out_.threats.begin(), out_.threats.end(), by_place);
  }

  void read_times() {
    out_.wrote_before = spans("situation.repeat-contact");
    if (out_.wrote_before.empty()) return;
    out_.times_written = 2;
    for (const Span span : out_.wrote_before) {
      for (std::size_t i = token_at(span.start); i < tokens().size(); ++i) {
        if (tokens()[i].start >= span.end) break;
        for (const auto* table : {&ordinals[0], &earlier[0]}) {
          const std::size_t size = table == &ordinals[0] ? ordinals.size() : earlier.size();
          const auto* entry = std::find_if(
              table, table + size, [&](const Times& t) { return t.word == tokens()[i].form; });
          if (entry != table + size)
            out_.times_written = std::max(out_.times_written, entry->times);
        }
      }
    }
  }

  // ---- anger

  void add_capitals() {
    constexpr std::size_t shortest_run = 2;  // words
    constexpr std::size_t fewest_letters = 6;
    for (const text::Sentence& sentence : sentences()) {
      std::uint32_t i = sentence.first;
      while (i < sentence.last) {
        std::uint32_t end = i;
        std::size_t letters = 0;
        while (end < sentence.last && (tokens()[end].has(text::flag_all_caps) ||
                                       (end > i && tokens()[end].form.size() == 1))) {
          letters += tokens()[end++].form.size();
        }
        if (end - i >= shortest_run && letters >= fewest_letters) {
          out_.anger.capitals.push_back({tokens()[i].start, tokens()[end - 1].end});
        }
        i = std::max(end, i + 1);
      }
    }
  }

  void add_exclamations() {
    const std::string_view all = message_.text;
    for (std::size_t at = all.find_first_of("!?"); at != std::string_view::npos;
         at = all.find_first_of("!?", at)) {
      const std::size_t end = std::min(all.find_first_not_of("!?", at), all.size());
      if (end - at >= 2 && all.substr(at, end - at).find('!') != std::string_view::npos) {
        out_.anger.exclamations.push_back({at, end});
      }
      at = end;
    }
  }

  void read_anger() {
    Anger& anger = out_.anger;
    anger.words = spans("situation.angry");
    add_capitals();
    add_exclamations();
    anger.swearing = spans("customer.swearing");
    anger.abuse = spans("situation.abuse");
    anger.angry = !anger.words.empty();
    if (!anger.angry) return;
    anger.strength = 1;
    const text::Sentence* last = &sentence_of(anger.words.front());
    for (const Span span : anger.words) {
      const text::Sentence* sentence = &sentence_of(span);
      if (sentence != last) anger.strength += half;
      last = sentence;
    }
    for (const auto* marks : {&anger.capitals, &anger.exclamations, &anger.swearing}) {
      if (!marks->empty()) anger.strength += half;
    }
    if (!anger.abuse.empty()) anger.strength += 1;
    if (!out_.threats.empty()) anger.strength += 1;
    anger.strength = std::min(anger.strength, most_strength);
  }

  void read_situations() {
    for (const CompiledRule& rule : compiled_.rules) {
      const auto* detector = std::get_if<rules::Detector>(&rule.rule->kind);
      if (detector != nullptr && detector->kind == rules::DetectorKind::situation &&
          !facts_.customer_spans(rule.fact).empty()) {
        out_.situations.push_back(rule.rule->id.substr(rule.rule->id.find('/') + 1));
      }
    }
  }

  const Subject& message_;
  const RuleSet::Compiled& compiled_;
  const Facts& facts_;
  CustomerReading out_;
};

}  // namespace

CustomerReading read_message(const Subject& message, const RuleSet::Compiled& compiled,
                             const Facts& facts, std::string_view sender) {
  return Reader(message, compiled, facts).read(sender);
}

}  // namespace replylint::engine
