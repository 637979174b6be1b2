#!/usr/bin/env python3
"""Checks that the worked example of docs/score.md is what replylint prints.

Usage: check_score_doc.py PROJECT BINARY

The block that begins with “$ replylint … FILE” must be the output from “Every
point of the score” on, and the explanation below it may name only numbers that
stand in the block. REPLYLINT_UPDATE_GOLDEN=1 writes the block; the explanation
is then to be read again.
"""
import os
import pathlib
import re
import subprocess
import sys

COMMAND = "    $ replylint "
FIRST = "Every point of the score"
NUMBER = re.compile(r"\d+(?:\.\d+)?")


def printed(project, binary, arguments):
    done = subprocess.run([binary, *arguments], cwd=project, capture_output=True, check=False)
    output = done.stdout.decode("utf-8")
    if FIRST not in output:
        sys.exit(f"{arguments}: status {done.returncode}: {done.stderr.decode()}")
    lines = output[output.index(FIRST):].rstrip().splitlines()
    return ["    " + line if line else "" for line in lines]


def main():
    project, binary = pathlib.Path(sys.argv[1]), sys.argv[2]
    path = project / "docs/score.md"
    doc = path.read_text("utf-8").splitlines()
    start = next(i for i, line in enumerate(doc) if line.startswith(COMMAND))
    end = next(i for i in range(start, len(doc)) if doc[i] and not doc[i].startswith("    "))
    block = printed(project, binary, doc[start][len(COMMAND):].split())
    wanted = [doc[start], "    …", "", *block, ""]
    if os.environ.get("REPLYLINT_UPDATE_GOLDEN"):
        doc[start:end] = wanted
        path.write_text("\n".join(doc) + "\n", "utf-8")
        end = start + len(wanted)
    faults = []
    for number, (have, want) in enumerate(zip(doc[start:end], wanted), start + 1):
        if have != want:
            faults.append(f"docs/score.md:{number}: “{have}” where replylint prints “{want}”")
    if end - start != len(wanted):
        faults.append(f"docs/score.md:{end}: {end - start} lines where replylint prints {len(wanted)}")
    known = set(NUMBER.findall("\n".join(wanted)))
    for number in range(end, len(doc)):
        if doc[number].startswith("## "):
            break
        for figure in NUMBER.findall(doc[number]):
            if figure not in known:
                faults.append(f"docs/score.md:{number + 1}: {figure} stands nowhere in the example")
    print(*faults, f"{len(wanted)} lines, {len(faults)} faults", sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
