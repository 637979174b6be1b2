#include <string>
#include <vector>

#include "catch.hpp"
#include "draft/contacts.hpp"
#include "draft/good_bye.hpp"
#include "draft/sent_from.hpp"
#include "show.hpp"

namespace replylint {
namespace {

const std::string body = "It ships on Friday, with a tracking number.\n\n";
const std::string shown = "body{It ships on Friday, with a tracking number.//}";

}  // namespace

TEST_CASE("lines that say good-bye") {
  for (const char* line : {"Regards,",
                           "Best regards",
                           "Kind Regards,",
                           "Many thanks!",
                           "Thanks",
                           "Thank you very much,",
                           "Thanks, Ann",
                           "Best, Ann Lee",
                           "Regards, Will",
                           "Cheers -- Ann",
                           "Yours sincerely,",
                           "Hope this helps,",
                           "Have a great day!",
                           "All the best,",
                           "Thanks and kind regards",
                           "Take care,",
                           "-- Thanks",
                           "Mit freundlichen Gr\xC3\xBC\xC3\x9F"
                           "en",
                           "Cordialement,",
                           "Saludos,",
                           "Thanks again Ann"}) {
    INFO(line);
    CHECK(read_good_bye(line).found);
  }
  for (const char* line : {"Thanks to the team we found it", "The best option is a refund",
                           "Love the idea", "Thanks?", "Best of all, it is free", "Ann", "",
                           "We regard this as closed", "Thank you for waiting. It ships today."}) {
    INFO(line);
    CHECK_FALSE(read_good_bye(line).found);
  }
  CHECK(read_good_bye("Thanks for your patience,").needs_name);
  CHECK(read_good_bye("Thanks, Ann").with_name);
}

TEST_CASE("lines that tell how to reach somebody") {
  for (const char* line : {"Phone: 555-0100", "+44 20 7946 0000", "ann@example.com",
                           "www.example.com", "https://example.com/help", "x4821"}) {
    INFO(line);
    CHECK(reachability(line) == Reachability::hard);
  }
  for (const char* line : {"Customer Support Team", "Head of Operations", "Example Ltd.",
                           "12 Long Street", "Springfield, XY 12345"}) {
    INFO(line);
    CHECK(reachability(line) == Reachability::soft);
  }
  for (const char* line : {"It ships on Friday.", "Ann Lee", "",
                           "Call 555-0100 and ask for a refund!", "we support that"}) {
    INFO(line);
    CHECK(reachability(line) == Reachability::none);
  }
}

TEST_CASE("lines that a phone or a mail program adds") {
  for (const char* line : {"Sent from my phone",
                           "Sent from my phone.",
                           "Sent from my phone, please excuse typos.",
                           "Sent from Mail for Windows 10",
                           "Sent from Samsung Mobile",
                           "Sent from a hut in the hills",
                           "Get Outlook for iOS<https://example.com>",
                           "Sent with Proton Mail secure email.",
                           "Von meinem iPhone gesendet",
                           "Holen Sie sich Outlook für iOS",
                           "Envoyé de mon iPhone",
                           "Obtenir Outlook pour Android",
                           "Enviado desde mi iPhone",
                           "Enviado do meu iPhone",
                           "Inviato da iPhone",
                           "Scarica Outlook per iOS",
                           "Verstuurd vanaf mijn iPhone",
                           "Skickat från min iPhone",
                           "Sendt fra min iPhone",
                           "Lähetetty iPhonesta",
                           "Wysłane z iPhone'a",
                           "Odesláno z iPhonu",
                           "Odoslané z iPhonu",
                           "Отправлено с iPhone",
                           "Надіслано з iPhone",
                           "iPhone'umdan gönderildi",
                           "iPhone-ról küldve",
                           "iPhoneから送信",
                           "나의 iPhone에서 보냄",
                           "发自我的iPhone",
                           "Trimis de pe iPhone-ul meu",
                           "Στάλθηκε από το iPhone μου",
                           "Đã gửi từ iPhone của tôi"}) {
    INFO(line);
    CHECK(is_sent_from(line));
  }
  for (const char* line : {"", "Sent from our shop on Monday", "Sent from a shop. It arrives soon.",
                           "Sent from my desk, which is quieter than the shop.",
                           "We sent the iPhone yesterday", "Get the lamp on Friday"}) {
    INFO(line);
    CHECK_FALSE(is_sent_from(line));
  }
}

TEST_CASE("how a draft ends") {
  struct Row {
    std::string end;
    std::string zones;
  };
  const std::vector<Row> rows{
      {"Best regards,\nAnn", "closing{Best regards,/Ann}"},
      {"Best regards,\n\nAnn Lee", "closing{Best regards,//Ann Lee}"},
      {"Best regards,\nAnn\nCustomer Support",
       "closing{Best regards,/Ann/}signature{Customer Support}"},
      {"Regards,\nThe parcel people", "closing{Regards,/The parcel people}"},
      {"Thanks!", "closing{Thanks!}"},
      {"Thanks!\nRegards,\nAnn", "closing{Thanks!/Regards,/Ann}"},
      {"Thanks for your patience,\nAnn", "closing{Thanks for your patience,/Ann}"},
      {"Thanks for your patience.", "body{Thanks for your patience.}"},
      {"Ann", "closing{Ann}"},
      {"- Ann", "closing{- Ann}"},
      {"[Your Name]", "closing{[Your Name]}"},
      {"Best,\nAnn\n\nP.S. The box is blue.", "closing{Best,/Ann//}body{P.S. The box is blue.}"},
      {"-- \nAnn Lee\nExample Ltd", "signature{-- /Ann Lee/Example Ltd}"},
      {"Ann Lee\nHead of Support\nPhone: 555-0100",
       "signature{Ann Lee/Head of Support/Phone: 555-0100}"},
      {"Best,\nAnn\n-- \nExample Ltd\nwww.example.com",
       "closing{Best,/Ann/}signature{-- /Example Ltd/www.example.com}"},
      {"Ann\n\nSent from my phone", "closing{Ann//}signature{Sent from my phone}"},
      {"Ann\n\nThis e-mail is confidential and intended only for the addressee. If you received it "
       "in error, delete it.",
       "closing{Ann//}disclaimer{This e-mail is confidential and intended only for the addressee. "
       "If "
       "you received it in error, delete it.}"},
      {"Ann\n\n--\nTo unsubscribe write to us.",
       "closing{Ann//}disclaimer{--/To unsubscribe write to us.}"},
      {"^AL", "signature{^AL}"},
      {"Ann Lee\nCustomer Care", "signature{Ann Lee/Customer Care}"},
      {"Ann\n\nSent from a hut in the hills",
       "closing{Ann//}signature{Sent from a hut in the hills}"},
      {"Ann Lee\nvia mobile", "closing{Ann Lee/}signature{via mobile}"},
      {"Ann\n\n*Disclaimer:* use it as you like.",
       "closing{Ann//}disclaimer{*Disclaimer:* use it as you like.}"},
      {"Ann\n\n______\nCopyright 2026 Example Ltd\nUnsubscribe: www.example.com",
       "closing{Ann//}disclaimer{______/Copyright 2026 Example Ltd/Unsubscribe: www.example.com}"},
  };
  for (const Row& row : rows) {
    INFO(row.end);
    std::string expected = shown + row.zones;
    if (row.zones.starts_with("body{"))
      expected = shown.substr(0, shown.size() - 1) + row.zones.substr(5);
    CHECK(show_blocks(body + row.end) == expected);
  }
}

TEST_CASE("what only looks like an end") {
  for (const char* text :
       {"Thank you.", "We have three colours:\n\n- Red\n- Blue\n- Green",
        "Your options:\n\nA full refund",
        "Please delete this email and open the attachments again.\n\nIt was our error.",
        "See\nhttps://example.com/help", "Sent from our shop on Monday",
        "It arrives.\n\n----\nPlease open the link below\nto see where it is\nand call us "
        "when it is not there\nor lost on the way\nwww.example.com",
        "Your dates:\n\nDelivery Date\nStart: 7/18/2026\nEnd: 7/19/2026"}) {
    INFO(text);
    const std::string zones = show_blocks(text);
    CHECK(zones.find("closing{") == std::string::npos);
    CHECK(zones.find("signature{") == std::string::npos);
    CHECK(zones.find("disclaimer{") == std::string::npos);
  }
}

TEST_CASE("an end within the last line") {
  struct Row {
    std::string text;
    std::string zones;
  };
  const std::vector<Row> rows{
      {"We will look into it. ^AL", "body{We will look into it. }signature{^AL}"},
      {"We will look into it ^Ann", "body{We will look into it }signature{^Ann}"},
      {"We will look into it. -Ann", "body{We will look into it. }signature{-Ann}"},
      {"We will look into it! - Ann", "body{We will look into it! }signature{- Ann}"},
      {"We will look into it /AL", "body{We will look into it }signature{/AL}"},
      {"We will look into it. *AL", "body{We will look into it. }signature{*AL}"},
      {"We will look. ^AL https://x.y/z", "body{We will look. }signature{^AL}body{ https://x.y/z}"},
      {"We will look. ^AL 1/2", "body{We will look. }signature{^AL}body{ 1/2}"},
      {"It ships today. Kind regards, Ann", "body{It ships today. }closing{Kind regards, Ann}"},
      {"It is a match - Tom said so", "body{It is a match - Tom said so}"},
      {"It works with TCP/IP", "body{It works with TCP/IP}"},
      {"Version X-A", "body{Version X-A}"},
      {"It ships today. Thanks!", "body{It ships today. Thanks!}"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(show_blocks(row.text) == row.zones);
  }
}

}  // namespace replylint
