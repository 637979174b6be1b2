#include "rules/rule_archive.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <type_traits>
#include <utility>

namespace replylint::rules {

namespace {

template <typename T, typename Of>
concept Is = std::is_same_v<std::remove_const_t<T>, Of>;

using FixOfWords = decltype(Rule::fix_of_words);

// ---- what is kept: a line for each kind of rule. An archive takes all fields
// of a thing in one call, to write or to read them.

void fields(auto& archive, Is<Phrase> auto&) { archive(); }
void fields(auto& archive, Is<Count> auto& c) {
  archive(c.measure, c.per, c.over, c.under, c.at_least_words, c.at_most_words, c.of);
}
void fields(auto& archive, Is<Weigh> auto& w) { archive(w.over); }
void fields(auto& archive, Is<Require> auto& r) {
  archive(r.element, r.required, r.out_of_place, r.place, r.sample);
}
void fields(auto& archive, Is<Order> auto& o) { archive(o.first, o.then); }
void fields(auto& archive, Is<Side> auto& s) { archive(s.fact); }
void fields(auto& archive, Is<Comparison> auto& c) {
  archive(c.customer, c.earlier, c.says, c.lacks, c.measure, c.over, c.place);
}
void fields(auto& archive, Is<Compare> auto& c) { archive(c.comparisons); }
void fields(auto& archive, Is<Detector> auto& d) {
  archive(d.kind, d.from_zones, d.restates_customer);
}
void fields(auto& archive, Is<Condition> auto& c) { archive(c.all, c.any, c.none); }
void fields(auto& archive, Is<Measured> auto& m) { archive(m.hits, m.right, m.on); }
void fields(auto& archive, Is<Rule> auto& r) {
  archive(r.id, r.family, r.file, r.summary, r.why, r.source, r.severity, r.dimension, r.message,
          r.instead, r.fix, r.fix_of_words, r.cost, r.measured, r.when, r.kind);
}

template <typename T>
concept Plain = std::is_arithmetic_v<T> || std::is_enum_v<T>;

class Writer {
 public:
  template <typename... Fields>
  void operator()(const Fields&... values) {
    (write(values), ...);
  }
  std::string bytes;

 private:
  void write(const Plain auto& value) {
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void write(const std::string& text) {
    write_size(text.size());
    bytes += text;
  }
  template <typename T>
  void write(const std::vector<T>& items) {
    write_size(items.size());
    for (const T& item : items) write(item);
  }
  void write(const FixOfWords& fixes) {
    write_size(fixes.size());
    for (const auto& [words, fix] : fixes) (*this)(words, fix);
  }
  template <typename T>
  void write(const std::optional<T>& value) {
    write(value.has_value());
    if (value) write(*value);
  }
  template <typename... Kinds>
  void write(const std::variant<Kinds...>& kind) {
    write(static_cast<std::uint8_t>(kind.index()));
    std::visit([&](const auto& one) { write(one); }, kind);
  }
  template <typename T>
  requires requires(Writer& archive, const T& thing) { fields(archive, thing); }
  void write(const T& thing) { fields(*this, thing); }
  void write_size(std::size_t size) { write(static_cast<std::uint32_t>(size)); }
};

// Bytes that end too early leave the rest of a rule empty.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}

  template <typename... Fields>
  void operator()(Fields&... values) {
    (read(values), ...);
  }

 private:
  std::string_view take(std::size_t size) {
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(taken.size());
    return taken;
  }
  void read(Plain auto& value) {
    const std::string_view bytes = take(sizeof value);
    if (bytes.size() == sizeof value) std::memcpy(&value, bytes.data(), sizeof value);
  }
  void read(std::string& text) { text = take(read_size()); }
  template <typename T>
  void read(std::vector<T>& items) {
    items.resize(read_size());
    for (T& item : items) read(item);
  }
  void read(FixOfWords& fixes) {
    for (std::size_t left = read_size(); left > 0; --left) {
      std::string words;
      read(words);
      read(fixes[words]);
    }
  }
  template <typename T>
  void read(std::optional<T>& value) {
    bool there = false;
    read(there);
    if (there) read(value.emplace());
  }
  template <typename... Kinds>
  void read(std::variant<Kinds...>& kind) {
    std::uint8_t index = 0;
    read(index);
    read_kind(kind, index, std::index_sequence_for<Kinds...>());
  }
  template <typename Kind, std::size_t... Indices>
  void read_kind(Kind& kind, std::size_t index, std::index_sequence<Indices...>) {
    ((index == Indices ? read(kind.template emplace<Indices>()) : void()), ...);
  }
  template <typename T>
  requires requires(Reader& archive, T& thing) { fields(archive, thing); }
  void read(T& thing) { fields(*this, thing); }
  std::size_t read_size() {
    std::uint32_t size = 0;
    read(size);
    return std::min<std::size_t>(size, rest_.size());
  }

  std::string_view rest_;
};

}  // namespace

std::string write_rule(const Rule& rule) {
  Writer writer;
  writer(rule);
  return std::move(writer.bytes);
}

Rule read_rule(std::string_view bytes) {
  Rule rule;
  Reader reader(bytes);
  reader(rule);
  return rule;
}

}  // namespace replylint::rules
