#!/usr/bin/env python3
"""Reads what replylint prints for CI servers as those servers do.

Usage: validate_formats.py PROJECT BINARY

Every format is parsed and its findings compared with those of --format json:
same number, rule, line and column, levels as the format names them, and columns
in its own unit. GitHub's commands are taken apart by the runner's own rules.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

DRAFTS = {
    "blame.txt": "Dear “Zoë” 🙂,\r\n\r\nyou should have read the terms. It is <b>your fault</b> & yours.\r\n"
                 "Unfortunately we can’t help, CALM\r\nDOWN!!!\r\n",
    "fine.txt": "Hi Anna,\n\nI am sorry that the lamp came late. I will send a new one today.\n\n"
                "Best regards\nTom\n",
    "od%d, na:me, é::x.txt": "You should have told us. ::error file=a::b %0A You should have told us.\n",
    "empty.txt": "",
}
faults = []


def expect(holds, message):
    if not holds:
        faults.append(message)


def run(binary, folder, form):
    names = sorted(DRAFTS)
    done = subprocess.run([binary, "check", "--situation", "complaint", "--format", form, *names], cwd=folder,
                          capture_output=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"{form}: status {done.returncode}: {done.stderr.decode()}")
    return done.stdout.decode("utf-8")


def findings(report):
    return [(record["path"], f) for record in report["files"] for f in record["findings"]]


def sarif(text, wanted):
    log = json.loads(text)
    only = log["runs"][0]
    results, rules = only["results"], only["tool"]["driver"]["rules"]
    expect(only["columnKind"] == "unicodeCodePoints", "sarif: unit of columns")
    expect(len({r["partialFingerprints"]["primaryLocationLineHash"] + r["locations"][0]["physicalLocation"]
                ["artifactLocation"]["uri"] for r in results}) == len(results), "sarif: fingerprints repeat")
    for result in results:
        place = result["locations"][0]["physicalLocation"]
        expect(rules[result["ruleIndex"]]["id"] == result["ruleId"], "sarif: ruleIndex")
        expect(re.fullmatch(r"(%[0-9A-F]{2}|[A-Za-z0-9._~/-])+", place["artifactLocation"]["uri"]), "sarif: uri")
        region = place["region"]
        yield result["ruleId"], region["startLine"], region["startColumn"], \
            {"note": "suggestion"}.get(result["level"], result["level"])


def github(text, wanted):
    def plain(value, prop):
        for escape, char in (("%3A", ":"), ("%2C", ",")) if prop else ():
            value = value.replace(escape, char)
        return value.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")
    for line in text.splitlines():
        command = re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.*)", line)
        if command is None:
            faults.append(f"github: no command: {line}")
            continue
        props = dict(p.split("=", 1) for p in command[2].split(","))
        expect(plain(props["file"], True) in DRAFTS, f"github: file {props['file']}")
        expect(("col" in props) == (props["line"] == props["endLine"]), "github: columns over several lines")
        yield plain(props["title"], True), int(props["line"]), int(props["col"]) if "col" in props else None, \
            {"notice": "suggestion"}.get(command[1], command[1])


def gitlab(text, wanted):
    issues = json.loads(text)
    expect(len({i["fingerprint"] for i in issues}) == len(issues), "gitlab: fingerprints repeat")
    levels = {"info": "suggestion", "minor": "warning", "major": "error"}
    for issue in issues:
        yield issue["check_name"], issue["location"]["lines"]["begin"], None, levels[issue["severity"]]


def checkstyle(text, wanted):
    for file in xml.fromstring(text):
        for error in file:
            yield error.get("source").removeprefix("replylint."), int(error.get("line")), int(error.get("column")), \
                {"info": "suggestion"}.get(error.get("severity"), error.get("severity"))


def junit(text, wanted):
    for suite in xml.fromstring(text):
        cases = list(suite)
        expect(int(suite.get("tests")) == len(cases), "junit: number of tests")
        failed = [c for c in cases if c.find("failure") is not None]
        expect(int(suite.get("failures")) == len(failed), "junit: number of failures")
        for case in cases:
            at = re.fullmatch(r"(\S+) at (.*):(\d+):(\d+)", case.get("name"))
            failure = case.find("failure")
            if at is not None:
                yield at[1], int(at[3]), int(at[4]), "suggestion" if failure is None else failure.get("type")
            else:
                expect(len(cases) == 1 and failure is None, f"junit: {case.get('name')}")


def rdjson(text, wanted):
    levels = {"INFO": "suggestion", "WARNING": "warning", "ERROR": "error"}
    for diagnostic, (path, finding) in zip(json.loads(text)["diagnostics"], wanted):
        place = diagnostic["location"]["range"]
        lines = DRAFTS[path].encode().split(b"\n")
        # Columns are bytes: turned back into characters they must be the others' columns.
        column = len(lines[place["start"]["line"] - 1][:place["start"]["column"] - 1].decode()) + 1
        end = len(lines[place["end"]["line"] - 1][:place["end"]["column"] - 1].decode()) + 1
        expect((place["end"]["line"], end) == (finding["end_line"], finding["end_column"]), "rdjson: end")
        yield diagnostic["code"]["value"], place["start"]["line"], column, levels[diagnostic["severity"]]


def main():
    binary = sys.argv[2]
    with tempfile.TemporaryDirectory() as folder:
        for name, text in DRAFTS.items():
            (pathlib.Path(folder) / name).write_bytes(text.encode())
        wanted = findings(json.loads(run(binary, folder, "json")))
        expect(len(wanted) > 5, "too few findings to compare")
        for read in (sarif, github, gitlab, checkstyle, junit, rdjson):
            got = list(read(run(binary, folder, read.__name__), wanted))
            expect(len(got) == len(wanted), f"{read.__name__}: {len(got)} findings, not {len(wanted)}")
            for (rule, line, column, level), (path, finding) in zip(got, wanted):
                same = (rule, line, level) == (finding["rule"], finding["line"], finding["severity"]) and \
                    column in (None, finding["column"])
                expect(same, f"{read.__name__}: {path}: {rule} {line}:{column} {level}")
    print(*faults, f"{len(faults)} faults", sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
