// Reply drafts put together from sentences, so that one thing at a time can be
// changed in them and the score before and after be compared.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dice.hpp"
#include "replylint/analysis.hpp"
#include "replylint/draft.hpp"

namespace replylint::test {

// Sentences hold words in braces: who, what and which spelling is filled in last.
using Words = std::map<std::string, std::string>;

inline const Words usual_words{{"name", "Carol"},          {"agent", "Ana Silva"},
                               {"thing", "kettle"},        {"town", "Leeds"},
                               {"apologise", "apologise"}, {"cancelled", "cancelled"},
                               {"colour", "colour"},       {"favour", "favour"},
                               {"centre", "centre"},       {"organised", "organised"}};

using Paragraph = std::vector<std::string>;

struct MadeDraft {
  Channel channel = Channel::email;
  std::vector<std::string> situations;  // set by hand; empty: found
  std::optional<std::string> customer;
  std::string greeting;
  std::vector<Paragraph> body;
  std::string closing;
};

struct Scene {
  std::string_view situation;
  std::string_view customer;
  std::vector<std::string_view> heard;  // the problem and what it did
  std::vector<std::string_view> sorry;
  std::vector<std::string_view> cause;
  std::vector<std::string_view> step;
  std::vector<std::string_view> when;
};

inline const std::vector<Scene> scenes{
    {"delay",
     "Where is my {thing}?? I needed it for Saturday and I am so frustrated. Order 20077.",
     {"Your {thing} has not arrived, and your Saturday plans are upset.",
      "You are still waiting for the {thing} from order 20077, and that is frustrating."},
     {"I am sorry that the {thing} is late.", "I {apologise} for the delay of your {thing}."},
     {"The van went to {town} instead of your street.",
      "The sorting {centre} in {town} was flooded on Monday."},
     {"I have booked a courier for your {thing}.", "I am sending you a second {thing}."},
     {"It reaches you on Thursday before noon.", "You will have it by 12 June."}},
    {"complaint",
     "I am really disappointed. The handle of my {thing} snapped after two weeks. Order AB-1234.",
     {"A handle that snaps after two weeks is not what you paid for.",
      "I can see why you are disappointed with the {thing}."},
     {"I am sorry that we sold you a weak {thing}.", "I am sorry about the broken handle."},
     {"We used a glue that does not bear the heat.",
      "The handle of that {colour} was a bad batch."},
     {"I have ordered a new handle for you.", "An engineer will fit a new handle, free of charge."},
     {"It arrives on Friday.", "The engineer comes on Tuesday between 9 and 12."}},
    {"billing",
     "You charged me twice for the {thing} in May and now my rent has bounced. This is outrageous!",
     {"You were charged twice for the {thing}, and your rent bounced.",
      "Two charges in May, and a rent that bounces because of us, is stressful."},
     {"I am sorry that we charged you twice.", "I am sorry for the second charge."},
     {"Our billing tool sent the May invoice twice.", "We {organised} the invoices badly in May."},
     {"I have refunded the second charge.", "I will write to your landlord and explain."},
     {"The money is in your account by Wednesday.", "You will see it within two working days."}},
    {"refund-refused",
     "I want my money back for the {thing}, I was ill on Sunday. Please. Ticket 8812.",
     {"Being ill on the day that you had planned for is hard.",
      "You were ill on Sunday and could not use the {thing}."},
     {"I am sorry that you were ill.", "I am sorry about your Sunday."},
     {"The ticket was open for use, so the organiser keeps the fare.",
      "The date has passed, and the seat was kept for you."},
     {"I can move the ticket to another day, or credit £15 to your account.",
      "You could also ask the organiser for a refund, and I will add our proof."},
     {"The offer is open until 30 June.", "I will add the credit today."}},
    {"question",
     "How do I change the {colour} of the light on my {thing}?",
     {"You want another {colour} on your {thing}.", "The light of the {thing} can be changed."},
     {"Sorry for the small print in the guide.", "I am sorry that the guide is hard to find."},
     {"The switch has two functions.", "The light follows the last setting."},
     {"Press the button under the {thing} for three seconds.",
      "Open the menu and choose the {colour} that you like."},
     {"The light changes at once.", "It takes ten seconds."}},
    {"cancellation",
     "Please cancel my {thing} plan. I do not need it any more.",
     {"Your {thing} plan is {cancelled} as of today.", "You asked us to cancel the {thing} plan."},
     {"I am sorry to see you go.", "I {apologise} for the extra letter."},
     {"The plan runs to the end of the month.", "You have paid until 30 June."},
     {"I have {cancelled} the plan.", "I will send you your data as a file."},
     {"You can use it until 30 June.", "The file arrives tomorrow."}},
    {"outage",
     "Your site has been down all morning and my {thing} shop is losing orders. Any news?",
     {"Your {thing} shop has been down since 8:10, and you are losing orders.",
      "A morning without orders is hard."},
     {"I am sorry that we let you down.", "I {apologise} for the outage."},
     {"One of our servers in {town} stopped.", "A cable at the data {centre} was cut."},
     {"Our engineers are moving your shop to a second server.", "I will write with an update."},
     {"It is back by 12:30.", "You will hear from me at 11:30."}},
    {"abuse",
     "You useless idiots. The {thing} leaks and nobody picks up the bloody phone.",
     {"The {thing} leaks, and nobody answered your call.",
      "A {thing} that leaks is no use to you."},
     {"I am sorry about the leak.", "I am sorry that nobody picked up."},
     {"The seal of that {thing} was too thin.", "Our phone desk in {town} closed at four."},
     {"I have ordered a new {thing} for you.", "I will call you myself."},
     {"It arrives on Friday.", "I will call tomorrow at ten."}},
    {"praise",
     "Just wanted to say thanks, the new {thing} is great and Tom was so helpful!",
     {"I am glad that the {thing} works for you.", "It is good to hear that Tom could help."},
     {"Sorry that it took two visits.", "I am sorry that you had to wait for it."},
     {"He has looked after our {thing} desk for years.", "The new {colour} was his idea."},
     {"I will tell him what you wrote.", "I have passed your words to Tom."},
     {"He is back on Monday.", "He will read it today."}}};

inline const std::vector<std::string_view> greetings{"Hi {name},", "Hello {name},", "Dear {name},",
                                                     "Hello,"};
inline const std::vector<std::string_view> thanks{"Thank you for telling us.",
                                                  "Thank you for the photo and the order number.",
                                                  "Thanks for your patience."};
inline const std::vector<std::string_view> offers{
    "Would you rather have a call or a letter?", "Does that work for you?",
    "You can reply to this message, and it comes to me.", "Our desk in {town} is open until six."};
inline const std::vector<std::string_view> closings{
    "Best wishes,\n{agent}", "Kind regards,\n{agent}\nReturns desk", "Thank you,\n{agent}", ""};

inline const std::vector<std::string_view> blames{
    "You should have checked the label first.",
    "You failed to register the {thing}.",
    "This is your fault.",
    "If you had read the label, this would not have happened.",
    "The {thing} broke because you dropped it.",
    "Why did you not call us sooner?",
    "You entered the wrong code.",
    "It would have worked if you had followed the steps.",
    "You must have pressed the wrong button.",
    "You forgot to plug in the {thing}.",
    "You could have told us on Monday."};

// None of them leans on its neighbours.
inline const std::vector<std::string_view> faults{
    "You should have checked the label first.",
    "You failed to register the {thing}.",
    "As I told you before, the {thing} was tested.",
    "That is not our fault.",
    "Nobody else has complained about this.",
    "Obviously, the {thing} has to be registered.",
    "This is only a minor issue.",
    "I understand your frustration.",
    "You must send us the receipt.",
    "You always say that.",
    "The label clearly says so!!",
    "It is our policy to check every {thing}.",
    "We take this very seriously.",
    "Our warehouse in {town} made a mess of it, not us.",
    "We will do anything for you.",
    "Please calm down.",
    "You people never read the label.",
    "The THING WAS TESTED by us.",
    "I am sorry if you feel that way.",
    "We look into it soon.",
    "The damn label is clear.",
    "In accordance with international transportation regulations, the documentation necessitates "
    "authentication by administrative personnel preceding any consideration of compensation. "
    "Consequently, the applicability of proportional reimbursement remains under deliberation by "
    "the responsible authorities. Additional documentation regarding regional jurisdiction "
    "necessitates considerable administrative verification."};

// Plain facts, to make a draft long; nothing is to be found in them.
inline const std::vector<Paragraph> background{
    {"The {thing} goes from our warehouse to the hub in {town} by road each morning.",
     "From there a van takes it to the local depot, where it is scanned and sorted by street.",
     "The driver has a list with two hours for each street, and the list is printed at six."},
    {"Each {thing} has two numbers: the long one is on the base, and the short one is on the box.",
     "The long number tells us the week and the line on which it was made.",
     "The short number tells us which shop it went to, and in which {colour}."},
    {"The account page shows each order with its date, its price and the address it goes to.",
     "An order that is closed moves to the second tab, where it stays for two years.",
     "The file with all orders can be saved from the same page."},
    {"The desk in {town} is next to the station, on the left of the ticket hall.",
     "It opens at eight, and on Saturday at nine.",
     "The desk holds parcels for two weeks and prints labels for those that go back."}};

inline std::string filled(std::string_view text, const Words& words) {
  std::string out;
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    out += text.substr(0, open);
    if (open == std::string_view::npos) break;
    const std::size_t close = text.find('}', open);
    out += words.at(std::string(text.substr(open + 1, close - open - 1)));
    text.remove_prefix(close + 1);
  }
  return out;
}

