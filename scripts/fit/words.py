"""Words as the pattern language sees them, and n-grams of them as patterns."""
import collections
import re

FULL_FORMS = {"cannot": "can not", "dont": "do not", "doesnt": "does not", "didnt": "did not", "isnt": "is not",
              "cant": "can not", "wont": "will not", "im": "i am", "ive": "i have", "youre": "you are", "thats": "that is"}
ENDINGS = (("n't", "not"), ("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'m", "am"))
IRREGULAR = {"ca": "can", "wo": "will", "sha": "shall"}
SENTENCE_END = re.compile(r"(?<=[.!?…])[\"')\]]*\s+|\n+")
TOKEN = re.compile(r"https?://\S+|www\.\S+|[a-z]+(?:'[a-z]+)*|[0-9]+|[!?]")


def words(sentence):
    """Lower-case words; what is no plain word breaks the chain (None)."""
    out = []
    for token in TOKEN.findall(sentence.lower().replace("’", "'").replace("‘", "'")):
        if not token[0].isalpha() or token.startswith(("http", "www.")):
            out.append(None)
            continue
        if token in FULL_FORMS:
            out += FULL_FORMS[token].split()
            continue
        for ending, word in ENDINGS:
            if token.endswith(ending) and len(token) > len(ending):
                stem = token[: -len(ending)]
                out += [IRREGULAR.get(stem, stem), word]
                break
        else:
            out.append(token if "'" not in token else None)
    return out


def ngrams(text, longest):
    """Patterns of one to `longest` words in a text, sentence start as ^."""
    found = set()
    for sentence in SENTENCE_END.split(text):
        chain = ["^"] + words(sentence)
        for n in range(1, longest + 1):
            for i in range(len(chain) - n + 1):
                part = chain[i : i + n]
                if None not in part and part != ["^"]:
                    found.add(" ".join(part))
    return found


# British endings and stems, and what is American for them.
TWINS = [(r"^(\w{4,})is(e|ed|es|er|ing|ation|ations)$", r"\1iz\2"), (r"^(\w{3,})ys(e|ed|es|ing)$", r"\1yz\2"),
         (r"^(\w*(?:behavi|col|endeav|fav|flav|harb|hon|hum|lab|neighb|od|rum|sav|vig))our(\w*)$", r"\1or\2"),
         (r"^(cancel|channel|counsel|dial|fuel|label|level|model|quarrel|signal|total|travel)l(ed|ing|er|ers)$", r"\1\2"),
         (r"^(cen|fib|kilome|me|mit|thea)tre(s?)$", r"\1ter\2"), (r"^(\w*al)ogue(s?)$", r"\1og\2"), (r"^(defe|lice|offe|prete)nce(s?)$", r"\1nse\2")]
NO_TWINS = {"advertise", "advise", "compromise", "devise", "disguise", "enterprise", "exercise", "expertise", "franchise", "improvise",
            "merchandise", "otherwise", "paradise", "practise", "praise", "precise", "premise", "promise", "raise", "revise", "supervise",
            "surprise", "televise", "clockwise", "likewise"}


def american(word):
    """The American spelling of a word that is spelt the British way, else the word."""
    stem = re.sub(r"(d|s|r|ing|ation|ations)$", "", word)
    if {word, stem, stem + "e"} & NO_TWINS:
        return word
    for british, other in TWINS:
        word = re.sub(british, other, word)
    return word


class Spelling:
    """British and American spellings; the British ones of the words of `known` are found again."""

    def __init__(self, known):
        self.british = {}
        for word in known:
            if american(word) != word:
                self.british.setdefault(american(word), word)

    @staticmethod
    def american(ngram):
        return " ".join(american(w) for w in ngram.split())

    def pattern(self, ngram):
        """Both spellings, of an n-gram in the American one."""
        return " ".join(f"({self.british[w]}|{w})" if w in self.british else w for w in ngram.split())


def frequent(texts, longest, least):
    """Patterns that stand in `least` texts or more, sorted."""
    counts = collections.Counter(g for t in texts for g in ngrams(t, longest))
    return sorted(g for g, n in counts.items() if n >= least)
