"""The texts that weights are fitted on: data sets as JSON lines, our own as TSV."""
import json
import os

HERE = os.path.dirname(os.path.abspath(__file__))
RATED = ("mail", "support", "more")


def rows(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f]


def forum(data):
    return [r for r in rows(f"{data}/train.jsonl") if r["source"] == "sumo"]


def pairs(name):
    """(label, text) of each line of a TSV beside this script."""
    with open(f"{HERE}/{name}.tsv", encoding="utf-8") as f:
        labelled = [line.rstrip("\n").split("\t", 1) for line in f]
    return [(label, text.replace("\\n", "\n")) for label, text in labelled]


def sentences():
    """Sentences of our own: (faults joined by commas or none, text)."""
    return pairs("sentences")


def rated(part):
    """Texts of our own with their tone, 1–5."""
    return [(float(tone), text) for tone, text in pairs(f"tone-{part}")]
