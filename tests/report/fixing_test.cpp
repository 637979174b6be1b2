// Fixes in the bytes of a file, through every layer: drafts are made, each with
// faults whose fix is known, written in each layer, fixed, and read again.
#include "report/fixing.hpp"

#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "catch.hpp"
#include "draft/records.hpp"
#include "replylint/analysis.hpp"
#include "rules/load.hpp"

namespace replylint::report {
namespace {

// A rule whose fixes are of every kind: shorter, longer, empty, with marks that
// layers have to escape, and another that calls for a second round.
RuleSet small_rules() {
  const std::string common =
      "why: w\nseverity: error\ndimension: respect\nmessage: m\nsummary: s\nexamples: {bad: [b], "
      "good: [g]}\n";
  Problems problems;
  auto pack =
      rules::load({{"a/one.yml", "one",
                    "match: [utilise, kindly, alpha, beta gamma, delta, epsilon]\nfix: {"
                    "utilise: use, kindly: please do, alpha: \"a < b & c\", "
                    "beta gamma: \"caf\\u00e9\", delta: \"*\", epsilon: kindly}\n" +
                        common},
                   {"a/two.yml", "two",
                    "match: [{regex: \"!{2,}\", literals: [\"!!\"]}]\nfix: \"!\"\n" + common}},
                  rules::Strictness::lenient, {}, problems);
  RuleSet set = RuleSet::compile(std::move(pack), problems);
  for (const Problem& problem : problems) FAIL(format_problem(problem));
  return set;
}

class Fixing {
 public:
  Fixing() : analyser_(small_rules()) {}

  FixedFile fix(const std::string& bytes, Format format) {
    return make_fixes(
        bytes, {[&](std::string_view b) {
                  return std::vector<FixableDraft>{{read_draft(b, format), std::nullopt, {}}};
                },
                [&](const FixableDraft& d) { return analyser_.analyse(d.draft, {}); }});
  }
  FixedFile fix(const std::string& bytes, RecordSyntax syntax, const RecordQuery& query) {
    return make_fixes(bytes,
                      {[&](std::string_view b) { return records(b, syntax, query); },
                       [&](const FixableDraft& d) { return analyser_.analyse(d.draft, {}); }});
  }
  // The drafts in a file of records, with maps that lead to the file.
  static std::vector<FixableDraft> records(std::string_view bytes, RecordSyntax syntax,
                                           const RecordQuery& query) {
    std::istringstream in{std::string(bytes)};
    RecordReader reader(in, syntax, query);
    std::vector<FixableDraft> all;
    while (auto item = reader.next()) {
      auto* raw = std::get_if<RawRecord>(&*item);
      REQUIRE(raw != nullptr);
      Draft draft = read_draft(raw->text, raw->format);
      OffsetMap slice;
      const std::size_t start = raw->slice->offset;
      slice.append(bytes.size() - start, {start, bytes.size()}, OffsetMap::Kind::copy);
      draft.source_map = draft.source_map.then(raw->map).then(slice);
      all.push_back({std::move(draft), std::move(raw->encoding), {}});
    }
    return all;
  }
  std::size_t fixable(const std::string& bytes, Format format) {
    std::size_t count = 0;
    for (const Finding& finding : analyser_.analyse(read_draft(bytes, format), {}).findings) {
      count += finding.fix ? 1U : 0U;
    }
    return count;
  }

 private:
  Analyser analyser_;
};

std::string base64(const std::string& bytes, std::size_t width, const std::string& end) {
  constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  std::size_t column = 0;
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    unsigned bits = 0;
    for (std::size_t k = 0; k < 3; ++k) {
      bits = bits << 8U | (at + k < bytes.size() ? static_cast<unsigned char>(bytes[at + k]) : 0U);
    }
    for (std::size_t k = 0; k < 4; ++k) {
      if (column == width) {
        out += end;
        column = 0;
      }
      out += at + k <= bytes.size() ? digits[bits >> (18 - 6 * k) & 63U] : '=';
      ++column;
    }
  }
  return out + end;
}

// As mail programs write it: lines of 76 characters at most.
std::string quoted_printable(const std::string& bytes, const std::string& end) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  std::size_t column = 0;
  for (const char c : bytes) {
    if (c == '\n') {
      out += end;
      column = 0;
      continue;
    }
    const auto value = static_cast<unsigned char>(c);
    std::string piece(1, c);
    if (value >= 0x7F || c == '=') piece = {'=', digits[value >> 4U], digits[value & 15U]};
    if (column + piece.size() > 75) {
      out += "=" + end;
      column = 0;
    }
    out += piece;
    column += piece.size();
  }
  return out;
}

