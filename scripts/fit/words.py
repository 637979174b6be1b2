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


# British and American endings of the same word.
TWINS = [(r"is(e|ed|es|er|ing|ation|ations)$", r"iz\1"), (r"our(|s|ed|ing|ful|able|ite|ites)$", r"or\1"), (r"ys(e|ed|es|ing)$", r"yz\1"),
         (r"ll(ed|ing|er|ers)$", r"l\1"), (r"tre(|s)$", r"ter\1"), (r"ogue(|s)$", r"og\1"), (r"nce$", "nse")]


def american(word, known):
    """The American spelling of a British word, where both are known words."""
    for british, other in TWINS:
        twin = re.sub(british, other, word)
        if twin != word and twin in known and word in known:
            return twin
    return word


def frequent(texts, longest, least):
    """Patterns that stand in `least` texts or more, sorted."""
    counts = collections.Counter(g for t in texts for g in ngrams(t, longest))
    return sorted(g for g, n in counts.items() if n >= least)
