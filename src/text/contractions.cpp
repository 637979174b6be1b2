#include "text/contractions.hpp"

#include <algorithm>
#include <array>

namespace replylint::text {

namespace {

struct Whole {
  std::string_view form;
  Contraction parts;
};

// Words whose halves are not simply cut apart, sorted by form.
constexpr std::array wholes{
    Whole{"ain't", {2, "is", "not"}},
    Whole{"aint", {2, "is", "not"}},
    Whole{"arent", {3, "are", "not"}},
    Whole{"can't", {3, "can", "not"}},
    Whole{"cannot", {3, "can", "not"}},
    Whole{"cant", {3, "can", "not"}},
    Whole{"couldnt", {5, "could", "not"}},
    Whole{"couldve", {5, "could", "have"}},
    Whole{"didnt", {3, "did", "not"}},
    Whole{"doesnt", {4, "does", "not"}},
    Whole{"dont", {2, "do", "not"}},
    Whole{"gimme", {3, "give", "me"}},
    Whole{"gonna", {3, "going", "to"}},
    Whole{"gotta", {3, "got", "to"}},
    Whole{"hadnt", {3, "had", "not"}},
    Whole{"hasnt", {3, "has", "not"}},
    Whole{"havent", {4, "have", "not"}},
    Whole{"heres", {4, "here", "'s"}},
    Whole{"im", {1, "i", "am"}},
    Whole{"isnt", {2, "is", "not"}},
    Whole{"itll", {2, "it", "will"}},
    Whole{"ive", {1, "i", "have"}},
    Whole{"lemme", {3, "let", "me"}},
    Whole{"let's", {3, "let", "us"}},
    Whole{"mustnt", {4, "must", "not"}},
    Whole{"shan't", {3, "shall", "not"}},
    Whole{"shouldnt", {6, "should", "not"}},
    Whole{"shouldve", {6, "should", "have"}},
    Whole{"thats", {4, "that", "'s"}},
    Whole{"theres", {5, "there", "'s"}},
    Whole{"theyll", {4, "they", "will"}},
    Whole{"theyre", {4, "they", "are"}},
    Whole{"theyve", {4, "they", "have"}},
    Whole{"wanna", {3, "want", "to"}},
    Whole{"wasnt", {3, "was", "not"}},
    Whole{"werent", {4, "were", "not"}},
    Whole{"weve", {2, "we", "have"}},
    Whole{"whats", {4, "what", "'s"}},
    Whole{"won't", {2, "will", "not"}},
    Whole{"wont", {2, "will", "not"}},
    Whole{"wouldnt", {5, "would", "not"}},
    Whole{"wouldve", {5, "would", "have"}},
    Whole{"y'all", {1, "you", "all"}},
    Whole{"yall", {1, "you", "all"}},
    Whole{"youd", {3, "you", "'d"}},
    Whole{"youll", {3, "you", "will"}},
    Whole{"youre", {3, "you", "are"}},
    Whole{"youve", {3, "you", "have"}},
};
static_assert(std::is_sorted(wholes.begin(), wholes.end(),
                             [](const Whole& a, const Whole& b) { return a.form < b.form; }));

struct Ending {
  std::string_view ending;
  std::string_view form;
};
// "did'nt" is a common slip.
constexpr std::array endings{Ending{"n't", "not"},  Ending{"'re", "are"}, Ending{"'ve", "have"},
                             Ending{"'ll", "will"}, Ending{"'m", "am"},   Ending{"'d", "'d"},
                             Ending{"'s", "'s"},    Ending{"'nt", "not"}};

}  // namespace

std::optional<Contraction> split_contraction(std::string_view form) {
  const auto whole =
      std::lower_bound(wholes.begin(), wholes.end(), form,
                       [](const Whole& w, std::string_view f) { return w.form < f; });
  if (whole != wholes.end() && whole->form == form) return whole->parts;
  if (form.find('\'') == std::string_view::npos) return std::nullopt;
  for (const auto& [ending, second] : endings) {
    if (form.size() > ending.size() && form.ends_with(ending)) {
      const std::size_t split = form.size() - ending.size();
      return Contraction{split, form.substr(0, split), second};
    }
  }
  return std::nullopt;
}

}  // namespace replylint::text
