// Whose words the elements of HTML say a text is.

#include <string>
#include <vector>

#include "catch.hpp"
#include "show.hpp"

namespace replylint {

namespace {

std::string blocks(const std::string& html) { return show_blocks(html, Format::html); }

}  // namespace

TEST_CASE("quotations and signatures by mail program") {
  struct Row {
    std::string name;
    std::string html;
    std::string zones;
  };
  const std::vector<Row> rows{
      {"Gmail",
       "<div dir=ltr>It ships on Friday.<br></div><div class='gmail_quote gmail_quote_container'>"
       "<div class=gmail_attr>Sab, 3 maj, Tom:<br></div><blockquote class=gmail_quote>Where is "
       "it?</blockquote></div>",
       "body{It ships on Friday./}quoted{Sab, 3 maj, Tom://Where is it?}"},
      {"Gmail, answers between the parts of the quotation",
       "<div class=gmail_quote><div class=gmail_attr>On 3 May 2021 at 10:00, Tom &lt;t@x.example> "
       "wrote:<br></div><blockquote class=gmail_quote>Where is it?</blockquote><div>In Leeds.</div>"
       "<blockquote class=gmail_quote>And when?</blockquote><div>On Friday.</div></div>",
       "quoted{On 3 May 2021 at 10:00, Tom <t@x.example> wrote://Where is it?//}body{In Leeds.//}"
       "quoted{And when?//}body{On Friday.}"},
      {"Gmail, forwarded",
       "For you.<br><div class=gmail_quote><div class=gmail_attr>---------- Forwarded message "
       "---------<br>From: Ann<br></div>The jar was open.</div>",
       "body{For you./}forwarded{---------- Forwarded message ---------/From: Ann/The jar was "
       "open.}"},
      {"Gmail, increased indent",
       "<p>The price:</p><blockquote style='margin:0 0 0 40px;border: none;padding:0px'>20 "
       "euros</blockquote>",
       "body{The price://20 euros}"},
      {"Outlook on the web, in a language that nobody knows",
       "<div>It ships on Friday.</div><div id=appendonsend></div><hr><div id=divRplyFwdMsg><b>Xx:"
       "</b> Tom<br><b>Yy:</b> Monday</div><div>Where is it?</div>",
       "body{It ships on Friday./}quoted{Xx: Tom/Yy: Monday/Where is it?}"},
      {"Outlook, in a language that nobody knows",
       "<p>It ships on Friday.</p><div><div style='border:none;border-top:solid #E1E1E1 "
       "1.0pt;padding:3.0pt 0cm 0cm 0cm'><p><b>Xx:</b> Tom<br><b>Yy:</b> "
       "Monday</p></div></div><p>Where is it?</p>",
       "body{It ships on Friday.//}quoted{Xx: Tom/Yy: Monday//Where is it?}"},
      {"a line above a paragraph",
       "<p>It ships on Friday.</p><div style='border-top:1px solid #e1e1e1'>Free returns.</div>",
       "body{It ships on Friday.//Free returns.}"},
      {"Apple Mail",
       "It ships on Friday.<br><div><blockquote type=cite style='border:none'><div>On 3 May 2021, "
       "at 10:00, Tom &lt;t@x.example> wrote:</div><br><div>Where is it?</div></blockquote></div>",
       "body{It ships on Friday.//}quoted{On 3 May 2021, at 10:00, Tom <t@x.example> "
       "wrote://Where is it?}"},
      {"Thunderbird",
       "<p>It ships on Friday.</p><div class=moz-cite-prefix>Tom, 03.05.21:<br></div>"
       "<blockquote type=cite><p>Where is it?</p></blockquote><pre class=moz-signature>-- \nAnn "
       "Lee\nDepot</pre>",
       "body{It ships on Friday.//}quoted{Tom, 03.05.21://Where is it?//}signature{-- /Ann "
       "Lee/Depot}"},
      {"Yahoo",
       "<div>It ships on Friday.</div><div id=yahoo_quoted_1 class=yahoo_quoted><div>Tom, "
       "yesterday:</div><div>Where is it?</div></div>",
       "body{It ships on Friday./}quoted{Tom, yesterday:/Where is it?}"},
      {"a signature with a good-bye in it",
       "<p>It ships on Friday.</p><div class=signature><p>Kind regards,</p><p>Ann "
       "Lee</p><p>Depot<br>Leeds</p></div>",
       "body{It ships on Friday.//}closing{Kind regards,//Ann Lee//}signature{Depot/Leeds}"},
      {"a signature by its id",
       "<p>It ships on Friday.</p><div id=Signature>Open every day from nine to six</div>",
       "body{It ships on Friday.//}signature{Open every day from nine to six}"},
      {"a good-bye that only the element tells from the address",
       "<p>It ships on Friday.</p><div class=signature>Kind regards,<br>Ann Lee<br>Lamp &amp; "
       "Light, "
       "Leeds</div>",
       "body{It ships on Friday.//}closing{Kind regards,/Ann Lee/}signature{Lamp & Light, Leeds}"},
      {"text below a signature",
       "<p>One.</p><div class=gmail_signature>Depot</div><p>It was on the shelf.</p>",
       "body{One.//}signature{Depot//}body{It was on the shelf.}"},
      {"quotations in quotations", "<p>a</p><blockquote>b<blockquote>c</blockquote></blockquote>",
       "body{a//}quoted{b//c}"},
      {"code on lines of its own", "<p>Run:</p><pre><code>reset\nwait</code></pre><p>Done.</p>",
       "body{Run://}code{reset/wait//}body{Done.}"},
      {"plain text in a pre", "<pre>Hello,\n\nit ships today.</pre>",
       "greeting{Hello,//}body{it ships today.}"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(blocks(row.html) == row.zones);
  }
}

TEST_CASE("the customer's message is what is quoted, without the line above it") {
  const auto customer = [](const std::string& html) {
    return read_draft(html, Format::html).customer.value_or("");
  };
  CHECK(customer("<p>Ok.</p><div class=gmail_quote><div class=gmail_attr>Sab, Tom:</div>"
                 "<blockquote>Where is it?<blockquote>Older.</blockquote></blockquote></div>") ==
        "Where is it?");
  CHECK(customer("<p>Ok.</p><div id=appendonsend></div><div id=divRplyFwdMsg>From: Tom<br>Sent: "
                 "Monday, May 3, 2021 10:00 AM<br>To: Ann<br>Subject: Lamp</div><p>Where is it?"
                 "</p>") == "Where is it?");
}

TEST_CASE("code, links and placeholders within lines") {
  CHECK(show_inline("<p>Type <code>reset now</code>, {{name}}, or see www.lamp.example.</p>",
                    Format::html) == "code{reset now}placeholder{{{name}}}link{www.lamp.example}");
  // Backticks are no code here.
  CHECK(show_inline("<p>the `x` key</p>", Format::html).empty());
  CHECK(show_inline("Hi <<Name>>, on <insert date>, &lt;&lt;Day&gt;&gt;, <attribute key='a'>",
                    Format::html) ==
        "placeholder{<<Name>>}placeholder{<insert date>}placeholder{<<Day>>}"
        "placeholder{<attribute key='a'>}");
}

TEST_CASE("links and images") {
  const std::string html =
      "<p>See <a href='https://x.example/?a=1&amp;b=2'>the <b>lamp</b></a> <a name=top>here</a>"
      "<a href=\"#\"><img src=i.png alt='Our &quot;shop&quot;'></a> <img src=j.png></p>";
  const Draft draft = read_draft(html, Format::html);
  CHECK(draft.text == "See the lamp here");
  REQUIRE(draft.links.size() == 2);
  CHECK(draft.links[0].target == "https://x.example/?a=1&b=2");
  CHECK(draft.text.substr(draft.links[0].text.start, draft.links[0].text.size()) == "the lamp");
  CHECK(html.substr(draft.links[0].source.start, draft.links[0].source.size()) ==
        "https://x.example/?a=1&amp;b=2");
  CHECK(draft.links[1].target == "#");
  CHECK(draft.links[1].text.empty());
  REQUIRE(draft.images.size() == 2);
  CHECK(draft.images[0].alternative == "Our \"shop\"");
  CHECK(html.substr(draft.images[1].source.start, draft.images[1].source.size()) ==
        "<img src=j.png>");
}

}  // namespace replylint
