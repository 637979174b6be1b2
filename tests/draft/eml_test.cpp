#include <string>

#include "catch.hpp"
#include "draft/mime.hpp"
#include "replylint/draft.hpp"
#include "show.hpp"

namespace replylint {
namespace {

Draft read_mail(const std::string& source) { return read_draft(source, Format::eml); }

std::string part(const std::string& type, const std::string& text) {
  return "--b\nContent-Type: " + type + "\n\n" + text + "\n";
}

std::string multipart(const std::string& kind, const std::string& parts) {
  return "From: a@b.c\nContent-Type: multipart/" + kind + "; boundary=\"b\"\n\npreamble\n" + parts +
         "--b--\nepilogue\n";
}

}  // namespace

TEST_CASE("the parts of a mail that are read") {
  struct Row {
    std::string name;
    std::string source;
    std::string text;
  };
  const std::string plain = part("text/plain", "plain");
  const std::string html = part("text/html", "<p>html</p>");
  const std::vector<Row> rows{
      {"no MIME", "From: a@b.c\n\nbody\n", "body\n"},
      {"alternative", multipart("alternative", plain + html), "plain"},
      {"alternative, HTML first", multipart("alternative", html + plain), "plain"},
      {"alternative, empty text", multipart("alternative", part("text/plain", " ") + html),
       " \nhtml"},
      {"alternative, HTML only", multipart("alternative", html), "html"},
      {"mixed", multipart("mixed", plain + part("text/plain", "more")), "plain\nmore"},
      {"related", multipart("related", html + part("image/png", "xx")), "html"},
      {"attachment",
       multipart("mixed",
                 plain + "--b\nContent-Type: text/plain\nContent-Disposition: attachment\n\nno\n"),
       "plain"},
      {"named file",
       multipart("mixed", plain + "--b\nContent-Type: text/plain\nContent-Disposition: inline; "
                                  "filename=a.txt\n\nno\n"),
       "plain"},
      {"part without a header", multipart("mixed", "--b\n\nbare\n"), "bare"},
      {"only HTML", "From: a@b.c\nContent-Type: text/html\n\n<div>one</div><div>two</div>",
       "one\ntwo"},
      {"comment in the type", "Content-Type: (c) text/plain (d); charset=utf-8\n\nbody", "body"},
      {"mailbox separator", "From x@y Mon May 3\nFrom: a@b.c\n\nbody", "body"},
      {"folded field", "Content-Type: multipart/mixed;\n boundary=b\n\n" + plain + "--b--\n",
       "plain"},
      {"similar boundaries",
       "Content-Type: multipart/mixed; boundary=b\n\n--bc\n--b\n\nok\n--bc\n--b--\n", "ok\n--bc"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    const Draft draft = read_mail(row.source);
    CHECK(draft.text == row.text);
    CHECK(draft.warnings.empty());
  }
}

TEST_CASE("a mail within a mail is forwarded") {
  const Draft draft = read_mail(
      multipart("mixed", part("text/plain", "See below.") +
                             part("message/rfc822", "From: x@y.z\nSubject: old\n\nThe old one.")));
  CHECK(show_blocks(draft) == "body{See below./}forwarded{The old one.}");
  CHECK_FALSE(draft.customer.has_value());
  CHECK_FALSE(draft.subject.has_value());
}

TEST_CASE("the subject is decoded") {
  const Draft draft = read_mail("Subject: =?utf-8?q?Your?=\n =?utf-8?q?_refund?=\n\nbody");
  CHECK(draft.subject == "Your refund");
}

TEST_CASE("a block quotation of HTML is quoted") {
  const Draft draft = read_mail(
      "Content-Type: text/html\n\n<p>It ships on Friday.</p><blockquote><p>Where is it?</p>"
      "<blockquote>Older.</blockquote></blockquote>");
  CHECK(show_blocks(draft) == "body{It ships on Friday.//}quoted{Where is it?//Older.}");
  CHECK(draft.customer == "Where is it?");
}

TEST_CASE("what HTML does not show") {
  struct Row {
    std::string html;
    std::string text;
  };
  const std::vector<Row> rows{
      {"<style>p{}</style>a<script>x<y</script>b", "ab"},
      {"a<!-- b -->c", "ac"},
      {"<a href='x>y'>link</a>", "link"},
      {"<ul><li>one</li><li>two</li></ul>", "- one\n- two"},
      {"<ol><li>one<li>two</ol>", "1. one\n2. two"},
      {"a<p>b</p>c", "a\n\nb\n\nc"},
      {"a<br><br>b", "a\n\nb"},
      {"  a \n b ", "a b"},
      {"a<pre>x\n  y</pre>", "a\n\nx\n  y"},
      {"Hi <attribute key=\"user.name\" default=\"there\"/>,",
       "Hi <attribute key=\"user.name\" default=\"there\"/>,"},
      {"Hi <<Name>>,", "Hi <<Name>>,"},
      {"never <b closed", "never <b closed"},
      {"<a title=\"never closed>text</a>", "text"},
  };
  for (const Row& row : rows) {
    INFO(row.html);
    CHECK(read_mail("Content-Type: text/html\n\n" + row.html).text == row.text);
  }
}

TEST_CASE("parameters of a field") {
  const MimeValue value =
      parse_mime_value("Text/Plain; Charset=\"a \\\"b\\\"\"; junk; name=plain text (comment); x");
  CHECK(value.value == "text/plain");
  CHECK(value.parameter("charset") == "a \"b\"");
  CHECK(value.parameter("name") == "plain");
  CHECK(value.parameter("none").empty());
}

}  // namespace replylint
