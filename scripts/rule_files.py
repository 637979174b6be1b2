"""Reads single keys of the rule files, for the scripts that write docs/.

replylint itself checks that the files are right; this reads the forms of YAML
that they use (a value on one line, a list or map in brackets, a list of
dashes) and stops with the place where it meets another.
"""
import pathlib
import re
import sys

KEY = re.compile(r"([a-z][a-z-]*):(?=\s|$)")
TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'|[\[\]{},]|[^\[\]{},"\']+')
COMMENT = re.compile(r"\s#.*$")


def rule_files(project):
    """(id, keys) of every rule and detector, by id; lists are none."""
    folder = pathlib.Path(project) / "rules/en"
    for path in sorted(folder.glob("*/*.yml")):
        if path.parent.name != "lists" and not path.name.startswith("."):
            yield f"{path.parent.name}/{path.stem}", Keys(path)


class Keys:
    """The top-level keys of one file, as written."""

    def __init__(self, path):
        self.path = path
        self.raw = {}
        key = None
        for line in path.read_text("utf-8").splitlines():
            start = KEY.match(line)
            if start:
                key = start.group(1)
                self.raw[key] = [line[start.end():]]
            elif key and not line.startswith("#"):
                self.raw[key].append(line)

    def text(self, key, default=""):
        lines = [line.strip() for line in self.raw.get(key, [])]
        if not lines:
            return default
        if lines[0].startswith(('"', "'")):
            return unquoted(" ".join(lines))
        return " ".join(unquoted(line) for line in lines).strip()

    def items(self, key):
        """A list, in brackets or of dashes; empty where the key is missing."""
        lines = [line for line in self.raw.get(key, []) if line.strip()]
        first = lines[0].strip() if lines else ""
        if not first:
            return []
        if first.startswith("["):
            return brackets(self, key, lines, "[", "]")
        if all(line.strip().startswith("- ") for line in lines):
            return [unquoted(line.strip()[2:]) for line in lines]
        return self.stop(key, "a list")

    def map(self, key):
        """A map in brackets, or one key a line; empty where the key is missing."""
        lines = [line for line in self.raw.get(key, []) if line.strip()]
        if not lines:
            return {}
        if lines[0].strip().startswith("{"):
            pairs = brackets(self, key, lines, "{", "}")
        else:
            pairs = [line.strip() for line in lines]
        found = {}
        for pair in pairs:
            name, colon, value = pair.partition(":")
            if not colon:
                self.stop(key, "a map")
            found[name.strip()] = unquoted(value)
        return found

    def stop(self, key, form):
        sys.exit(f"{self.path}: “{key}” is not written as {form} that scripts/rule_files.py reads")


def brackets(keys, key, lines, opening, closing):
    """What stands between the brackets, parted by commas; quoted commas part nothing."""
    text = " ".join(line.strip() for line in lines)
    parts, current, is_map = [], "", opening == "{"
    tokens = TOKEN.findall(text)
    if tokens[0] != opening:
        keys.stop(key, "a value in brackets")
    for token in tokens[1:]:
        if token in (",", closing):
            if current.strip():
                parts.append(current.strip() if is_map else unquoted(current))
            current = ""
            if token == closing:
                return parts
        elif token in "[]{}":
            keys.stop(key, "a value without brackets inside")
        else:
            current += token
    return keys.stop(key, "a value in brackets")


def unquoted(value):
    value = value.strip()
    quote = value[:1]
    if quote in ('"', "'"):
        end = value.rfind(quote)
        inside = value[1:end]
        return inside.replace("''", "'") if quote == "'" else re.sub(r"\\(.)", r"\1", inside)
    return COMMENT.sub("", " " + value).strip()
