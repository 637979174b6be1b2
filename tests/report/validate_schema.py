#!/usr/bin/env python3
"""Validates what replylint prints as JSON against docs/report.schema.json.

Usage: validate_schema.py PROJECT BINARY

Beyond the schema it checks what a schema cannot say: the order of keys, that
offsets lie in the source and lines and columns follow from them.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

import jsonschema

KEYS = ["id", "path", "score", "band", "tone", "dimensions", "situations", "elements", "findings",
        "words", "strengths"]
DRAFTS = {
    "fine.txt": "Hi Anna,\n\nI am sorry that the lamp came late. I will send a new one today.\n\n"
                "Best regards\nTom\n".encode(),
    "blame.txt": "Dear “Zoë” 🙂,\r\n\r\nyou should have read the terms.\r\nUnfortunately we can’t help, "
                 "CALM DOWN!!!\r\n".encode(),
    "latin1.txt": b"Caf\xe9: it is \x93your fault\x94. You should have told us.\n",
    "utf16.txt": "You should have told us.\nIt is your fault.\n".encode("utf-16"),
    "empty.txt": b"",
    "quoted.txt": b"> where is it\n> tell me\n",
    "mail.eml": b"Subject: Your lamp\r\nContent-Type: text/plain; charset=utf-8\r\n"
                b"Content-Transfer-Encoding: quoted-printable\r\n\r\n"
                b"Caf=C3=A9 you should ha=\r\nve read it.\r\n",
    "macro.md": b"Hi {{name}},\n\n**You must** wait, _you should have read_ `the terms`.\n",
}
RECORDS = [
    {"id": "a7", "text": "You should have told us.\nIt is your fault.", "context": "It is late!"},
    {"id": "b\u00e9", "text": "Thank you for the photo."},
    {"id": "c", "text": ""},
]


MESSAGES = {
    "plain.txt": "Where is my order AB-4471? I am FURIOUS, this is my third email!!!\n\nZoë Lee\n".encode(),
    "asked.eml": b"From: =?utf-8?q?Zo=C3=AB?= Lee <zoe@gmail.com>\r\nDate: Tue, 3 Nov 2026 10:12:00 +0100\r\n"
                 b"Subject: Lamp\r\n\r\nI will sue you. Call me at 555 0100 by Friday.\r\n\r\n"
                 b"On 2 Nov 2026 at 9:00, Sam <sam@shop.example> wrote:\r\n> It ships.\r\n",
    "thread.json": b'[{"from": "customer", "at": "2026-05-02T10:00Z", "text": "Where is it?"},'
                   b' {"from": "agent", "text": "It ships."}]',
}


class Checker:
    def __init__(self, schema):
        jsonschema.Draft202012Validator.check_schema(schema)
        self.schema = schema
        self.faults = []
        self.seen = {"report": 0, "record": 0, "zones": 0, "context": 0, "finding": 0}

    def expect(self, holds, message):
        if not holds:
            self.faults.append(message)

    def validate(self, value, kind, name):
        self.seen[kind] += 1
        schema = {**self.schema, "$ref": f"#/$defs/{kind}"}
        schema.pop("oneOf")
        for error in jsonschema.Draft202012Validator(schema).iter_errors(value):
            self.faults.append(f"{name}: {error.json_path}: {error.message}")

    def record(self, record, name, source=None):
        self.validate(record, "record", name)
        self.expect(list(record)[:len(KEYS)] == KEYS, f"{name}: keys are {list(record)}")
        for finding in record["findings"]:
            self.seen["finding"] += 1
            if source is not None:
                self.place(finding, source, name)

    def place(self, finding, source, name):
        start, end = finding["start"], finding["end"]
        self.expect(start <= end <= len(source), f"{name}: {start}–{end} lies outside")
        for at, line, column in ((start, finding["line"], finding["column"]),
                                 (end, finding["end_line"], finding["end_column"])):
            first = source.rfind(b"\n", 0, at) + 1
            want = (source.count(b"\n", 0, at) + 1,
                    len(source[first:at].decode("utf-8", "replace")) + 1)
            self.expect((line, column) == want, f"{name}: {at} is {line}:{column}, not {want}")

    def places_of_record(self, record, lines, name):
        """A finding begins where its line and column are in the file."""
        for finding in record["findings"]:
            first = finding["text"][:1]
            if first.isascii() and first.isalpha():
                there = lines[finding["line"] - 1][finding["column"] - 1]
                self.expect(there == first, f"{name}: “{finding['text']}” does not stand at "
                                            f"{finding['line']}:{finding['column']}")


    def context(self, context, name):
        self.validate(context, "context", name)
        text = context["text"].encode()
        for found in placed(context):
            words = text[found["start"]:found["end"]].decode()
            self.expect(words == found["text"], f"{name}: “{words}” is not “{found['text']}”")


def placed(value):
    """All objects with a place, but for the name, whose text is tidied."""
    if isinstance(value, dict):
        if value.get("start") is not None and "source" not in value:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from placed(item)


def run(command, standard_input=b""):
    done = subprocess.run(command, input=standard_input, capture_output=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"{command}: status {done.returncode}: {done.stderr.decode()}")
    return done.stdout.decode("utf-8")


def check_golden(checker, project):
    folder = project / "tests/report/golden"
    checker.validate(json.loads((folder / "report.json").read_text("utf-8")), "report", "report.json")
    for line in (folder / "report.jsonl").read_text("utf-8").splitlines():
        checker.record(json.loads(line), "report.jsonl")
    checker.validate(json.loads((folder / "zones.json").read_text("utf-8")), "zones", "zones.json")
    for line in (folder / "context.jsonl").read_text("utf-8").splitlines():
        checker.context(json.loads(line), "context.jsonl")


def check_contexts(checker, binary, folder):
    for name, content in MESSAGES.items():
        path = folder / name
        path.write_bytes(content)
        checker.context(json.loads(run([binary, "context", "--format", "json", str(path)])), name)


def check_files(checker, binary, folder):
    paths = []
    for name, content in DRAFTS.items():
        path = folder / name
        path.write_bytes(content)
        paths.append(str(path))
        output = run([binary, "check", "--situation", "complaint", "--format", "jsonl", str(path)])
        utf8 = None if name == "utf16.txt" else content
        checker.record(json.loads(output), name, utf8)
        for kind in ("json", "jsonl"):
            output = run([binary, "zones", "--format", kind, str(path)])
            checker.validate(json.loads(output), "zones", f"zones {name}")
    report = json.loads(run([binary, "check", "--format", "json", "--explain-score", *paths]))
    checker.validate(report, "report", "report of all")
    checker.expect(len(report["files"]) == len(DRAFTS), "a file is not in the report")
    for record in report["files"]:
        items = record["score_detail"]["items"]
        for dimension, value in record["score_detail"]["values"].items():
            total = 100 + sum(i["points"] for i in items if i["dimension"] == dimension)
            checker.expect(abs(max(0, total) - value) < 1e-6,
                           f"{record['path']}: {dimension} is {value}, its items make {total}")


def check_examples(checker, project, binary):
    paths = sorted((project / "examples").iterdir())
    checker.expect(paths, "no examples")
    for path in paths:
        source = path.read_bytes()
        for line in run([binary, "check", "--format", "jsonl", str(path)]).splitlines():
            record = json.loads(line)
            # Offsets of a record are those of its field.
            checker.record(record, path.name, source if record["id"] is None else None)
            if record["id"] is not None:
                checker.places_of_record(record, source.decode().splitlines(), path.name)
    report = run([binary, "check", "--format", "json", "--explain-score", *map(str, paths)])
    checker.validate(json.loads(report), "report", "report of the examples")


def check_records(checker, binary):
    lines = "".join(json.dumps(record) + "\n" for record in RECORDS).encode()
    fields = ["--input", "jsonl", "--text-field", "text", "--id-field", "id"]
    output = run([binary, "check", *fields, "--context-field", "context", "--format", "jsonl", "-"],
                 lines)
    records = [json.loads(line) for line in output.splitlines()]
    checker.expect([r["id"] for r in records] == [r["id"] for r in RECORDS], "ids are not as given")
    for number, (record, given) in enumerate(zip(records, RECORDS), 1):
        checker.record(record, f"record {number}")
        for finding in record["findings"]:
            words = given["text"].encode()[finding["start"]:finding["end"]].decode()
            checker.expect(words == finding["text"], f"record {number}: {finding['text']}")
            checker.expect(finding["line"] == number, f"record {number}: line {finding['line']}")
    output = run([binary, "zones", *fields, "--format", "jsonl", "-"], lines)
    for line in output.splitlines():
        checker.validate(json.loads(line), "zones", "zones of a record")


def main():
    project, binary = pathlib.Path(sys.argv[1]), sys.argv[2]
    checker = Checker(json.loads((project / "docs/report.schema.json").read_text("utf-8")))
    check_golden(checker, project)
    with tempfile.TemporaryDirectory() as folder:
        check_files(checker, binary, pathlib.Path(folder))
        check_contexts(checker, binary, pathlib.Path(folder))
    check_examples(checker, project, binary)
    check_records(checker, binary)
    print(*checker.faults, f"{checker.seen}, {len(checker.faults)} faults", sep="\n")
    return 1 if checker.faults or 0 in checker.seen.values() else 0


if __name__ == "__main__":
    sys.exit(main())