std::string html(const std::string& text) {
  std::string out = "<p>";
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') {
      out += "<br>";
    } else if (text[i] == '&') {
      out += "&amp;";
    } else if (text[i] == '<') {
      out += "&lt;";
    } else if (text.compare(i, 2, "\xC3\xA9") == 0) {
      out += "&eacute;";
      ++i;
    } else {
      out += text[i];
    }
  }
  return out + "</p>";
}

std::string latin1(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.compare(i, 2, "\xC3\xA9") == 0) {
      out += '\xE9';
      ++i;
    } else {
      out += text[i];
    }
  }
  return out;
}

std::string crlf(const std::string& text) {
  std::string out;
  for (const char c : text) out += c == '\n' ? std::string("\r\n") : std::string(1, c);
  return out;
}

std::string mail(const std::string& type, const std::string& encoding, const std::string& body) {
  return "From: a@b.c\nTo: d@e.f\nSubject: x\nContent-Type: " + type +
         "\nContent-Transfer-Encoding: " + encoding + "\n\n" + body;
}

struct Layer {
  std::string name;
  Format format;
  std::string bytes;
};

std::vector<Layer> layers(const std::string& text) {
  const std::string utf8 = "text/plain; charset=utf-8";
  return {
      {"plain", Format::plain, text},
      {"plain, CRLF, mark", Format::plain, "\xEF\xBB\xBF" + crlf(text)},
      {"Markdown", Format::markdown, "---\ntitle: utilise!!\n---\n" + text},
      {"8bit", Format::eml, mail(utf8, "8bit", text)},
      {"8bit Latin-1", Format::eml, mail("text/plain; charset=iso-8859-1", "8bit", latin1(text))},
      {"quoted-printable", Format::eml,
       mail(utf8, "quoted-printable", quoted_printable(text, "\n"))},
      {"quoted-printable Latin-1", Format::eml,
       mail("text/plain; charset=iso-8859-1", "quoted-printable",
            quoted_printable(latin1(text), "\r\n"))},
      {"base64", Format::eml, mail(utf8, "base64", base64(text, 76, "\n"))},
      {"base64 Latin-1", Format::eml,
       mail("text/plain; charset=iso-8859-1", "base64", base64(latin1(text), 60, "\r\n"))},
      {"HTML", Format::eml, mail("text/html; charset=utf-8", "8bit", html(text))},
      {"HTML file", Format::html, html(text)},
      {"HTML mail in ASCII", Format::eml, mail("text/html; charset=us-ascii", "7bit", html(text))},
      {"HTML, quoted-printable", Format::eml,
       mail("text/html; charset=utf-8", "quoted-printable", quoted_printable(html(text), "\n"))},
      {"HTML, base64", Format::eml,
       mail("text/html; charset=utf-8", "base64", base64(html(text), 76, "\n"))},
  };
}

std::string made_draft(std::mt19937& dice) {
  const std::vector<std::string> words{
      "the",         "box", "utilise", "kindly", "alpha",  "beta gamma", "delta", "epsilon", "road",
      "caf\xC3\xA9", "is",  "x = y",   "& more", "late!!", "here!!!",    "a < 2", "Utilise", "we"};
  const auto roll = [&](std::size_t sides) { return dice() % sides; };
  std::string text = "Dear Ana,\n\n";
  const std::size_t lines = 1 + roll(4);
  for (std::size_t line = 0; line < lines; ++line) {
    const std::size_t count = 3 + roll(25);
    text += "We";
    for (std::size_t i = 0; i < count; ++i) text += " " + words[roll(words.size())];
    text += ".\n";
  }
  return text + "\nBest,\nTom\n";
}

// The bytes of the source that stand for text[span): what a change may touch.
bool only_text_changed(const std::string& before, const std::string& after) {
  const std::size_t header = before.find("\n\n");
  return header == std::string::npos || before.compare(0, header, after, 0, header) == 0 ||
         before.compare(0, 3, after, 0, 3) == 0;
}

}  // namespace

