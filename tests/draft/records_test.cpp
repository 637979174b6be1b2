// Fields and shapes, errors and bounds of files that hold many replies.
#include "draft/records.hpp"

#include <sstream>
#include <string>

#include "catch.hpp"

namespace replylint {
namespace {

NamedFields fields(std::string_view text) {
  return {*FieldPath::parse(text), std::nullopt, std::nullopt};
}

// "id=text" of each record, "!byte message" of each error, one a line; the byte
// is that of the slice.
std::string read_all(const std::string& bytes, RecordSyntax syntax, RecordQuery query) {
  std::istringstream in(bytes);
  RecordReader reader(in, syntax, std::move(query));
  std::string out;
  while (auto item = reader.next()) {
    if (const auto* error = std::get_if<RecordError>(&*item)) {
      out += "!" + std::to_string(error->at) + " " + error->message + "\n";
    } else {
      const auto& record = std::get<RawRecord>(*item);
      out += record.id + "=" + record.text + "\n";
    }
  }
  return out;
}

std::string yaml(const std::string& bytes, std::string_view path = "a") {
  return read_all(bytes, RecordSyntax::yaml, fields(path));
}
std::string json(const std::string& bytes, std::string_view path = "a") {
  return read_all(bytes, RecordSyntax::json, fields(path));
}
std::string csv(const std::string& bytes, std::string_view path = "a") {
  return read_all(bytes, RecordSyntax::csv, fields(path));
}

NamedFields with_id(std::string_view text, std::string_view id) {
  return {*FieldPath::parse(text), std::nullopt, FieldPath::parse(id)};
}

}  // namespace

TEST_CASE("a path leads to keys, items and what a filter lets through") {
  CHECK(json(R"({"a": "x"})") == "=x\n");
  CHECK(json(R"([{"a": "x"}, {"a": 7}, {"a": null}])") == "=x\n=7\n=\n");
  CHECK(json(R"({"a": {"b": "x"}, "c.d": "y"})", "a.b") == "=x\n");
  CHECK(json(R"({"a": {"b": "x"}, "c.d": "y"})", "c.d") == "=y\n");
  CHECK(json(R"({"a": ["x", "y"]})", "a[]") == "=x\n=y\n");
  CHECK(json(R"({"a": ["x", "y"]})", "a[1]") == "=y\n");
  CHECK(json(R"({"m": {"a": "x", "b": "y"}})", "m[]") == "=x\n=y\n");
  CHECK(json(R"({"a": [{"f": "c", "v": "x"}, {"f": "s", "v": "y"}]})", "a[f=c].v") == "=x\n");
  CHECK(json(R"({"a": "first", "a": "last"})") == "=last\n");
  CHECK_FALSE(FieldPath::parse("a["));
  CHECK_FALSE(FieldPath::parse("a..b"));
  CHECK_FALSE(FieldPath::parse(".a"));
  CHECK_FALSE(FieldPath::parse("a."));
  CHECK_FALSE(FieldPath::parse("a[x]"));
  CHECK_FALSE(FieldPath::parse(""));
}

TEST_CASE("the name of a record is that of its own item, else of what holds it") {
  const auto read = [](const std::string& bytes, std::string_view text, std::string_view id) {
    return read_all(bytes, RecordSyntax::json, with_id(text, id));
  };
  const std::string list = R"({"n": "all", "r": [{"b": "x", "n": "one"}, {"b": "y", "n": "two"}]})";
  CHECK(read(list, "r[].b", "n") == "one=x\ntwo=y\n");
  CHECK(read(list, "r[].b", "r[].n") == "one=x\ntwo=y\n");
  const std::string lacks = R"({"n": "all", "r": [{"b": "x"}, {"b": "y", "n": "two"}]})";
  CHECK(read(lacks, "r[].b", "n") == "all=x\ntwo=y\n");
  CHECK(read(lacks, "r[].b", "r[].n") == "!19 no field “r[].n”, named by --id-field\ntwo=y\n");
  CHECK(read(R"([{"n": 1, "b": "x"}, {"n": 1, "b": "y"}])", "b", "n") ==
        "1=x\n!27 “1” names another record of this file too\n1=y\n");
  // Two texts of one record share its name.
  CHECK(read(R"({"n": "m", "r": [{"b": "x"}, {"b": "y"}]})", "r[].b", "n") == "m=x\nm=y\n");
}

TEST_CASE("what is no text, and what is not there, is told with its place") {
  CHECK(json(R"([{"a": "x"}, {"b": "y"}, {"a": []}, 7])") ==
        "=x\n!13 no field “a”; name the one with the reply by --text-field\n"
        "!31 the field “a” is not a text, but a list\n"
        "!36 not an object: no field “a” can stand in it\n");
  CHECK(json("[]") == "!0 nothing stands at “a”\n");
  CHECK(json("{\"a\": \"x\"") ==
        "!9 not valid JSON: while parsing object - unexpected end of input; expected '}'\n");
  CHECK(json("{\"a\": \"x\ny\"}") ==
        "!8 not valid JSON: while parsing value - invalid string: control character U+000A (LF) "
        "must be escaped to \\u000A or \\n\n");
  CHECK(json("") ==
        "!0 not valid JSON: while parsing value - unexpected end of input; expected "
        "'[', '{', or a literal\n");
  CHECK(yaml("a: &x hello\nb: *x\n", "b") ==
        "!15 the field “b” is not a text, but an alias, which is not followed\n");
  CHECK(yaml("a: [\n") == "!5 not valid YAML: did not find expected node content\n");
  CHECK(csv("a,b\nx,y,z\n1,2,,\n") ==
        "!4 3 fields where the first row has 2; put a text that holds the delimiter in quotation "
        "marks\n=1\n");
  CHECK(csv("a,b\n1,\"never closed\n2,3\n") == "!2 this quotation mark is never closed\n");
}

TEST_CASE("nesting and size are bounded") {
  const std::string deep(100000, '[');
  CHECK(json(deep) == "!200 nested deeper than 200 levels\n");
  CHECK(yaml(deep).find("nested deeper than 200 levels") != std::string::npos);
  CHECK(csv("a\n\"" + deep + "\"\n") == "=" + deep + "\n");
  std::string objects;
  for (int k = 0; k < 100000; ++k) objects += "{\"a\":";
  CHECK(json(objects) == "!1000 nested deeper than 200 levels\n");
}

TEST_CASE("a byte-order mark and UTF-16 are no part of the text") {
  const std::string mark = "\xEF\xBB\xBF";
  CHECK(json(mark + R"({"a": "x"})") == "=x\n");
  CHECK(yaml(mark + "a: x\n") == "=x\n");
  CHECK(csv(mark + "a\nx\n") == "=x\n");
  CHECK(csv(mark + "\"a\"\nx\n") == "=x\n");
  std::string wide = "\xFF\xFE";
  for (const char c : std::string(R"({"a": "x"})")) wide += std::string{c, '\0'};
  CHECK(json(wide) == "=x\n");
  CHECK(csv(wide) == "!0 is UTF-16; save it as CSV in UTF-8\n");
}

TEST_CASE("damaged UTF-8 is read past and told once") {
  CHECK(json("[{\"a\": \"x\xFF\"}, {\"a\": \"y\xFF\"}]") ==
        "!9 warning: 2 sequences of bytes are not valid UTF-8; each was read as U+FFFD\n"
        "=x\uFFFD\n=y\uFFFD\n");
  CHECK(csv("a\nx\xFF\ny\xFF\n") ==
        "!1 warning: 1 sequence of bytes is not valid UTF-8; it was read as U+FFFD\n"
        "=x\uFFFD\n=y\uFFFD\n");
}

TEST_CASE("CSV tells its delimiter by the first row") {
  CHECK(csv("a;b\n\"x; y\";2\n") == "=x; y\n");
  CHECK(csv("b\ta\n1\tx, y\n", "a") == "=x, y\n");
  CHECK(csv("a\nx, y\n") ==
        "!2 2 fields where the first row has 1; put a text that holds the "
        "delimiter in quotation marks\n");
  CHECK(csv("a,b\n5\" disk,2\n") == "=5\" disk\n");
  CHECK(csv("a,b\n\"x\"\"y\nz\",\n\n\"\",2\n") == "=x\"y\nz\n=\n");
}

TEST_CASE("a field that stands nowhere is told once") {
  const std::string no_a = "no field “a”; name the one with the reply by --text-field\n";
  CHECK(json(R"([{"b": "x"}, {"b": "y"}])") == "!1 " + no_a);
  CHECK(csv("b,c\nx,1\ny,2\n") == "!0 " + no_a);
  CHECK(csv("b,a\nx\ny,z\n") == "=\n=z\n");
  CHECK(read_all("{\"b\": 1}\n{\"a\": \"x\"}\n", RecordSyntax::jsonl, fields("a")) ==
        "!0 " + no_a + "=x\n");
}

TEST_CASE("JSON in a field of CSV is entered") {
  CHECK(csv("t,a\n1,\"[{\"\"b\"\": \"\"x\\u00e9\"\"}]\"\n", "a[].b") == "=x\u00e9\n");
  CHECK(csv("t,a\n1,[Name] hello\n") == "=[Name] hello\n");
}

TEST_CASE("several documents of YAML are several records") {
  CHECK(yaml("a: x\n---\na: y\n") == "=x\n=y\n");
  CHECK(yaml("a: ~\n") == "=\n");
}

TEST_CASE("products are told by their shape, and records without a reply are noted") {
  const auto read = [](const std::string& bytes, bool sure_only = false) {
    return read_all(bytes, RecordSyntax::json, OfProduct{nullptr, sure_only});
  };
  const std::string none =
      "!0 no record of a helpdesk is recognised here; name the field with the reply by "
      "--text-field\n";
  CHECK(read(R"({"title": "t", "content": "c"})") == "t=c\n");
  CHECK(read(R"({"title": "t", "content": "c"})", true) == none);
  CHECK(read(R"({"name": "t", "version": "1"})") == none);
  CHECK(read(R"({"id": 3, "title": " ", "content": "c"})") == "3=c\n");
  CHECK(read(R"([{"short_code": "s", "content": "c"}, {"short_code": "u"}])", true) ==
        "s=c\n!38 not in the shape of the other chatwoot records\n");
  CHECK(read(R"([{"short_code": "s", "content": " "}])", true) ==
        "!1 no reply stands in this record; passed over\n");
}

TEST_CASE("each product is known by its name") {
  for (const helpdesk::Product* product : helpdesk::products()) {
    CHECK(helpdesk::find_product(product->name) == product);
    CHECK_FALSE(product->shapes.empty());
    CHECK_FALSE(product->replies.empty());
    CHECK_FALSE(product->titles.empty());
  }
  CHECK(helpdesk::find_product("nobody") == nullptr);
}

}  // namespace replylint
