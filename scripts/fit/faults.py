#!/usr/bin/env python3
"""Fit the weights of the `weigh` rules: blame/reproachful-words and its like.

Usage: faults.py BINARY --data DIR [--write] [--family NAME]

For each family a logistic regression over sentences: does a reader mark this
fault here? It learns from forum replies below DIR, where votes-forum.jsonl holds
the marks of three readers (two make a fault, a single one counts little), from
the sentences of our own beside this script and the examples of the pack's rules,
and from neutral and polite texts, ours and of the Stanford Politeness Corpus,
which hold no fault. Features are the constructions of constructions.txt and words
and pairs of words that our own sentences use too; the strongest are kept.
Everything is matched by BINARY itself. Prints, from five held-back folds of the
forum replies, how often a flagged sentence was marked; with --write the rules are
written: only their `weigh` part and `measured`. Needs numpy, scipy, scikit-learn
and PyYAML.
"""
import argparse
import os
import re
import sys

import numpy as np
import yaml
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

import engine
import texts
import words

RULES = os.path.join(texts.HERE, "..", "..", "rules", "en")
# Labelled fault: the rule that it fits, and how many of the sentences that it flags, held back, must
# be marked with this very fault.
FAMILIES = {"blame": ("blame/reproachful-words", 0.6), "contradiction": ("contradiction/disputing-words", 0.6),
            "defensiveness": ("defensiveness/defensive-words", 0.65), "dismissal": ("dismissal/dismissive-words", 0.6),
            "disrespect": ("condescension/scornful-words", 0.6), "demand": ("demand/bossy-words", 0.65)}
STRENGTH = 1.0  # of the regression: scikit-learn's C
WORD_SCALE = 0.5  # a pair of words is less to be trusted than a construction
WEIGHT = {"forum": 1.0, "single vote": 0.3, "own": 0.3, "rated": 1.0, "requests": 0.2}
FEWEST, FEWEST_OWN = 5, 2  # sentences that hold a pair of words, in all and of our own
KEPT = 1200  # patterns of a family
LEAST = 0.05  # a lighter pattern is left out
NEUTRAL = 3  # rated texts from here on hold no fault
FEWEST_FLAGGED = 8  # that a limit is set by
ANY_FAULT = 0.7  # of the flagged sentences: some fault was marked there; what a warning needs


def examples():
    """Texts of the examples of all phrase rules: (fault or none, text)."""
    folders = {"blame": "blame", "contradiction": "contradiction", "defensiveness": "defensiveness", "deflection": "defensiveness",
               "dismissal": "dismissal", "empty-empathy": "dismissal", "condescension": "disrespect", "labels": "disrespect",
               "generalisation": "disrespect", "profanity": "disrespect", "demand": "demand", "cold-refusal": "cold-refusal"}
    found = []
    for folder, fault in folders.items():
        for name in sorted(os.listdir(f"{RULES}/{folder}")):
            with open(f"{RULES}/{folder}/{name}", encoding="utf-8") as f:
                rule = yaml.safe_load(f)
            if "match" not in rule:
                continue
            for kind in ("bad", "good"):
                for example in rule["examples"][kind]:
                    text = example["draft"] if isinstance(example, dict) else example
                    found.append((fault if kind == "bad" else "none", re.sub(r"[{}]", "", text)))
    return found


class Sentences:
    """Sentences with features X; `marks` by family: votes of each sentence."""

    def __init__(self, found, columns, scale, weight):
        rows, cols = [], []
        for i, s in enumerate(found):
            for pattern in s.patterns:
                rows.append(i)
                cols.append(pattern)
        values = scale[cols] if cols else []
        self.X = sparse.csr_matrix((values, (rows, cols)), shape=(len(found), columns))
        self.found, self.weight = found, np.full(len(found), weight)


def votes_of(found, rows, votes):
    """By sentence: the most votes of each family whose marked words lie there."""
    out = []
    for s in found:
        marks = {}
        for family, mark in votes.get(rows[s.text]["id"], {}).items():
            for start, end in mark["spans"]:
                overlap = min(end, s.end) - max(start, s.start)
                if overlap > 0 and (2 * overlap >= min(end - start, s.end - s.start) or overlap >= 12):
                    marks[family] = max(marks.get(family, 0), mark["votes"])
        out.append(marks)
    return out


def regression(X, y, w):
    return LogisticRegression(C=STRENGTH, max_iter=400, solver="liblinear").fit(X, y, sample_weight=w)


def strongest(X, y, w, count):
    """Columns that move the most sentences, from a first fit."""
    weights = regression(X, y, w).coef_[0]
    share = np.asarray((X != 0).multiply(w[:, None]).sum(0)).ravel() / w.sum()
    return np.sort(np.argsort(-np.abs(weights) * np.sqrt(share))[:count])


