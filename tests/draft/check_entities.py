#!/usr/bin/env python3
"""Compares the table of character references with Python's own.

Usage: check_entities.py SOURCE_FOLDER
"""
import html.entities
import re
import sys
from pathlib import Path

draft = Path(sys.argv[1]) / "src" / "draft"


def character(literal):
    escape = re.compile(r"\\(?:u([0-9A-F]{4})|U([0-9A-F]{8})|(.))")
    plain = {"t": "\t", "n": "\n", "\\": "\\", '"': '"'}
    return escape.sub(
        lambda m: plain[m[3]] if m[3] else chr(int(m[1] or m[2], 16)), literal)


pairs = re.findall(r'\{"(\w+)", "((?:[^"\\]|\\.)+)"\}', (draft / "entity_names.inc").read_text())
ours = {name + ";": character(text) for name, text in pairs}
code = (draft / "entities.cpp").read_text()
names = code.split("legacy = ", 1)[1].split("});", 1)[0]
ours.update({name: ours[name + ";"] for name in re.findall(r'"(\w+)"', names)})
wrong = {name for name, text in html.entities.html5.items() if ours.get(name) != text}
wrong |= ours.keys() - html.entities.html5.keys()
print(f"{len(ours)} names, {len(wrong)} wrong", *sorted(wrong))
sys.exit(1 if wrong else 0)
