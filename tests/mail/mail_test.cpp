// Whole mails. tests/mail/samples/NAME.golden holds how NAME.eml is read: its
// zones, what is found in it and what is said of damage; REPLYLINT_UPDATE_GOLDEN=1
// writes it.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "draft/entities.hpp"
#include "draft/transfer_decoding.hpp"
#include "golden.hpp"
#include "replylint/draft.hpp"
#include "replylint/run.hpp"
#include "text/utf8.hpp"

namespace replylint {
namespace {

namespace fs = std::filesystem;

const fs::path folder = fs::path(REPLYLINT_SOURCE_DIR) / "tests/mail/samples";

std::vector<fs::path> samples() {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".eml") found.push_back(entry.path().filename());
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::string slurp(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

// What the command prints on its two streams, run beside the samples.
std::pair<std::string, std::string> output_of(std::vector<std::string> args) {
  const fs::path before = fs::current_path();
  fs::current_path(folder);
  for (const fs::path& name : samples()) args.push_back(name.string());
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  (void)run(args, in, out, err);
  fs::current_path(before);
  return {out.str(), err.str()};
}

// The lines about each sample: those that begin with its name behind `lead`,
// and what is indented below.
std::map<std::string, std::string> by_sample(const std::string& output, const std::string& lead) {
  std::map<std::string, std::string> found;
  std::istringstream lines(output);
  std::string name;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with(lead) && !line.substr(lead.size()).starts_with(' ')) {
      const std::string rest = line.substr(lead.size());
      name = rest.substr(0, rest.find(".eml") + 4);
    }
    found[name] += line + "\n";
  }
  return found;
}

// What bytes of a file may stand for: themselves, out of a transfer encoding,
// out of a charset.
std::vector<std::string> readings(const std::string& slice) {
  std::vector<std::string> bytes{slice};
  for (const auto encoding : {TransferEncoding::quoted_printable, TransferEncoding::uuencode}) {
    bytes.push_back(decode_transfer(slice, encoding, 0).bytes.text);
  }
  // A slice of base64 begins anywhere in a group of four.
  for (std::size_t before = 0; before < 4; ++before) {
    std::string group = std::string(before, 'A') + slice;
    std::erase_if(group, [](char c) { return c == '\n' || c == '\r' || c == ' '; });
    while (group.size() % 4 != 0) group += 'A';
    bytes.push_back(decode_transfer(group, TransferEncoding::base64, 0).bytes.text);
  }
  // So does one of uuencode, without the length of its line.
  for (std::size_t before = 0; before < 3; ++before) {
    const std::string line = "begin 1 x\n#" + std::string(before, '`') + slice + "\nend\n";
    bytes.push_back(decode_transfer(line, TransferEncoding::uuencode, 0).bytes.text);
  }
  std::vector<std::string> out;
  for (const std::string& raw : bytes) {
    out.push_back(raw);
    for (const char* charset : {"windows-1252", "koi8-r", "gb18030", "utf-16le"}) {
      if (const auto text = text::decode_charset(raw, charset)) out.push_back(text->text);
    }
    if (const auto text = text::decode_charset("\x1B$B" + raw, "iso-2022-jp")) {
      out.push_back(text->text);
    }
    if (const auto text = text::decode_charset("+" + raw, "utf-7")) out.push_back(text->text);
  }
  if (const auto entity = decode_entity(slice)) out.push_back(*entity);
  if (slice == "\r\n" || slice == "<br>") out.emplace_back("\n");
  return out;
}

}  // namespace

TEST_CASE("mails are read as their golden files say") {
  const auto [zones, said] = output_of({"zones"});
  const auto [found, again] = output_of({"check", "--format", "line", "--ignore", "missing"});
  CHECK(said == again);  // of damage
  auto zones_of = by_sample(zones, "");
  auto findings_of = by_sample(found, "");
  auto damage_of = by_sample(said, "replylint: ");
  for (const fs::path& name : samples()) {
    const std::string key = name.string();
    test::check_golden(("tests/mail/samples" / name).replace_extension(".golden").string(),
                       zones_of[key] + "\n" + findings_of[key] + damage_of[key]);
  }
}

TEST_CASE("each visible character of a mail leads back to bytes that decode to it") {
  for (const fs::path& name : samples()) {
    const std::string source = slurp(folder / name);
    const Draft draft = read_draft(source, Format::eml);
    INFO(name.string());
    REQUIRE(draft.source_map.text_size() == draft.text.size());
    for (std::size_t at = 0; at < draft.text.size();) {
      const std::size_t size = text::code_point_at(draft.text, at).length;
      const std::string character = draft.text.substr(at, size);
      const Span span = draft.source_map.to_source({at, at + size});
      REQUIRE(span.end <= source.size());
      at += size;
      // Line breaks and spaces may be made up by the reader, U+FFFD stands for damage.
      if (character == "\n" || character == " " || character == "\xEF\xBF\xBD") continue;
      const std::string slice = source.substr(span.start, span.size());
      const std::vector<std::string> all = readings(slice);
      INFO("“" << character << "” from “" << slice << "”");
      CHECK(std::any_of(all.begin(), all.end(), [&](const std::string& reading) {
        return reading.find(character) != std::string::npos;
      }));
    }
  }
}

TEST_CASE("whatever is broken in a mail, it is read") {
  std::mt19937 random(7);
  const std::string extra =
      "\n\r=-:;\"?<& \x1B\xC3\xFF"
      "A0";
  for (const fs::path& name : samples()) {
    const std::string whole = slurp(folder / name);
    for (int round = 0; round < 60; ++round) {
      std::string source = whole;
      for (std::size_t n = 1 + random() % 8; n > 0 && !source.empty(); --n) {
        const std::size_t at = random() % source.size();
        switch (random() % 4) {
          case 0:
            source[at] = extra[random() % extra.size()];
            break;
          case 1:
            source.insert(at, 1 + random() % 3, extra[random() % extra.size()]);
            break;
          case 2:
            source.erase(at, 1 + random() % 30);
            break;
          default:
            source.resize(at);
            break;
        }
      }
      INFO(source);
      const Draft draft = read_draft(source, Format::eml);
      REQUIRE(text::is_valid_utf8(draft.text));
      REQUIRE(draft.source_map.text_size() == draft.text.size());
      REQUIRE(draft.source_map.to_source({0, draft.text.size()}).end <= source.size());
      REQUIRE(draft.warnings.size() <= 1);
    }
  }
}

}  // namespace replylint
