// Boundaries by language: each line must be told by its words alone, so nothing
// else of the samples gives it away.
#include <string>
#include <vector>

#include "catch.hpp"
#include "replylint/draft.hpp"

namespace replylint {
namespace {

const std::string own = "It ships on Friday.\n\n";

// The kind of what follows the author's own text, if it begins where it should.
std::string kind_below(const std::string& boundary) {
  const Draft draft = read_draft(own + boundary + "\n\nsomething\n", Format::plain);
  if (draft.zones.size() != 2 || draft.zones[1].span.start != own.size()) return "own";
  return std::string(zone_names.at(static_cast<std::size_t>(draft.zones[1].kind)));
}

}  // namespace

TEST_CASE("header blocks above a repeated message, by language") {
  // Sender, date, addressee and subject, as Outlook and its like write them.
  const std::vector<std::vector<std::string>> languages{
      {"From", "Sent", "To", "Subject"},
      {"Von", "Gesendet", "An", "Betreff"},
      {"De", "Envoyé", "À", "Objet"},
      {"De ", "Date ", "À ", "Objet "},
      {"De", "Enviado el", "Para", "Asunto"},
      {"De", "Enviada em", "Para", "Assunto"},
      {"Da", "Inviato", "A", "Oggetto"},
      {"Van", "Verzonden", "Aan", "Onderwerp"},
      {"Från", "Skickat", "Till", "Ämne"},
      {"Fra", "Sendt", "Til", "Emne"},
      {"Lähettäjä", "Lähetetty", "Vastaanottaja", "Aihe"},
      {"Od", "Wysłano", "Do", "Temat"},
      {"Od", "Odesláno", "Komu", "Předmět"},
      {"Od", "Odoslané", "Komu", "Predmet"},
      {"Od", "Poslano", "Prima", "Predmet"},
      {"Feladó", "Elküldve", "Címzett", "Tárgy"},
      {"De la", "Trimis", "Către", "Subiect"},
      {"От", "Отправлено", "Кому", "Тема"},
      {"Від", "Відправлено", "Кому", "Тема"},
      {"Kimden", "Gönderildi", "Kime", "Konu"},
      {"Από", "Στάλθηκε", "Προς", "Θέμα"},
      {"От", "Изпратено", "До", "Относно"},
      {"Saatja", "Saadetud", "Adressaat", "Teema"},
      {"发件人", "发送时间", "收件人", "主题"},
      {"寄件者", "寄件日期", "收件者", "主旨"},
      {"差出人", "送信日時", "宛先", "件名"},
      {"送信元", "日付", "送信先", "件名"},
      {"보낸 사람", "보낸 날짜", "받는 사람", "제목"},
      {"מאת", "נשלח", "אל", "נושא"},
      {"من", "تم الإرسال", "إلى", "الموضوع"},
      {"Dari", "Dikirim", "Kepada", "Subjek"},
      {"Từ", "Đã gửi", "Đến", "Chủ đề"},
  };
  for (const auto& names : languages) {
    for (const std::string colon : {": ", "："}) {
      const std::string block = names[0] + colon + "A B\n" + names[1] + colon +
                                "10.05.2026 10:00\n" + names[2] + colon + "C D\n" + names[3] +
                                colon + "E";
      INFO(block);
      CHECK(kind_below(block) == "quoted");
    }
    const std::string bold = "*" + names[0] + ":* A B\n*" + names[1] + ":* 10.05.2026\n*" +
                             names[2] + ":* C D\n*" + names[3] + ":* E";
    INFO(bold);
    CHECK(kind_below(bold) == "quoted");
  }
}

TEST_CASE("separators of a forwarded message, by language") {
  for (const std::string words : {"Forwarded message",
                                  "Forwarded Message",
                                  "Weitergeleitete Nachricht",
                                  "Message transféré",
                                  "Mensaje reenviado",
                                  "Mensagem encaminhada",
                                  "Messaggio inoltrato",
                                  "Doorgestuurd bericht",
                                  "Vidarebefordrat meddelande",
                                  "Videresendt meddelelse",
                                  "Videresendt e-post",
                                  "Välitetty viesti",
                                  "Przekazana wiadomość",
                                  "Wiadomość przesłana dalej",
                                  "Přeposlaná zpráva",
                                  "Preposlaná správa",
                                  "Továbbított üzenet",
                                  "Mesaj redirecționat",
                                  "Proslijeđena poruka",
                                  "Пересылаемое сообщение",
                                  "Переслане повідомлення",
                                  "Перенаправлене повідомлення",
                                  "İletilen İleti",
                                  "Yönlendirilmiş mesaj",
                                  "Προωθημένο μήνυμα",
                                  "Препратено съобщение",
                                  "转发的邮件",
                                  "轉寄的郵件",
                                  "転送メッセージ",
                                  "メッセージを転送",
                                  "전달된 메시지"}) {
    INFO(words);
    CHECK(kind_below("---------- " + words + " ---------") == "forwarded");
  }
  for (const std::string words :
       {"Begin forwarded message", "Anfang der weitergeleiteten Nachricht",
        "Début du message réexpédié", "Inicio del mensaje reenviado", "Inizio messaggio inoltrato",
        "Início da mensagem encaminhada", "Begin doorgestuurd bericht",
        "Vidarebefordrat meddelande", "Start på videresendt besked", "Videresendt e-post",
        "Początek przekazywanej wiadomości", "Začátek přeposílané zprávy",
        "Továbbított levél kezdete", "Начало переадресованного сообщения", "Переслане повідомлення",
        "İletilen ileti başlangıcı", "Započni proslijeđenu poruku", "転送されたメッセージ"}) {
    INFO(words);
    CHECK(kind_below(words + ":") == "forwarded");
  }
}

TEST_CASE("separators of the message that is answered, by language") {
  for (const std::string words : {"Original Message",
                                  "Ursprüngliche Nachricht",
                                  "Message d'origine",
                                  "Message d’origine",
                                  "Mensaje original",
                                  "Mensagem original",
                                  "Messaggio originale",
                                  "Oorspronkelijk bericht",
                                  "Ursprungligt meddelande",
                                  "Oprindelig meddelelse",
                                  "Opprinnelig melding",
                                  "Alkuperäinen viesti",
                                  "Wiadomość oryginalna",
                                  "Původní zpráva",
                                  "Pôvodná správa",
                                  "Eredeti üzenet",
                                  "Mesaj original",
                                  "Исходное сообщение",
                                  "Оригінальне повідомлення",
                                  "Orijinal Mesaj",
                                  "Αρχικό μήνυμα",
                                  "原始邮件",
                                  "元のメッセージ",
                                  "원본 메시지"}) {
    INFO(words);
    CHECK(kind_below("-----" + words + "-----") == "quoted");
  }
}

TEST_CASE("lines above a quotation, by language") {
  for (const std::string line :
       {"On Mon, 3 May 2026 at 10:00, A B <a@b.example> wrote:",
        "Am Mo., 3. Mai 2026 um 10:00 Uhr schrieb A B <a@b.example>:",
        "Le lun. 3 mai 2026 à 10:00, A B <a@b.example> a écrit :",
        "El lun, 3 may 2026 a las 10:00, A B (<a@b.example>) escribió:",
        "Em seg., 3 de mai. de 2026 às 10:00, A B <a@b.example> escreveu:",
        "Il giorno lun 3 mag 2026 alle ore 10:00 A B <a@b.example> ha scritto:",
        "Op ma 3 mei 2026 om 10:00 schreef A B <a@b.example>:",
        "Den mån 3 maj 2026 kl 10:00 skrev A B <a@b.example>:",
        "man. 3. maj 2026 kl. 10.00 skrev A B <a@b.example>:",
        "ma 3. toukok. 2026 klo 10.00 A B (a@b.example) kirjoitti:",
        "pon., 3 maj 2026 o 10:00 A B <a@b.example> napisał(a):",
        "po 3. 5. 2026 v 10:00 odesílatel A B <a@b.example> napsal:",
        "po 3. 5. 2026 o 10:00 A B <a@b.example> napísal(a):",
        "A B <a@b.example> ezt írta (időpont: 2026. máj. 3., H, 10:00):",
        "pe 3 mai 2026 la 10:00, A B <a@b.example> a scris:",
        "пн, 3 мая 2026 г. в 10:00, A B <a@b.example>:",
        "3 мая 2026, в 10:00, A B <a@b.example> написал(а):",
        "пн, 3 трав. 2026 р. о 10:00 A B <a@b.example> пише:",
        "A B <a@b.example>, 3 May 2026 Pzt, 10:00 tarihinde şunu yazdı:",
        "Στις Δευ 3 Μαΐ 2026 στις 10:00 μ.μ., ο χρήστης A B <a@b.example> έγραψε:",
        "2026年5月3日(日) 10:00 A B <a@b.example>:",
        "A B <a@b.example> 于2026年5月3日周日 10:00写道：",
        "A B <a@b.example> 於 2026年5月3日 週日 上午10:00寫道：",
        "2026년 5월 3일 (일) 오전 10:00, A B <a@b.example>님이 작성:"}) {
    INFO(line);
    CHECK(kind_below(line) == "quoted");
  }
}

TEST_CASE("words of a header that are the author's own") {
  for (const std::string text :
       {"From: Berlin\nTo: Rome\nDate: Friday, 10:00", "Date: Friday\nTime: 10:00",
        "To: the front desk\nSubject: your key", "Von: Berlin\nNach: Rom",
        "Forwarded message: see above", "Thema: Lampe\nDatum: morgen"}) {
    INFO(text);
    CHECK(kind_below(text) == "own");
  }
}

}  // namespace replylint
