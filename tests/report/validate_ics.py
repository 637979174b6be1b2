#!/usr/bin/env python3
"""Reads what `replylint promises --format ics` prints with a public parser.

Usage: validate_ics.py PROJECT BINARY

The parser is icalendar (Debian python3-icalendar). Without it the test is
skipped, or fails where REPLYLINT_REQUIRE_PEERS is 1. Beyond parsing it compares
the to-dos with the JSON of the same drafts.
"""
import datetime
import json
import os
import pathlib
import subprocess
import sys
import tempfile

try:
    import icalendar
except ImportError:
    # Debian's packages are those of its own interpreter.
    debian = "/usr/bin/python3"
    if os.path.exists(debian) and not os.path.samefile(debian, sys.executable) and "ICS_AGAIN" not in os.environ:
        sys.exit(subprocess.call([debian, *sys.argv], env={**os.environ, "ICS_AGAIN": "1"}))
    print("skipped: no parser (apt-get install python3-icalendar)")
    sys.exit(1 if os.environ.get("REPLYLINT_REQUIRE_PEERS") == "1" else 77)

NOW = "2026-11-24T09:30:00+01:00"
DRAFTS = {
    "plain.txt": "Hi Ann,\n\nI will call you on Thursday at 10. Ana from billing will email you by noon.\n"
                 "If the depot finds it, we'll send it today; you'll get a refund within three days.\n"
                 "I will call you on Thursday at 10.\n",
    "odd.txt": "Dear Zo\u00eb \U0001f642,\n\nwe will replace the \u201c\u00e9l\u00e9gant\u201d lamp, base; shade\\cable, and all that belongs to it, "
               "with the \u00fcber-long, l\u00f6ng, l\u00f6ng, l\u00f6ng description of \u65e5\u672c\u8a9e\u306e\u30c6\u30ad\u30b9\u30c8 by 5 December.\n",
    "mail.eml": "From: Tom <tom@shop.example>\nDate: Fri, 30 Oct 2026 16:00:00 -0700\nSubject: Lamp\n\n"
                "I will ship it on Monday at 10 am PT. We will reply as soon as possible.\n",
    "none.txt": "Thank you for the photo.\n",
}


def run(binary, *args):
    return subprocess.run([binary, "promises", "--now", NOW, *args], stdout=subprocess.PIPE, check=True).stdout


def main():
    binary = sys.argv[2]
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for name, text in DRAFTS.items():
            path = pathlib.Path(folder, name)
            path.write_text(text, encoding="utf-8")
            paths.append(str(path))
        ics = run(binary, "--format", "ics", *paths)
        again = run(binary, "--format", "ics", *paths)
        files = json.loads(run(binary, "--format", "json", *paths))["files"]
        empty = run(binary, "--format", "ics", paths[-1])
    if ics != again:
        faults.append("the same drafts give another file")
    for line in ics.split(b"\r\n"):
        if len(line) > 75 or b"\n" in line:
            faults.append(f"a line of {len(line)} bytes: {line!r}")
    calendar = icalendar.Calendar.from_ical(ics)
    todos = [part for part in calendar.walk() if part.name == "VTODO"]
    promises = [promise for file in files for promise in file["promises"]]
    if len(todos) != len(promises) or not todos:
        faults.append(f"{len(todos)} to-dos, {len(promises)} promises")
    if len({str(todo["UID"]) for todo in todos}) != len(todos):
        faults.append("two to-dos share a UID")
    for todo, promise in zip(todos, promises):
        who = f"{promise['who']}: " if promise["who"] else ""
        if str(todo["SUMMARY"]) != who + promise["what"]:
            faults.append(f"summary {todo['SUMMARY']!r} of {promise}")
        if promise["text"] not in str(todo["DESCRIPTION"]):
            faults.append(f"description {todo['DESCRIPTION']!r} of {promise}")
        written = datetime.datetime.fromisoformat(promise["written"].replace("Z", "+00:00"))
        if todo["DTSTAMP"].dt != written:
            faults.append(f"stamp {todo['DTSTAMP'].dt} of {promise}")
        due = promise["due"]
        if (due is None) != ("DUE" not in todo):
            faults.append(f"due {todo.get('DUE')} of {promise}")
        elif due:
            latest = datetime.datetime.fromisoformat(due["latest"].replace("Z", "+00:00"))
            if todo["DUE"].dt != (latest.date() if due["precision"] == "day" else latest):
                faults.append(f"due {todo['DUE'].dt} of {promise}")
    if [part.name for part in icalendar.Calendar.from_ical(empty).walk()] != ["VCALENDAR"]:
        faults.append("no promise, yet not an empty calendar")
    print(*faults, f"{len(todos)} to-dos, {len(faults)} faults", sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
