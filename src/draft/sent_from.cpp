#include "draft/sent_from.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "text/utf8.hpp"

namespace replylint {

namespace {

using Words = std::string_view;
constexpr std::size_t npos = std::string_view::npos;

// All folded (text::fold). Packed by hand.
// clang-format off

// What may follow "sent from ".
constexpr auto senders = std::to_array<Words>({
    "my ", "mobile", "mail for", "outlook", "yahoo", "gmail", "proton", "spark", "bluemail",
    "blue mail", "nine", "samsung", "airmail", "front", "aol", "the all new aol", "windows",
    "typeapp", "k-9", "newton", "superhuman", "fastmail", "tutanota", "tuta", "zoho", "edison",
    "canary", "boxer", "blackberry", "iphone", "ipad", "android", "huawei", "xiaomi", "thunderbird",
    "mymail", "em client", "hey.com", "icloud", "a mobile", "a phone", "a tablet", "a tiny"});

constexpr auto starts = std::to_array<Words>({
    "sent via ", "sent with ", "sent using ", "sent through ", "sent on the go", "sent while mobile",
    "get outlook for ", "via mobile", "via my ", "via iphone", "via android",
    "this message was sent from my ", "this email was sent from my ",
    "von meinem ", "gesendet von ", "gesendet mit ", "holen sie sich outlook für",
    "outlook für ios beziehen", "outlook für android beziehen", "diese nachricht wurde von meinem ",
    "diese e-mail wurde von meinem ",
    "envoyé de mon ", "envoyé depuis ", "envoyé à partir d", "télécharger outlook pour ",
    "téléchargez outlook pour ", "obtenir outlook pour ", "obtenez outlook pour ",
    "provenance : courrier", "provenance: courrier",
    "enviado desde ", "obtener outlook para ", "descargar outlook para ",
    "enviado do meu ", "enviado a partir d", "enviado via ", "obter o outlook para ",
    "obtenha o outlook para ",
    "inviato da ", "inviato dal ", "inviato con ", "scarica outlook per ", "ottieni outlook per ",
    "verstuurd vanaf ", "verzonden vanaf ", "verzonden met ", "download outlook voor ",
    "outlook voor ",
    "skickat från ", "hämta outlook för ", "skaffa outlook för ",
    "sendt fra min", "hent outlook til ", "få outlook til ", "få outlook for ",
    "last ned outlook for ", "hanki outlook ", "lähetetty ",
    "wysłano z ", "wysłane z ", "pobierz program outlook ", "pobierz outlook ",
    "odesláno z ", "odoslané z ", "získat outlook pro ", "získajte outlook pre ",
    "отправлено с ", "отправлено из ", "скачать outlook для ", "надіслано з ", "відправлено з ",
    "trimis de pe ", "trimis din ", "obțineți outlook pentru ", "στάλθηκε από ",
    "poslano s ", "poslano z ", "enviat des de ", "đã gửi từ ", "được gửi từ ",
    "发自我的", "發自我的", "從我的", "获取 outlook for ", "取得 outlook for ", "outlook for ios を入手"});

// The verb stands at the end.
constexpr auto ends = std::to_array<Words>({
    "gönderildi", "küldve", "から送信", "에서 보냄", "gmx mail gesendet", "web.de mail gesendet"});
// clang-format on

template <std::size_t N>
bool starts_with_any(const std::array<Words, N>& words, std::string_view text) {
  return std::any_of(words.begin(), words.end(),
                     [&](Words word) { return text.starts_with(word); });
}

// "Sent from my desk, which is quieter." says something, unlike "… please excuse
// typos."
bool is_sentence(std::string_view folded) {
  const auto excuses = std::to_array<Words>({"excuse", "typo", "forgive", "brevity", "brief"});
  return folded.find(", ") != npos && folded.ends_with('.') &&
         std::none_of(excuses.begin(), excuses.end(),
                      [&](Words word) { return folded.find(word) != npos; });
}

}  // namespace

bool is_sent_from(std::string_view content) {
  constexpr std::size_t longest = 120;
  constexpr std::ptrdiff_t most_spaces = 8;
  if (content.empty() || content.size() > longest) return false;
  const std::string folded = text::fold(content);
  std::string_view line = folded;
  constexpr std::string_view sent_from = "sent from ";
  if (line.starts_with(sent_from)) {
    line.remove_prefix(sent_from.size());
    // "Sent from a hut in the hills": what people write there, and no sentence.
    const bool jest = (line.starts_with("a ") || line.starts_with("an ")) &&
                      std::string_view(".?!:").find(line.back()) == npos &&
                      std::count(line.begin(), line.end(), ' ') < most_spaces;
    return jest || (starts_with_any(senders, line) && !is_sentence(folded));
  }
  if (starts_with_any(starts, line)) return !is_sentence(folded);
  if (line.ends_with('.')) line.remove_suffix(1);
  return std::count(line.begin(), line.end(), ' ') <= most_spaces &&
         std::any_of(ends.begin(), ends.end(), [&](Words end) { return line.ends_with(end); });
}

}  // namespace replylint
