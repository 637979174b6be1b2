#!/usr/bin/env python3
"""Compares what is visible of mails with what GMime reads of them.

Usage: against_gmime.py SHOW_MAIL FOLDER
The words of each .eml in FOLDER, and of its subject, are compared; a
difference has to be explained below. With REPLYLINT_MAIL_FOLDER in the
environment the mails of that folder are compared instead and each difference
is printed. Exit status 77: GMime is not there (1 with REPLYLINT_REQUIRE_PEERS).
"""
import difflib
import html.parser
import json
import os
import pathlib
import re
import subprocess
import sys

try:
    import gi

    gi.require_version("GMime", "3.0")
    from gi.repository import GMime
except (ImportError, ValueError):
    # Debian's bindings belong to Debian's Python.
    if os.environ.get("REPLYLINT_GMIME_TRIED") or not os.path.exists("/usr/bin/python3"):
        print("GMime for Python is not installed (python3-gi, gir1.2-gmime-3.0)")
        sys.exit(1 if os.environ.get("REPLYLINT_REQUIRE_PEERS") == "1" else 77)
    os.environ["REPLYLINT_GMIME_TRIED"] = "1"
    os.execv("/usr/bin/python3", ["/usr/bin/python3", *sys.argv])

# Where we read something else, on purpose.
EXPLAINED = {
    "base64-with-footer": "a text behind base64 is text here, base64 there",
    "html-meta-charset": "a charset that HTML declares within itself is not GMime's matter",
    "no-empty-line": "GMime takes the first line of the text for a part of the header",
    "raw-subject": "GMime drops bytes that are no Latin-1",
    "wrong-inner-boundary": "GMime shows nothing where the boundary is wrong",
    "wrong-boundary": "GMime shows nothing where the boundary is wrong",
    "flowed": "GMime joins no flowed lines",
    "flowed-delsp": "GMime joins no flowed lines",
    "latin1-labelled-utf-8": "GMime believes the label",
    "utf-8-labelled-latin1": "GMime believes the label",
}


class Text(html.parser.HTMLParser):
    """Words of an HTML text that a reader sees."""

    HIDDEN = {"script", "style", "title", "template"}

    def __init__(self):
        super().__init__()
        self.words = []
        self.hidden = 0

    def handle_starttag(self, tag, attrs):
        self.hidden += tag in self.HIDDEN
        self.words.append(" " if tag not in ("b", "i", "a", "span", "u", "em", "strong", "font") else "")

    def handle_endtag(self, tag):
        self.hidden -= tag in self.HIDDEN and self.hidden > 0
        self.words.append(" " if tag in ("p", "div", "td", "li", "tr") else "")

    def handle_data(self, data):
        if not self.hidden:
            self.words.append(data)


def text_of(part):
    try:
        text = part.get_text() or ""
    except UnicodeDecodeError:  # the label is wrong, and GMime hands on what it found
        stream = GMime.StreamMem.new()
        part.get_content().write_to_stream(stream)
        text = bytes(stream.get_byte_array()).decode("utf-8", "replace")
    if part.get_content_type().is_type("text", "html"):
        parser = Text()
        parser.feed(text)
        text = "".join(parser.words)
    return text


def is_attached(part):
    disposition = part.get_content_disposition()
    kind = disposition.get_disposition() if disposition else ""
    name = part.get_filename() if disposition else None
    return kind == "attachment" or bool(name)


def visible(part, depth=0):
    """The text that is to be read in place, as the reader's header comments say."""
    if isinstance(part, GMime.MessagePart):
        message = part.get_message()
        return visible(message.get_mime_part(), depth + 1) if message else ""
    if isinstance(part, GMime.Multipart):
        children = [part.get_part(i) for i in range(part.get_count())]
        subtype = part.get_content_type().get_media_subtype().lower()
        if subtype == "alternative":
            plain = [p for p in children if p.get_content_type().is_type("text", "plain")]
            others = [p for p in children if p not in plain]
            return next((t for t in (visible(p, depth + 1) for p in plain + others) if t.strip()), "")
        texts = [visible(p, depth + 1) for p in children]
        if subtype == "related":
            return next((t for t in texts if t), "")
        return "\n".join(texts)
    if isinstance(part, GMime.TextPart) and (depth == 0 or not is_attached(part)):
        subtype = part.get_content_type().get_media_subtype().lower()
        return text_of(part) if subtype in ("plain", "html", "markdown", "enriched") else ""
    return ""


def words(text):
    text = re.sub(r"[\u200b\ufeff\u00ad]", "", text)
    # Marks before items of a list are made up.
    return [w for w in text.split() if w not in ("-",) and not re.fullmatch(r"\d+\.", w)]


def main():
    GMime.init()
    show, folder = sys.argv[1], pathlib.Path(os.environ.get("REPLYLINT_MAIL_FOLDER") or sys.argv[2])
    paths = sorted(folder.rglob("*.eml"))
    if not paths:
        sys.exit(f"{folder}: no .eml in this folder")
    printed = subprocess.run([show, *paths], check=True, stdout=subprocess.PIPE).stdout
    bad = differences = 0
    for path, line in zip(paths, printed.decode().splitlines(), strict=True):
        ours = json.loads(line)
        parser = GMime.Parser.new_with_stream(GMime.StreamMem.new_with_buffer(path.read_bytes()))
        message = parser.construct_message(None)
        part = message.get_mime_part() if message else None
        pairs = [(ours["text"], visible(part) if part else ""),
                 (ours["subject"], (message.get_subject() if message else "") or "")]
        different = [(words(a), words(b)) for a, b in pairs if words(a) != words(b)]
        explained = path.stem in EXPLAINED and folder == pathlib.Path(sys.argv[2])
        differences += bool(different)
        if bool(different) != explained:
            bad += 1
            print(f"{path.name}: " + ("differs" if different else "agrees, against what is explained"))
            for a, b in different:
                for mark in difflib.unified_diff(b, a, "GMime", "replylint", lineterm="", n=2):
                    print("  " + mark)
            for warning in ours["warnings"]:
                print("  warning: " + warning)
    print(f"{len(paths)} mails, {differences} read otherwise than by GMime, {bad} of them not explained")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
