#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "rules/pattern.hpp"

namespace replylint::rules {

namespace {

// Lemma, then its irregular forms; the regular -s and -ing forms come beside
// them. A table of grammar, sorted by lemma.
struct Irregular {
  std::string_view lemma;
  std::array<std::string_view, 6> forms;
};

constexpr std::array irregulars{
    Irregular{"arise", {"arose", "arisen"}},
    Irregular{"be", {"am", "is", "are", "was", "were", "been"}},
    Irregular{"bear", {"bore", "born", "borne"}},
    Irregular{"beat", {"beat", "beaten"}},
    Irregular{"become", {"became"}},
    Irregular{"begin", {"began", "begun"}},
    Irregular{"bend", {"bent"}},
    Irregular{"bet", {"bet"}},
    Irregular{"bind", {"bound"}},
    Irregular{"bite", {"bit", "bitten"}},
    Irregular{"bleed", {"bled"}},
    Irregular{"blow", {"blew", "blown"}},
    Irregular{"break", {"broke", "broken"}},
    Irregular{"breed", {"bred"}},
    Irregular{"bring", {"brought"}},
    Irregular{"broadcast", {"broadcast"}},
    Irregular{"build", {"built"}},
    Irregular{"burn", {"burnt", "burned"}},
    Irregular{"buy", {"bought"}},
    Irregular{"catch", {"caught"}},
    Irregular{"child", {"children"}},
    Irregular{"choose", {"chose", "chosen"}},
    Irregular{"come", {"came"}},
    Irregular{"cost", {"cost"}},
    Irregular{"creep", {"crept"}},
    Irregular{"cut", {"cut"}},
    Irregular{"deal", {"dealt"}},
    Irregular{"dig", {"dug"}},
    Irregular{"do", {"does", "did", "done"}},
    Irregular{"draw", {"drew", "drawn"}},
    Irregular{"dream", {"dreamt", "dreamed"}},
    Irregular{"drink", {"drank", "drunk"}},
    Irregular{"drive", {"drove", "driven"}},
    Irregular{"eat", {"ate", "eaten"}},
    Irregular{"fall", {"fell", "fallen"}},
    Irregular{"feed", {"fed"}},
    Irregular{"feel", {"felt"}},
    Irregular{"fight", {"fought"}},
    Irregular{"find", {"found"}},
    Irregular{"flee", {"fled"}},
    Irregular{"fly", {"flew", "flown"}},
    Irregular{"foot", {"feet"}},
    Irregular{"forbid", {"forbade", "forbidden"}},
    Irregular{"foresee", {"foresaw", "foreseen"}},
    Irregular{"forget", {"forgot", "forgotten"}},
    Irregular{"forgive", {"forgave", "forgiven"}},
    Irregular{"freeze", {"froze", "frozen"}},
    Irregular{"get", {"got", "gotten"}},
    Irregular{"give", {"gave", "given"}},
    Irregular{"go", {"goes", "went", "gone"}},
    Irregular{"grind", {"ground"}},
    Irregular{"grow", {"grew", "grown"}},
    Irregular{"half", {"halves"}},
    Irregular{"hang", {"hung", "hanged"}},
    Irregular{"have", {"has", "had"}},
    Irregular{"hear", {"heard"}},
    Irregular{"hide", {"hid", "hidden"}},
    Irregular{"hit", {"hit"}},
    Irregular{"hold", {"held"}},
    Irregular{"hurt", {"hurt"}},
    Irregular{"keep", {"kept"}},
    Irregular{"knife", {"knives"}},
    Irregular{"know", {"knew", "known"}},
    Irregular{"lay", {"laid"}},
    Irregular{"lead", {"led"}},
    Irregular{"leaf", {"leaves"}},
    Irregular{"leap", {"leapt", "leaped"}},
    Irregular{"learn", {"learnt", "learned"}},
    Irregular{"leave", {"left"}},
    Irregular{"lend", {"lent"}},
    Irregular{"let", {"let"}},
    Irregular{"lie", {"lied", "lay", "lain", "lying"}},
    Irregular{"life", {"lives"}},
    Irregular{"light", {"lit", "lighted"}},
    Irregular{"lose", {"lost"}},
    Irregular{"make", {"made"}},
    Irregular{"man", {"men"}},
    Irregular{"mean", {"meant"}},
    Irregular{"meet", {"met"}},
    Irregular{"mimic", {"mimicked", "mimicking"}},
    Irregular{"mislead", {"misled"}},
    Irregular{"misread", {"misread"}},
    Irregular{"mistake", {"mistook", "mistaken"}},
    Irregular{"misunderstand", {"misunderstood"}},
    Irregular{"mouse", {"mice"}},
    Irregular{"offset", {"offset"}},
    Irregular{"overcome", {"overcame"}},
    Irregular{"overpay", {"overpaid"}},
    Irregular{"override", {"overrode", "overridden"}},
    Irregular{"oversee", {"oversaw", "overseen"}},
    Irregular{"oversell", {"oversold"}},
    Irregular{"overtake", {"overtook", "overtaken"}},
    Irregular{"panic", {"panicked", "panicking"}},
    Irregular{"pay", {"paid"}},
    Irregular{"person", {"people", "persons"}},
    Irregular{"prove", {"proved", "proven"}},
    Irregular{"put", {"put"}},
    Irregular{"quit", {"quit"}},
    Irregular{"read", {"read"}},
    Irregular{"rebuild", {"rebuilt"}},
    Irregular{"redo", {"redoes", "redid", "redone"}},
    Irregular{"repay", {"repaid"}},
    Irregular{"reread", {"reread"}},
    Irregular{"rerun", {"reran"}},
    Irregular{"resell", {"resold"}},
    Irregular{"resend", {"resent"}},
    Irregular{"reset", {"reset"}},
    Irregular{"retake", {"retook", "retaken"}},
    Irregular{"rethink", {"rethought"}},
    Irregular{"rewrite", {"rewrote", "rewritten"}},
    Irregular{"ride", {"rode", "ridden"}},
    Irregular{"ring", {"rang", "rung"}},
    Irregular{"rise", {"rose", "risen"}},
    Irregular{"run", {"ran"}},
    Irregular{"say", {"said"}},
    Irregular{"see", {"saw", "seen"}},
    Irregular{"seek", {"sought"}},
    Irregular{"sell", {"sold"}},
    Irregular{"send", {"sent"}},
    Irregular{"set", {"set"}},
    Irregular{"shake", {"shook", "shaken"}},
    Irregular{"shelf", {"shelves"}},
    Irregular{"shine", {"shone", "shined"}},
    Irregular{"shoot", {"shot"}},
    Irregular{"show", {"showed", "shown"}},
    Irregular{"shrink", {"shrank", "shrunk"}},
    Irregular{"shut", {"shut"}},
    Irregular{"sing", {"sang", "sung"}},
    Irregular{"sink", {"sank", "sunk"}},
    Irregular{"sit", {"sat"}},
    Irregular{"sleep", {"slept"}},
    Irregular{"slide", {"slid"}},
    Irregular{"smell", {"smelt", "smelled"}},
    Irregular{"speak", {"spoke", "spoken"}},
    Irregular{"spell", {"spelt", "spelled"}},
    Irregular{"spend", {"spent"}},
    Irregular{"spill", {"spilt", "spilled"}},
    Irregular{"spin", {"spun"}},
    Irregular{"split", {"split"}},
    Irregular{"spoil", {"spoilt", "spoiled"}},
    Irregular{"spread", {"spread"}},
    Irregular{"spring", {"sprang", "sprung"}},
    Irregular{"stand", {"stood"}},
    Irregular{"steal", {"stole", "stolen"}},
    Irregular{"stick", {"stuck"}},
    Irregular{"sting", {"stung"}},
    Irregular{"strike", {"struck", "stricken"}},
    Irregular{"swear", {"swore", "sworn"}},
    Irregular{"sweep", {"swept"}},
    Irregular{"swing", {"swung"}},
    Irregular{"take", {"took", "taken"}},
    Irregular{"teach", {"taught"}},
    Irregular{"tear", {"tore", "torn"}},
    Irregular{"tell", {"told"}},
    Irregular{"thief", {"thieves"}},
    Irregular{"think", {"thought"}},
    Irregular{"throw", {"threw", "thrown"}},
    Irregular{"tooth", {"teeth"}},
    Irregular{"traffic", {"trafficked", "trafficking"}},
    Irregular{"unbind", {"unbound"}},
    Irregular{"undergo", {"undergoes", "underwent", "undergone"}},
    Irregular{"understand", {"understood"}},
    Irregular{"undertake", {"undertook", "undertaken"}},
    Irregular{"undo", {"undoes", "undid", "undone"}},
    Irregular{"uphold", {"upheld"}},
    Irregular{"upset", {"upset"}},
    Irregular{"wake", {"woke", "woken"}},
    Irregular{"wear", {"wore", "worn"}},
    Irregular{"weep", {"wept"}},
    Irregular{"wife", {"wives"}},
    Irregular{"win", {"won"}},
    Irregular{"wind", {"wound"}},
    Irregular{"withdraw", {"withdrew", "withdrawn"}},
    Irregular{"withhold", {"withheld"}},
    Irregular{"withstand", {"withstood"}},
    Irregular{"woman", {"women"}},
    Irregular{"write", {"wrote", "written"}},
};
static_assert(std::is_sorted(irregulars.begin(), irregulars.end(),
                             [](const Irregular& a, const Irregular& b) {
                               return a.lemma < b.lemma;
                             }));

// Verbs of more than one syllable that double their last consonant; those in
// -l, -m and -p do so in British spelling only, so both spellings are given.
constexpr std::array<std::string_view, 70> doubling{
    "abhor",    "acquit",   "admit",    "allot",    "befit",   "begin",   "cancel",  "channel",
    "commit",   "compel",   "concur",   "confer",   "control", "counsel", "defer",   "deter",
    "dial",     "dispel",   "enrol",    "equal",    "equip",   "excel",   "expel",   "forget",
    "fuel",     "fulfil",   "handicap", "incur",    "infer",   "initial", "instal",  "kidnap",
    "label",    "level",    "mislabel", "model",    "occur",   "offset",  "omit",    "outfit",
    "overlap",  "overstep", "panel",    "parcel",   "permit",  "prefer",  "program", "propel",
    "quarrel",  "quit",     "rebel",    "rebut",    "recur",   "refer",   "refuel",  "regret",
    "remit",    "rerun",    "reset",    "resubmit", "signal",  "submit",  "total",   "transfer",
    "transmit", "travel",   "unplug",   "unwrap",   "upset",   "worship"};
static_assert(std::is_sorted(doubling.begin(), doubling.end()));

// Words in -o that take -es; most take -s: photos, logos.
constexpr std::array<std::string_view, 7> in_oes{"echo",   "embargo", "forgo", "hero",
                                                 "potato", "tomato",  "veto"};
static_assert(std::is_sorted(in_oes.begin(), in_oes.end()));

// Verbs in -ise that are never spelt with z.
constexpr std::array<std::string_view, 14> only_ise{
    "advise",    "chastise", "comprise", "compromise", "despise",   "devise",   "exercise",
    "franchise", "premise",  "promise",  "revise",     "supervise", "surprise", "televise"};
static_assert(std::is_sorted(only_ise.begin(), only_ise.end()));

// What stands before British -our and American -or.
constexpr std::array<std::string_view, 13> before_our{"behavi", "col", "endeav", "fav", "flav",
                                                      "harb",   "hon", "hum",    "lab", "misbehavi",
                                                      "neighb", "rum", "sav"};
static_assert(std::is_sorted(before_our.begin(), before_our.end()));

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::binary_search(words.begin(), words.end(), word);
}

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

// One vowel between consonants, in one syllable: stop, plan, let.
bool is_short(std::string_view word) {
  if (word.size() < 3) return false;
  const char last = word.back();
  const char before = word[word.size() - 2];
  const bool closed = !is_vowel(last) && last != 'w' && last != 'x' && last != 'y' &&
                      is_vowel(before) && !is_vowel(word[word.size() - 3]);
  const auto vowels = std::count_if(word.begin(), word.end(), is_vowel);
  return closed && vowels == 1;
}

void add(std::vector<std::string>& forms, std::string form) {
  if (std::find(forms.begin(), forms.end(), form) == forms.end()) forms.push_back(std::move(form));
}

// Beside `forms`, which may hold an irregular past, plural or third person already.
void add_regular(std::vector<std::string>& forms, std::string_view lemma, bool past) {
  const std::string word(lemma);
  const char last = lemma.back();
  const char before = lemma[lemma.size() - 2];
  const std::string stem = word.substr(0, word.size() - 1);
  const bool hisses = lemma.ends_with("s") || lemma.ends_with("x") || lemma.ends_with("z") ||
                      lemma.ends_with("ch") || lemma.ends_with("sh") || is_one_of(in_oes, lemma);
  const bool changes_y = last == 'y' && !is_vowel(before);
  const bool has_s = std::any_of(forms.begin() + 1, forms.end(),
                                 [](const std::string& form) { return form.ends_with('s'); });
  if (!has_s) add(forms, changes_y ? stem + "ies" : word + (hisses ? "es" : "s"));

  const bool listed = is_one_of(doubling, lemma);
  const bool doubles = listed || is_short(lemma);
  if (doubles) {
    add(forms, word + last + "ing");
    if (past) add(forms, word + last + "ed");
  }
  const bool may_stay_single = listed && (last == 'l' || last == 'm' || last == 'p');
  if (doubles && !may_stay_single) return;
  if (lemma.ends_with("ie")) {
    add(forms, word.substr(0, word.size() - 2) + "ying");
  } else if (last == 'e' && before != 'e' && before != 'o' && lemma.size() > 2) {
    add(forms, stem + "ing");
  } else {
    add(forms, word + "ing");
  }
  if (past) add(forms, changes_y ? stem + "ied" : word + (last == 'e' ? "d" : "ed"));
}

// The other of British and American spelling, in all forms.
void add_other_spelling(std::vector<std::string>& forms, std::string_view lemma) {
  const std::size_t size = lemma.size();
  const auto replace = [&](std::size_t at, std::size_t length, std::string_view by) {
    const std::size_t count = forms.size();
    for (std::size_t i = 0; i < count; ++i) {
      std::string other = forms[i];
      add(forms, other.replace(at, length, by));
    }
  };
  const bool in_ise = lemma.ends_with("ise") || lemma.ends_with("ize");
  const bool in_yse = lemma.ends_with("yse") || lemma.ends_with("yze");
  if (size > 5 &&
      (in_yse || (in_ise && !is_vowel(lemma[size - 4]) && !is_one_of(only_ise, lemma)))) {
    replace(size - 2, 1, lemma[size - 2] == 's' ? "z" : "s");
  } else if (lemma.ends_with("our") && is_one_of(before_our, lemma.substr(0, size - 3))) {
    replace(size - 3, 3, "or");
  } else if (lemma.ends_with("or") && is_one_of(before_our, lemma.substr(0, size - 2))) {
    replace(size - 2, 2, "our");
  }
}

}  // namespace

std::vector<std::string> inflect(std::string_view lemma) {
  std::vector<std::string> forms{std::string(lemma)};
  if (lemma.size() < 2) return forms;
  const auto found =
      std::lower_bound(irregulars.begin(), irregulars.end(), lemma,
                       [](const Irregular& i, std::string_view l) { return i.lemma < l; });
  const bool irregular = found != irregulars.end() && found->lemma == lemma;
  if (irregular) {
    for (const std::string_view form : found->forms) {
      if (!form.empty()) add(forms, std::string(form));
    }
  }
  if (lemma == "be") {
    add(forms, "being");
    return forms;
  }
  add_regular(forms, lemma, !irregular);
  add_other_spelling(forms, lemma);
  return forms;
}

}  // namespace replylint::rules