TEST_CASE(
    "after fixing, findings are gone, the rest is as before, and a second time nothing changes") {
  Fixing fixing;
  std::mt19937 dice(20241124);
  std::size_t made = 0;
  std::size_t refused = 0;
  for (int round = 0; round < 150; ++round) {
    const std::string text = made_draft(dice);
    for (const Layer& layer : layers(text)) {
      INFO(layer.name << "\n" << text << "\n" << layer.bytes);
      const Draft before = read_draft(layer.bytes, layer.format);
      const FixedFile fixed = fixing.fix(layer.bytes, layer.format);
      INFO(fixed.bytes);
      CHECK(fixed.stable);
      made += fixed.made;
      refused += fixed.refused.size();
      // What is left is what was refused, with its reason.
      CHECK(fixing.fixable(fixed.bytes, layer.format) == fixed.refused.size());
      CHECK(only_text_changed(layer.bytes, fixed.bytes));
      const Draft after = read_draft(fixed.bytes, layer.format);
      CHECK(after.warnings.empty());
      // The same text as when the words are replaced by hand.
      if (fixed.refused.empty()) {
        CHECK(after.text == fixing.fix(before.text, Format::plain).bytes);
      }
      const FixedFile again = fixing.fix(fixed.bytes, layer.format);
      CHECK(again.made == 0);
      CHECK(again.bytes == fixed.bytes);
      if (layer.name.starts_with("quoted-printable")) {
        std::size_t start = fixed.bytes.find("\n\n");
        for (std::size_t end = 0; start != std::string::npos && end != std::string::npos;
             start = end + 1) {
          end = fixed.bytes.find('\n', start + 1);
          if (end != std::string::npos) CHECK(end - start <= 78);
        }
      }
    }
  }
  // Nearly everything has a safe form.
  CHECK(made > 20000);
  CHECK(refused * 100 < made);
}

TEST_CASE("fixes in files of records change the words of their fields and nothing else") {
  Fixing fixing;
  std::mt19937 dice(7);
  const auto replaced = [](std::string text, std::string_view what, std::string_view with) {
    for (std::size_t at = text.find(what); at != std::string::npos;
         at = text.find(what, at + with.size())) {
      text.replace(at, what.size(), with);
    }
    return text;
  };
  const auto json = [&](const std::string& text) {
    return "\"" + replaced(replaced(replaced(text, "\\", "\\\\"), "\"", "\\\""), "\n", "\\n") +
           "\"";
  };
  const RecordQuery body = NamedFields{*FieldPath::parse("body"), {}, {}};
  const RecordQuery bodies = NamedFields{*FieldPath::parse("[].body"), {}, {}};
  std::size_t made = 0;
  std::size_t refused = 0;
  for (int round = 0; round < 60; ++round) {
    const std::string text = made_draft(dice);
    const std::string other = made_draft(dice);
    std::string line = replaced(text, "\n", " ");
    const auto block = [&](const std::string& of) { return "    " + replaced(of, "\n", "\n    "); };
    const std::string html_text = html(text);
    struct Row {
      std::string name;
      RecordSyntax syntax;
      RecordQuery query;
      std::string bytes;
    };
    const std::vector<Row> rows{
        {"JSON", RecordSyntax::json, bodies,
         "[{\"title\": \"utilise!!\", \"body\": " + json(text) + "},\n {\"body\": " + json(other) +
             ", \"n\": 1}]\n"},
        {"JSON Lines", RecordSyntax::jsonl, body,
         "{\"title\": \"utilise!!\", \"body\": " + json(text) + "}\n{\"body\": " + json(other) +
             "}\n"},
        {"YAML, double quotes", RecordSyntax::yaml, bodies,
         "- title: utilise!!\n  body: " + json(text) + "\n- body: " + json(other) + "\n"},
        {"YAML, single quotes", RecordSyntax::yaml, bodies,
         "- title: utilise!!\n  body: '" + line + "'\n"},
        {"YAML, literal", RecordSyntax::yaml, bodies,
         "- title: utilise!!\n  body: |\n" + block(text) + "\n- title: x\n  body: |\n" +
             block(other) + "\n"},
        {"YAML, folded", RecordSyntax::yaml, bodies,
         "- title: utilise!!\n  body: >\n" + block(text) + "\n"},
        {"CSV", RecordSyntax::csv, body,
         "title,body\nutilise!!,\"" + text + "\"\nx,\"" + other + "\"\n"},
        {"Zendesk", RecordSyntax::json, OfProduct{},
         "{\"macros\": [{\"title\": \"utilise!!\", \"actions\": [{\"field\": "
         "\"comment_value_html\", "
         "\"value\": " +
             json(html_text) + "}]}]}"},
        {"Zendesk in CSV", RecordSyntax::csv, OfProduct{},
         "id,title,actions\n1,utilise!!,\"" +
             replaced("[{\"field\": \"comment_value_html\", \"value\": " + json(html_text) + "}]",
                      "\"", "\"\"") +
             "\"\n"},
    };
    for (const Row& row : rows) {
      INFO(row.name << "\n" << row.bytes);
      const auto before = Fixing::records(row.bytes, row.syntax, row.query);
      REQUIRE(!before.empty());
      const FixedFile fixed = fixing.fix(row.bytes, row.syntax, row.query);
      INFO(fixed.bytes);
      made += fixed.made;
      refused += fixed.refused.size();
      CHECK(fixed.stable);
      CHECK(fixed.bytes.find("utilise!!") == row.bytes.find("utilise!!"));
      const auto after = Fixing::records(fixed.bytes, row.syntax, row.query);
      REQUIRE(after.size() == before.size());
      if (fixed.refused.empty()) {
        for (std::size_t i = 0; i < after.size(); ++i) {
          CHECK(after[i].draft.text == fixing.fix(before[i].draft.text, Format::plain).bytes);
        }
      }
      const FixedFile again = fixing.fix(fixed.bytes, row.syntax, row.query);
      CHECK(again.made == 0);
      CHECK(again.bytes == fixed.bytes);
    }
  }
  CHECK(made > 5000);
  // Words over a line break of a folded block have no safe form.
  CHECK(refused * 50 < made);
}

