#include "draft/thread_quotes.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "draft/quotations.hpp"

namespace replylint {

namespace {

// Lines of one quoted message and of what it quotes.
struct Piece {
  std::string attribution;
  std::vector<Line> lines;
};

class Collector {
 public:
  explicit Collector(std::string_view text) : text_(text) {}

  Quotes run(const std::vector<Line>& lines) {
    // A stack in place of recursion: a text of a thousand levels is no danger.
    std::vector<Task> open;
    push(open, pieces_of(lines), QuotedMessage::by_draft);
    while (!open.empty()) {
      Task task = std::move(open.back());
      open.pop_back();
      if (quotes_.messages.size() == Quotes::most_messages) {
        quotes_.cut = true;
        break;
      }
      mark_quotations(text_, task.piece.lines);
      const std::size_t quoted_by = add(task);
      push(open, pieces_of(task.piece.lines), quoted_by);
    }
    return std::move(quotes_);
  }

 private:
  struct Task {
    Piece piece;
    std::size_t quoted_by;
  };

  static void push(std::vector<Task>& open, std::vector<Piece> pieces, std::size_t quoted_by) {
    for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece) {
      open.push_back({std::move(*piece), quoted_by});
    }
  }

  // Adds the message; one that says nothing of its own only hands on who
  // quotes those below it.
  std::size_t add(Task& task) {
    std::string words = own_words(task.piece.lines);
    if (words.empty()) return task.quoted_by;
    quotes_.messages.push_back(
        {std::move(task.piece.attribution), std::move(words), task.quoted_by});
    return quotes_.messages.size() - 1;
  }

  // What is quoted in a message, taken apart at each attribution, its marks one
  // level lower.
  [[nodiscard]] std::vector<Piece> pieces_of(const std::vector<Line>& lines) const {
    std::vector<Piece> pieces;
    bool in_attribution = false;
    bool gap = false;  // other words stand between lines of the message
    for (const Line& line : lines) {
      if (line.kind != ZoneKind::quoted) {
        if (!gap && !pieces.empty()) pieces.back().lines.push_back(blank(line));
        in_attribution = false;
        gap = true;
        continue;
      }
      gap = false;
      if (line.attribution) {
        if (!in_attribution) pieces.emplace_back();
        in_attribution = true;
        const std::string_view content = content_of(text_, line);
        std::string& attribution = pieces.back().attribution;
        if (content.empty()) continue;
        attribution.append(attribution.empty() ? "" : "\n").append(content);
      } else {
        if (pieces.empty()) pieces.emplace_back();
        in_attribution = false;
        pieces.back().lines.push_back(line);
      }
    }
    for (Piece& piece : pieces) lower(piece.lines);
    return pieces;
  }

  static Line blank(Line line) {
    line.content = line.end;
    line.blank = true;
    line.depth = 0;
    return line;
  }

  static void lower(std::vector<Line>& lines) {
    std::uint16_t level = std::numeric_limits<std::uint16_t>::max();
    for (const Line& line : lines) {
      if (!line.blank) level = std::min(level, line.depth);
    }
    for (Line& line : lines) {
      line.depth =
          line.depth > level ? static_cast<std::uint16_t>(line.depth - level) : std::uint16_t{0};
      line.attribution = false;
      // What the format said of deeper quotations still holds.
      line.known = line.known && line.depth > 0;
      line.kind = line.known ? ZoneKind::quoted : ZoneKind::body;
    }
  }

  [[nodiscard]] std::string own_words(const std::vector<Line>& lines) const {
    std::string words;
    bool gap = false;
    for (const Line& line : lines) {
      if (line.kind != ZoneKind::body) {
        gap = !words.empty();
        continue;
      }
      if (gap) words += '\n';
      gap = false;
      std::string_view content = text_.substr(line.content, line.end - line.content);
      if (line.content > line.start && content.starts_with(' ')) content.remove_prefix(1);
      words.append(content).append("\n");
    }
    return std::string(trim(words));
  }

  std::string_view text_;
  Quotes quotes_;
};

}  // namespace

Quotes quoted_messages(std::string_view text, const std::vector<Line>& lines) {
  return Collector(text).run(lines);
}

}  // namespace replylint
