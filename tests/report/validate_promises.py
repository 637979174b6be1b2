#!/usr/bin/env python3
"""Validates `replylint promises --format json|jsonl` against docs/promises.schema.json.

Usage: validate_promises.py PROJECT BINARY

Beyond the schema: offsets and lines lie where the quoted words stand, a due
range does not end before it begins.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

import jsonschema

DRAFTS = {
    "plain.txt": "Hi Ann,\n\nI will call you on Thursday at 10. We'll reply soon.\n",
    "wide.txt": "Dear “Zoë” 🙂,\r\n\r\nif it is late, we will ship it by 5/6; it lands on 3 May.\r\n",
    "mail.eml": "Date: Tue, 24 Nov 2026 09:30:00 +0100\nSubject: Lamp\nContent-Type: text/plain; charset=utf-8\n"
                "Content-Transfer-Encoding: quoted-printable\n\nCaf=C3=A9: I will shi=\np it tomorrow.\n",
    "none.txt": "Thank you.\n",
}


def main():
    project, binary = sys.argv[1:]
    schema = json.loads(pathlib.Path(project, "docs/promises.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    faults, seen = [], 0
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for name, text in DRAFTS.items():
            pathlib.Path(folder, name).write_bytes(text.encode())
            paths.append(f"{folder}/{name}")

        def run(form, *args):
            command = [binary, "promises", "--format", form, *args, *paths]
            return subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.decode()

        for args in ([], ["--now", "2026-11-24T09:30Z"], ["--now", "2026-11-24T09:30Z", "--lang", "en-US"]):
            report = json.loads(run("json", *args))
            lines = [json.loads(line) for line in run("jsonl", *args).splitlines()]
            for value in [report, *lines]:
                faults += [f"{args}: {e.json_path}: {e.message}" for e in validator.iter_errors(value)]
            if report["files"] != lines:
                faults.append(f"{args}: json and jsonl differ")
            for record in lines:
                source = pathlib.Path(record["path"]).read_bytes()
                for promise in record["promises"]:
                    seen += 1
                    at = source[promise["start"]:promise["end"]].replace(b"=\n", b"").decode()
                    if at != promise["text"]:
                        faults.append(f"{record['path']}: “{at}” is not “{promise['text']}”")
                    if source[:promise["start"]].count(b"\n") + 1 != promise["line"]:
                        faults.append(f"{record['path']}: line {promise['line']}")
                    due = promise["due"]
                    if due and due["earliest"][:19] > due["latest"][:19]:
                        faults.append(f"{record['path']}: {due}")
    print(*faults, f"{seen} promises, {len(faults)} faults", sep="\n")
    return 1 if faults or seen == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