class Family:
    def __init__(self, name, forum, marks, others):
        self.name = name
        votes = np.array([m.get(name, 0) for m in marks])
        self.y = votes >= 2
        self.w = np.where(votes == 1, WEIGHT["single vote"], WEIGHT["forum"])
        self.forum, self.others = forum, others  # others: (Sentences, y)

    def stack(self, chosen):
        X = sparse.vstack([self.forum.X[chosen]] + [s.X for s, _ in self.others]).tocsr()
        y = np.concatenate([self.y[chosen]] + [y for _, y in self.others])
        w = np.concatenate([self.w[chosen]] + [s.weight for s, _ in self.others])
        return X, y, w

    def fit(self, chosen):
        X, y, w = self.stack(chosen)
        columns = strongest(X, y, w, KEPT)
        return columns, regression(X[:, columns], y, w)

    def held_back(self, groups):
        sums = np.zeros(len(self.y))
        for train, test in GroupKFold(5).split(self.y, self.y, groups):
            columns, model = self.fit(train)
            sums[test] = model.decision_function(self.forum.X[test][:, columns])
        return sums


def limit(sums, same, some, precision):
    """The lowest sum from which this share was marked so, and ANY_FAULT of them as some fault."""
    order = np.argsort(-sums)
    flagged = np.arange(1, len(order) + 1)
    good = (np.cumsum(same[order]) >= precision * flagged) & (np.cumsum(some[order]) >= ANY_FAULT * flagged)
    good = [k for k in range(FEWEST_FLAGGED - 1, len(order)) if good[k]]
    return sums[order[good[-1]]] if good else np.inf


def write_rule(rule, over, weights, measured):
    path = f"{RULES}/{rule}.yml"
    with open(path, encoding="utf-8") as f:
        text = f.read()
    table = "".join(f"    {engine.quoted(p)}: {w:.2f}\n" for p, w in weights)
    text = text[: text.index("weigh:\n")] + f"weigh:\n  over: {over:.2f}\n  words:\n{table}"
    text = re.sub(r"(?m)^measured: .*$", measured, text)
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("binary")
    arguments.add_argument("--data", required=True)
    arguments.add_argument("--write", action="store_true")
    arguments.add_argument("--family", action="append", help="only this one")
    options = arguments.parse_args()

    rows = texts.forum(options.data)
    votes = {v["id"]: v["votes"] for v in texts.rows(f"{texts.HERE}/votes-forum.jsonl")}
    own = texts.sentences() + examples()
    rated = [text for part in texts.RATED for tone, text in texts.rated(part) if tone >= NEUTRAL]
    requests = [r["text"] for n in ("wikipedia", "stack-exchange") for r in texts.rows(f"{options.data}/politeness/{n}.jsonl") if r["polite"]]

    with open(f"{texts.HERE}/constructions.txt", encoding="utf-8") as f:
        constructions = [line.rstrip("\n") for line in f]
    used = set(words.frequent([t for _, t in own], 2, FEWEST_OWN))
    pairs = [g for g in words.frequent([t for _, t in own] + [r["text"] for r in rows], 2, FEWEST) if g in used]
    patterns = constructions + [g for g in pairs if g not in set(constructions)]
    scale = np.array([1.0] * len(constructions) + [WORD_SCALE] * (len(patterns) - len(constructions)))
    print(f"{len(constructions)} constructions, {len(patterns) - len(constructions)} words and pairs", file=sys.stderr)

    def load(drafts, weight):
        return Sentences(engine.sentences(options.binary, patterns, drafts, "social"), len(patterns), scale, weight)

    forum = load([r["text"] for r in rows], WEIGHT["forum"])
    written = load([t for _, t in own], WEIGHT["own"])
    polite = [load(rated, WEIGHT["rated"]), load(requests, WEIGHT["requests"])]
    marks = votes_of(forum.found, rows, votes)
    groups = np.array([s.text for s in forum.found])
    marked = np.array([any(v >= 2 for v in m.values()) for m in marks])
    seen = np.array([any(v >= 1 for v in m.values()) for m in marks])

    for name, (rule, precision) in FAMILIES.items():
        if options.family and name not in options.family:
            continue
        others = [(written, np.array([name in own[s.text][0].split(",") for s in written.found]))]
        others += [(s, np.zeros(len(s.found), bool)) for s in polite]
        family = Family(name, forum, marks, others)
        sums = family.held_back(groups)
        over = limit(sums, family.y, marked, precision)
        flagged = sums >= over
        hits, right = int(flagged.sum()), int((flagged & family.y).sum())
        faulty, doubted = int((flagged & marked).sum()), int((flagged & seen).sum())
        columns, model = family.fit(np.arange(len(family.y)))
        weights = sorted(((patterns[c], model.coef_[0][i] * scale[c]) for i, c in enumerate(columns)), key=lambda p: -p[1])
        weights = [(p, w) for p, w in weights if abs(w) >= LEAST]
        print(f"{name:14} held back: {hits} flagged, {right} marked so, {faulty} marked as some fault, {doubted} by one reader at least; "
              f"recall {right / max(1, family.y.sum()):.2f} of {family.y.sum()}; {len(weights)} weights", flush=True)
        if options.write and np.isfinite(over):
            measured = (f'measured: {{hits: {hits}, right: {faulty}, on: "sentences of held-back forum replies (Thunderbird 2023), '
                        f'right where two of three readers marked a fault; {right} of them this one"}}')
            write_rule(rule, over - model.intercept_[0], weights, measured)


if __name__ == "__main__":
    main()
