#!/usr/bin/env python3
"""Fails when an include runs upward, or a library is used outside its one layer.

Usage: layers.py PROJECT
"""
import pathlib
import re
import sys

# Lower layers first; each may include those before it. Public headers belong
# to the layer that implements them.
LAYERS = ["text", "draft", "rules", "engine", "score", "report", "cli"]
PUBLIC = {
    "span": "text", "exchange": "text", "offset_map": "draft", "draft": "draft", "severity": "rules", "problem": "rules",
    "rule_set": "engine", "analysis": "engine", "promises": "engine", "customer": "engine", "score": "score", "run": "cli",
}
# Libraries with one user.
OWNERS = {
    r"unicode/": {"text"}, r"md4c\.h": {"draft"}, r"simdjson\.h": {"draft"}, r"yaml\.h": {"rules"},
    r"nlohmann/": {"report"}, r"CLI/": {"cli"},
}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^">]+)[">]', re.M)


def layer_of(path):
    if path.parts[0] == "src":
        return path.parts[1] if len(path.parts) > 2 else "cli"
    return PUBLIC[path.stem]


def main():
    top = pathlib.Path(sys.argv[1])
    faults, seen = [], 0
    for file in sorted([*top.glob("src/**/*.[ch]pp"), *top.glob("include/**/*.hpp")]):
        path = file.relative_to(top)
        layer = layer_of(path)
        for kind, name in INCLUDE.findall(file.read_text()):
            seen += 1
            for pattern, owners in OWNERS.items():
                if kind == "<" and re.match(pattern, name) and layer not in owners:
                    faults.append(f"{path}: <{name}> belongs to {', '.join(owners)}")
            if kind == '"':
                first = name.split("/")[0]
                target = PUBLIC[pathlib.Path(name).stem] if first == "replylint" else first
                if LAYERS.index(target) > LAYERS.index(layer):
                    faults.append(f"{path}: \"{name}\" is above {layer}")
    print(*faults, f"{seen} includes, {len(faults)} faults", sep="\n")
    return 1 if faults or seen == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
