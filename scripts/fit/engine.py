"""What the linter itself finds of many patterns: the features of a fit.

A pattern becomes a rule of a throw-away folder, and `replylint check --rules`
says where it stands, so that a weight is fitted on just what it will meet.
"""
import json
import os
import re
import subprocess
import tempfile

HEAD = "summary: x\nwhy: x\nseverity: suggestion\ndimension: respect\nmessage: x\nexamples: {bad: ['{x}'], good: [x]}\n"
SENTENCES = "sentence/one"  # flags every sentence that has a word


def quoted(pattern):
    return "'" + pattern.replace("'", "''") + "'"


def write_rules(folder, patterns):
    """One rule a pattern, p00000/x, p00001/x …, and one that marks sentences."""
    for i, pattern in enumerate(patterns):
        os.mkdir(f"{folder}/p{i:05}")
        with open(f"{folder}/p{i:05}/x.yml", "w", encoding="utf-8") as f:
            f.write(f"{HEAD}silent-in: [quotation]\nmatch: [{quoted(pattern)}]\n")
    os.mkdir(f"{folder}/sentence")
    with open(f"{folder}/sentence/one.yml", "w", encoding="utf-8") as f:
        f.write(f"{HEAD}count: {{measure: words, per: sentence, over: 0}}\n")


def check(binary, texts, extra=()):
    """The JSON records of `replylint check` for texts, in their order."""
    lines = "".join(json.dumps({"id": i, "text": t}) + "\n" for i, t in enumerate(texts))
    command = [binary, "check", "--input", "jsonl", "--text-field", "text", "--id-field", "id", "--format", "jsonl", *extra, "-"]
    run = subprocess.run(command, input=lines.encode(), capture_output=True, check=False)
    if run.returncode not in (0, 1):
        raise SystemExit(run.stderr.decode()[:2000])
    return [json.loads(line) for line in run.stdout.decode().split("\n") if line]


class Sentence:
    """One sentence of text number `text`: bytes [start, end), the patterns in
    it with how often each stands there, the rules that flag it."""

    def __init__(self, text, start, end):
        self.text, self.start, self.end = text, start, end
        self.patterns, self.rules = {}, set()


def sentences(binary, patterns, texts, channel):
    """All sentences of all texts, by text and place, with what was found."""
    with tempfile.TemporaryDirectory() as folder:
        write_rules(folder, patterns)
        records = check(binary, texts, ("--channel", channel, "--rules", folder))
    found = []
    for number, record in enumerate(records):
        own = [Sentence(number, f["start"], f["end"]) for f in record["findings"] if f["rule"] == SENTENCES]
        own.sort(key=lambda s: s.start)
        for f in record["findings"]:
            at = next((s for s in own if f["start"] < s.end and f["end"] > s.start), None)
            if at is None or f["rule"] == SENTENCES:
                continue
            pattern = re.fullmatch(r"p(\d{5})/x", f["rule"])
            if pattern:
                at.patterns[int(pattern[1])] = at.patterns.get(int(pattern[1]), 0) + 1
            else:
                at.rules.add((f["rule"], f["severity"]))
        found += own
    return found