inline std::string written(const MadeDraft& draft, const Words& words = usual_words) {
  std::string out;
  if (!draft.greeting.empty()) out += draft.greeting + "\n\n";
  for (const Paragraph& paragraph : draft.body) {
    for (std::size_t i = 0; i < paragraph.size(); ++i) out += (i == 0 ? "" : " ") + paragraph[i];
    out += "\n\n";
  }
  return filled(out + draft.closing + "\n", words);
}

inline MadeDraft make_draft(std::uint32_t seed) {
  Dice dice(seed);
  const Scene& scene = scenes[seed % scenes.size()];
  MadeDraft draft;
  draft.channel = static_cast<Channel>(dice.below(channel_names.size()));
  if (!dice.one_in(3)) draft.customer = scene.customer;
  if (!draft.customer && dice.one_in(2)) draft.situations = {std::string(scene.situation)};
  if (!dice.one_in(5)) draft.greeting = dice.pick(greetings);
  const auto maybe = [&](Paragraph& paragraph, const auto& sentences) {
    if (!dice.one_in(4)) paragraph.emplace_back(dice.pick(sentences));
  };
  Paragraph first;
  Paragraph second;
  Paragraph third;
  maybe(first, thanks);
  maybe(first, scene.heard);
  maybe(first, scene.sorry);
  maybe(second, scene.cause);
  maybe(second, scene.step);
  second.emplace_back(dice.pick(scene.when));
  maybe(third, offers);
  for (const Paragraph& paragraph : {first, second, third}) {
    if (!paragraph.empty()) draft.body.push_back(paragraph);
  }
  // A third of them are longer than the length that softens repeats.
  if (dice.one_in(3)) draft.body.insert(draft.body.end(), background.begin(), background.end());
  for (std::size_t n = dice.below(5); n > 0; --n) {
    const std::string_view fault = dice.pick(faults);
    for (std::size_t times = dice.one_in(3) ? 2 : 1; times > 0; --times) {
      Paragraph& paragraph = draft.body[dice.below(draft.body.size())];
      const auto at = static_cast<std::ptrdiff_t>(dice.below(paragraph.size() + 1));
      paragraph.emplace(paragraph.begin() + at, fault);
    }
  }
  if (!dice.one_in(4)) draft.closing = dice.pick(closings);
  return draft;
}

}  // namespace replylint::test