TEST_CASE("fixes that cannot be made safely are refused with a reason") {
  Fixing fixing;
  const auto why = [&](const std::string& bytes, Format format) {
    const FixedFile fixed = fixing.fix(bytes, format);
    CHECK(fixed.bytes == bytes);
    return fixed.refused.empty() ? std::string("(not refused)") : fixed.refused.front().why;
  };
  CHECK(why("We ut**ili**se it.", Format::markdown) == "markup stands in it");
  CHECK(why(mail("text/html", "8bit", "<p>We ut<b>ili</b>se it.</p>"), Format::eml) ==
        "markup stands in it");
  CHECK(why(mail("text/plain; charset=us-ascii", "7bit", "We beta gamma it."), Format::eml) ==
        "its characters have no place in the charset of the mail");
  CHECK(why(mail("text/plain; charset=utf-8", "base64", "V2UgdXRpbGlz\n\n ZSBpdC4=\n"),
            Format::eml) == "its base64 text is not laid out in regular lines");
  CHECK(why("From: a@b.c\nContent-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: "
            "text/plain\n\nWe utilise it.\n--x\nContent-Type: text/html\n\n<p>We utilise "
            "it.</p>\n--x--\n",
            Format::eml) == "the mail says the same in another form beside it, which would differ");
}

TEST_CASE("Markdown that would mean something else is escaped") {
  Fixing fixing;
  const FixedFile fixed = fixing.fix("delta\n\nWe alpha it.\n", Format::markdown);
  CHECK(fixed.refused.empty());
  CHECK(read_draft(fixed.bytes, Format::markdown).text == "*\n\nWe a < b & c it.");
}

TEST_CASE("UTF-16 stays UTF-16") {
  Fixing fixing;
  const std::string source("\xFF\xFEW\0e\0 \0u\0t\0i\0l\0i\0s\0e\0 \0i\0t\0.\0", 30);
  CHECK(fixing.fix(source, Format::plain).bytes ==
        std::string("\xFF\xFEW\0e\0 \0u\0s\0e\0 \0i\0t\0.\0", 22));
}

}  // namespace replylint::report
