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
    Irregular{"be", {"am", "is", "are", "was", "were", "been"}},
    Irregular{"become", {"became"}},
    Irregular{"begin", {"began", "begun"}},
    Irregular{"bend", {"bent"}},
    Irregular{"bite", {"bit", "bitten"}},
    Irregular{"break", {"broke", "broken"}},
    Irregular{"bring", {"brought"}},
    Irregular{"build", {"built"}},
    Irregular{"burn", {"burnt", "burned"}},
    Irregular{"buy", {"bought"}},
    Irregular{"catch", {"caught"}},
    Irregular{"child", {"children"}},
    Irregular{"choose", {"chose", "chosen"}},
    Irregular{"come", {"came"}},
    Irregular{"cost", {"cost"}},
    Irregular{"cut", {"cut"}},
    Irregular{"deal", {"dealt"}},
    Irregular{"do", {"does", "did", "done"}},
    Irregular{"draw", {"drew", "drawn"}},
    Irregular{"drink", {"drank", "drunk"}},
    Irregular{"drive", {"drove", "driven"}},
    Irregular{"eat", {"ate", "eaten"}},
    Irregular{"fall", {"fell", "fallen"}},
    Irregular{"feel", {"felt"}},
    Irregular{"fight", {"fought"}},
    Irregular{"find", {"found"}},
    Irregular{"fly", {"flew", "flown"}},
    Irregular{"forget", {"forgot", "forgotten"}},
    Irregular{"forgive", {"forgave", "forgiven"}},
    Irregular{"freeze", {"froze", "frozen"}},
    Irregular{"get", {"got", "gotten"}},
    Irregular{"give", {"gave", "given"}},
    Irregular{"go", {"went", "gone"}},
    Irregular{"grow", {"grew", "grown"}},
    Irregular{"have", {"has", "had"}},
    Irregular{"hear", {"heard"}},
    Irregular{"hide", {"hid", "hidden"}},
    Irregular{"hit", {"hit"}},
    Irregular{"hold", {"held"}},
    Irregular{"hurt", {"hurt"}},
    Irregular{"keep", {"kept"}},
    Irregular{"know", {"knew", "known"}},
    Irregular{"lay", {"laid"}},
    Irregular{"lead", {"led"}},
    Irregular{"learn", {"learnt", "learned"}},
    Irregular{"leave", {"left"}},
    Irregular{"lend", {"lent"}},
    Irregular{"let", {"let"}},
    Irregular{"lie", {"lied", "lay", "lain", "lying"}},
    Irregular{"lose", {"lost"}},
    Irregular{"make", {"made"}},
    Irregular{"man", {"men"}},
    Irregular{"mean", {"meant"}},
    Irregular{"meet", {"met"}},
    Irregular{"mislead", {"misled"}},
    Irregular{"misread", {"misread"}},
    Irregular{"mistake", {"mistook", "mistaken"}},
    Irregular{"misunderstand", {"misunderstood"}},
    Irregular{"overlook", {"overlooked"}},
    Irregular{"overpay", {"overpaid"}},
    Irregular{"oversee", {"oversaw", "overseen"}},
    Irregular{"pay", {"paid"}},
    Irregular{"person", {"people", "persons"}},
    Irregular{"prove", {"proved", "proven"}},
    Irregular{"put", {"put"}},
    Irregular{"quit", {"quit"}},
    Irregular{"read", {"read"}},
    Irregular{"reset", {"reset"}},
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
    Irregular{"show", {"showed", "shown"}},
    Irregular{"shut", {"shut"}},
    Irregular{"sing", {"sang", "sung"}},
    Irregular{"sink", {"sank", "sunk"}},
    Irregular{"sit", {"sat"}},
    Irregular{"sleep", {"slept"}},
    Irregular{"speak", {"spoke", "spoken"}},
    Irregular{"spell", {"spelt", "spelled"}},
    Irregular{"spend", {"spent"}},
    Irregular{"split", {"split"}},
    Irregular{"spread", {"spread"}},
    Irregular{"stand", {"stood"}},
    Irregular{"steal", {"stole", "stolen"}},
    Irregular{"stick", {"stuck"}},
    Irregular{"swear", {"swore", "sworn"}},
    Irregular{"take", {"took", "taken"}},
    Irregular{"teach", {"taught"}},
    Irregular{"tear", {"tore", "torn"}},
    Irregular{"tell", {"told"}},
    Irregular{"think", {"thought"}},
    Irregular{"throw", {"threw", "thrown"}},
    Irregular{"understand", {"understood"}},
    Irregular{"undo", {"undoes", "undid", "undone"}},
    Irregular{"upset", {"upset"}},
    Irregular{"wake", {"woke", "woken"}},
    Irregular{"wear", {"wore", "worn"}},
    Irregular{"win", {"won"}},
    Irregular{"withdraw", {"withdrew", "withdrawn"}},
    Irregular{"woman", {"women"}},
    Irregular{"write", {"wrote", "written"}},
};

// Verbs of more than one syllable that double their last consonant; those in
// -l do so in British spelling only, so both spellings are given.
constexpr std::array<std::string_view, 24> doubling{
    "admit", "begin",    "cancel", "commit", "compel", "control",  "forget", "fulfil",
    "label", "mislabel", "model",  "occur",  "omit",   "permit",   "prefer", "quit",
    "refer", "regret",   "reset",  "submit", "total",  "transfer", "travel", "upset"};

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

void add_regular(std::vector<std::string>& forms, std::string_view lemma, bool past) {
  const std::string word(lemma);
  const char last = lemma.back();
  const char before = lemma.size() > 1 ? lemma[lemma.size() - 2] : ' ';
  const bool hisses = lemma.ends_with("s") || lemma.ends_with("x") || lemma.ends_with("z") ||
                      lemma.ends_with("ch") || lemma.ends_with("sh") || lemma.ends_with("o");
  const bool changes_y = last == 'y' && !is_vowel(before);
  const std::string stem = word.substr(0, word.size() - 1);
  add(forms, changes_y ? stem + "ies" : word + (hisses ? "es" : "s"));
  if (lemma.ends_with("ie")) {
    add(forms, word.substr(0, word.size() - 2) + "ying");
  } else if (last == 'e' && before != 'e' && before != 'o' && lemma.size() > 2) {
    add(forms, stem + "ing");
  } else {
    add(forms, word + "ing");
  }
  if (past) add(forms, changes_y ? stem + "ied" : word + (last == 'e' ? "d" : "ed"));
  const bool listed = std::binary_search(doubling.begin(), doubling.end(), lemma);
  if (is_short(lemma) || listed) {
    add(forms, word + last + "ing");
    if (past) add(forms, word + last + "ed");
  }
}

}  // namespace

std::vector<std::string> inflect(std::string_view lemma) {
  std::vector<std::string> forms{std::string(lemma)};
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
  if (lemma.size() > 1) add_regular(forms, lemma, !irregular);
  // British and American spelling of the same verb.
  const std::size_t count = forms.size();
  if (lemma.size() > 5 && (lemma.ends_with("ise") || lemma.ends_with("ize"))) {
    const std::size_t at = lemma.size() - 2;
    for (std::size_t i = 0; i < count; ++i) {
      std::string other = forms[i];
      other[at] = other[at] == 's' ? 'z' : 's';
      add(forms, std::move(other));
    }
  }
  return forms;
}

}  // namespace replylint::rules
