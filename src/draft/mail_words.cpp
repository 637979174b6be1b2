#include "draft/mail_words.hpp"

#include <algorithm>
#include <array>

namespace replylint {

namespace {

using Words = std::string_view;

// Packed by hand: a word a line would take three screens.
// clang-format off
constexpr auto originals = std::to_array<Words>({
    "original message", "original-nachricht", "original appointment", "original email", "original e-mail",
    "reply message", "message from ", "ursprüngliche nachricht", "originalnachricht",
    "message d'origine", "message original", "mensaje original", "mensagem original",
    "oorspronkelijk bericht", "originele bericht", "messaggio originale",
    "ursprungligt meddelande", "originalmeddelande", "oprindelig meddelelse",
    "opprinnelig melding", "alkuperäinen viesti", "wiadomość oryginalna", "oryginalna wiadomość",
    "původní zpráva", "pôvodná správa", "eredeti üzenet", "mesaj original", "исходное сообщение",
    "пересылаемое сообщение от", "orijinal mesaj", "原始邮件", "元のメッセージ", "original mail",
    "ursprüngliche mail", "originale nachricht", "e-mail d'origine", "courriel original",
    "correo original", "correo electrónico original", "e-mail original", "mensagem de origem",
    "oorspronkelijke e-mail", "messaggio di origine", "ursprungligt mejl", "original mejl",
    "original-e-mail", "oprindelig besked", "original besked", "opprinnelig e-post",
    "opprinnelig beskjed", "alkuperäinen sähköposti", "pierwotna wiadomość", "oryginalny e-mail",
    "originální zpráva", "originálna správa", "původní e-mail", "eredeti levél",
    "mesajul original", "mesajul inițial", "исходное письмо", "оригинальное сообщение",
    "первоначальное сообщение", "оригінальне повідомлення", "початкове повідомлення",
    "вихідне повідомлення", "orijinal ileti", "asıl ileti", "izvorna poruka",
    "originalna poruka", "izvorno sporočilo", "missatge original", "jatorrizko mezua",
    "αρχικό μήνυμα", "оригинално съобщение", "algkiri", "algne kiri", "sākotnējais ziņojums",
    "pradinis laiškas", "原始郵件", "原邮件", "原始信件", "元のメール", "オリジナル メッセージ", "원본 메시지", "원본 메일",
    "pesan asli", "mesej asal", "tin nhắn gốc", "thư gốc", "ข้อความเดิม", "הודעה מקורית",
    "الرسالة الأصلية"});

constexpr auto forwards = std::to_array<Words>({
    "forwarded message", "forwarded by", "forwarded mail", "forwarded from", "forward message",
    "weitergeleitete nachricht", "weitergeleitet von", "message transféré", "message réexpédié",
    "courriel transféré", "mensaje reenviado", "mensagem encaminhada", "mensagem reencaminhada",
    "doorgestuurd bericht", "messaggio inoltrato", "vidarebefordrat meddelande",
    "videresendt meddelelse", "videresendt melding", "välitetty viesti",
    "edelleenlähetetty viesti", "przekazana wiadomość", "wiadomość przekazana",
    "přeposlaná zpráva", "preposlaná správa", "továbbított üzenet", "mesaj redirecționat",
    "пересылаемое сообщение", "перенаправленное сообщение", "iletilen ileti",
    "переслане повідомлення", "iletilen mesaj", "yönlendirilmiş ileti", "转发的邮件", "転送メッセージ",
    "weitergeleitete mail", "weitergeleitete e-mail", "anfang weitergeleitete nachricht",
    "message transmis", "mail transféré", "e-mail transféré", "mail réexpédié",
    "correo reenviado", "e-mail encaminhado", "email encaminhado", "mensagem transmitida",
    "doorgestuurde e-mail", "doorgestuurde mail", "mail inoltrata", "vidarebefordrat mejl",
    "vidarebefordrat mail", "vidarebefordrat e-postmeddelande", "videresendt mail",
    "videresendt e-mail", "videresendt besked", "videresendt e-post", "videresendt beskjed",
    "edelleen lähetetty viesti", "välitetty sähköposti", "przesłana dalej wiadomość",
    "wiadomość przesłana dalej", "przekazany e-mail", "přeposlaný e-mail", "předaná zpráva",
    "preposlaný e-mail", "továbbított levél", "mesaj retransmis", "mesaj transmis mai departe",
    "mesaj transmis", "переадресованное сообщение", "пересланное сообщение",
    "перенаправленное письмо", "перенаправлене повідомлення", "переслана пошта",
    "переадресоване повідомлення", "yönlendirilen mesaj", "yönlendirilmiş mesaj",
    "yönlendirilen ileti", "iletilmiş mesaj", "proslijeđena poruka", "prosleđena poruka",
    "прослеђена порука", "posredovano sporočilo", "missatge reenviat", "mensaxe reenviada",
    "birbidalitako mezua", "προωθημένο μήνυμα", "препратено съобщение", "edastatud kiri",
    "edasisaadetud kiri", "pārsūtīts ziņojums", "pārsūtīta vēstule", "persiųstas laiškas",
    "转发邮件", "转发的消息", "轉寄郵件", "轉寄的郵件", "已轉寄的郵件", "メッセージを転送", "転送されたメッセージ", "転送されたメール", "전달된 메시지",
    "전달된 메일", "pesan yang diteruskan", "pesan terusan", "thư được chuyển tiếp",
    "tin nhắn đã chuyển tiếp", "ข้อความที่ส่งต่อ", "הודעה שהועברה", "הודעה מועברת",
    "رسالة معاد توجيهها", "i̇letilen i̇leti"});

constexpr auto begin_forwards = std::to_array<Words>({
    "forwarded message", "begin forwarded message", "anfang der weitergeleiteten nachricht",
    "anfang der weitergeleiteten e-mail", "début du message réexpédié",
    "début du message transféré", "inicio del mensaje reenviado", "inizio messaggio inoltrato",
    "início da mensagem reencaminhada", "início da mensagem encaminhada",
    "begin doorgestuurd bericht", "vidarebefordrat brev", "start på videresendt besked",
    "videresendt melding", "videresendt besked", "välitetty viesti alkaa",
    "początek przekazywanej wiadomości", "dalej przesyłana wiadomość",
    "začátek přeposílané zprávy", "začiatok preposlanej správy", "továbbított levél kezdete",
    "începutul mesajului redirecționat", "начало переадресованного сообщения",
    "iletilen ileti başlangıcı", "début du courriel réexpédié", "započni proslijeđenu poruku",
    "anfang der weitergeleiteten mail", "début de l'e-mail réexpédié",
    "début de l'e-mail transféré", "début du message transmis", "inicio del correo reenviado",
    "inizio dell'e-mail inoltrata", "início do e-mail encaminhado",
    "início da mensagem reenviada", "begin doorgestuurde e-mail", "vidarebefordrat mejl",
    "vidarebefordrat meddelande", "start på videresendt mail", "start på videresendt e-mail",
    "videresendt e-post", "videresendt e-mail", "videresendt beskjed",
    "edelleenlähetetty viesti alkaa", "välitetyn viestin alku",
    "początek przekazanej wiadomości", "začátek přeposlaného e-mailu",
    "začiatok preposlaného e-mailu", "továbbított üzenet kezdete", "început mesaj redirecționat",
    "începutul mesajului transmis", "начало переадресованного письма",
    "начало пересылаемого сообщения", "початок переадресованого повідомлення",
    "початок листа, що пересилається", "переслане повідомлення",
    "yönlendirilen ileti başlangıcı", "iletilen mesaj başlangıcı", "i̇letilen ileti başlangıcı",
    "početak proslijeđene poruke", "inici del missatge reenviat", "αρχή προωθημένου μηνύματοσ",
    "начало на препратено съобщение", "开始转发的邮件", "以下是转发的邮件", "開始轉寄的郵件", "以下是轉寄的郵件", "転送されたメッセージ",
    "転送メッセージ", "下記の転送メッセージ", "전달된 메시지 시작", "아래는 전달된 메시지입니다"});

constexpr auto from_names = std::to_array<Words>({
    "from", "von", "de", "van", "da", "från", "fra", "od", "lähettäjä", "feladó", "от", "від",
    "кому от", "kimden", "de la", "发件人", "差出人", "gönderen", "de parte de", "expéditeur",
    "remitente", "remetente", "mittente", "absender", "afzender", "avsändare", "afsender",
    "avsender", "nadawca", "odesílatel", "odosielateľ", "expeditor", "отправитель", "от кого",
    "відправник", "від кого", "gönderici", "šalje", "pošiljatelj", "pošiljalac", "από",
    "αποστολέασ", "saatja", "kellelt", "sūtītājs", "nuo", "siuntėjas", "寄件者", "寄件人", "送信元",
    "送信者", "보낸 사람", "발신", "발신자", "보낸사람", "dari", "từ", "จาก", "מאת", "من", "remitent", "igorlea",
    "küldő"});

constexpr auto to_names = std::to_array<Words>({
    "to", "an", "à", "a", "para", "aan", "till", "til", "do", "komu", "pro", "pre",
    "vastaanottaja", "címzett", "кому", "kime", "către", "收件人", "宛先", "za", "destinataire",
    "pour", "destinatario", "destinatário", "empfänger", "ontvanger", "mottagare", "modtager",
    "mottaker", "odbiorca", "příjemce", "príjemca", "destinatar", "получатель", "одержувач",
    "alıcı", "prima", "primatelj", "primalac", "προσ", "παραλήπτησ", "до", "saaja", "kellele",
    "adressaat", "kam", "saņēmējs", "gavėjas", "收件者", "送信先", "受信者", "받는 사람", "받는사람", "수신", "수신자",
    "kepada", "đến", "tới", "ถึง", "אל", "إلى", "per a", "nori"});

constexpr auto date_names = std::to_array<Words>({
    "date", "datum", "fecha", "data", "dato", "dátum", "päivämäärä", "pvm", "дата", "tarih",
    "日期", "日付", "date et heure", "dne", "дата й час", "ημερομηνία", "kuupäev", "datums", "時間",
    "时间", "日時", "날짜", "일시", "tanggal", "ngày", "วันที่", "תאריך", "التاريخ"});

constexpr auto sent_names = std::to_array<Words>({
    "надіслано", "sent", "gesendet", "envoyé", "envoyé le", "enviado", "enviada", "enviado el",
    "enviada em", "inviato", "verzonden", "skickat", "sendt", "wysłano", "odesláno", "odoslané",
    "lähetetty", "elküldve", "отправлено", "gönderilme tarihi", "发送时间", "送信日時", "date d'envoi",
    "envoyé à", "enviado à", "enviado em", "fecha de envío", "data de envio", "data invio",
    "data di invio", "inviato il", "verzonden op", "gesendet am", "sendedatum", "skickades",
    "sendt den", "wysłane", "data wysłania", "odesláno dne", "trimis", "trimis la",
    "data trimiterii", "отправлено в", "отправлен", "дата отправки", "відправлено", "gönderildi",
    "gönderme tarihi", "gönderilme", "poslano", "poslato", "datum slanja", "στάλθηκε",
    "απεσταλμένα", "изпратено", "saadetud", "nosūtīts", "išsiųsta", "寄件日期", "傳送時間", "寄送時間",
    "発信日時", "送信日", "보낸 날짜", "보낸 시간", "dikirim", "đã gửi", "ส่ง", "נשלח", "تم الإرسال", "enviat",
    "enviat el", "bidalia", "küldve", "küldés ideje", "küldés dátuma"});

constexpr auto subject_names = std::to_array<Words>({
    "subject", "betreff", "objet", "asunto", "assunto", "onderwerp", "oggetto", "ämne", "emne",
    "temat", "předmět", "predmet", "aihe", "tárgy", "тема", "konu", "subiect", "主题", "件名",
    "naslov", "sujet", "tema", "asunto del mensaje", "rubrik", "ärende", "otsikko", "θέμα",
    "относно", "teema", "tēma", "zadeva", "主旨", "標題", "标题", "제목", "subjek", "perihal", "chủ đề",
    "tiêu đề", "เรื่อง", "נושא", "الموضوع", "assumpte", "gaia", "тема листа"});

constexpr auto copy_names = std::to_array<Words>({
    "cc", "kopie", "copie à", "cópia", "kopia", "kopi", "kopio", "bcc", "másolat", "копия",
    "bilgi", "抄送", "cci", "cc/cci", "copia", "copie", "kopie (cc)", "kopija", "másolatot kap",
    "копія", "копие", "cc.", "副本", "참조", "숨은 참조", "tembusan", "κοιν", "κοινοποίηση", "koopia",
    "afskrift", "kópia"});

constexpr auto other_names = std::to_array<Words>({
    "reply-to", "attachments", "importance", "sent by", "rispondi a", "répondre à",
    "responder a", "antwort an", "organization", "reply to", "anhänge", "anlagen",
    "pièces jointes", "adjuntos", "anexos", "allegati", "bijlagen", "bilagor",
    "vedhæftede filer", "vedlegg", "załączniki", "přílohy", "prílohy", "priority", "wichtigkeit",
    "priorität", "sensitivity", "odpowiedź do", "list-id", "organisation", "mailed-by",
    "signed-by"});

// clang-format on

template <std::size_t N>
bool in(const std::array<Words, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

template <std::size_t N>
bool starts_with_any(const std::array<Words, N>& words, std::string_view text) {
  return std::any_of(words.begin(), words.end(),
                     [&](Words word) { return text.starts_with(word); });
}

}  // namespace

bool names_original(std::string_view folded) { return starts_with_any(originals, folded); }

bool names_forward(std::string_view folded) { return starts_with_any(forwards, folded); }

bool begins_forward(std::string_view folded) { return in(begin_forwards, folded); }

std::optional<HeaderField> header_field_named(std::string_view folded) {
  using enum HeaderField;
  if (in(from_names, folded)) return from;
  if (in(to_names, folded)) return to;
  if (in(date_names, folded)) return date;
  if (in(sent_names, folded)) return sent;
  if (in(subject_names, folded)) return subject;
  if (in(copy_names, folded)) return copy;
  if (in(other_names, folded)) return other;
  return std::nullopt;
}

}  // namespace replylint
