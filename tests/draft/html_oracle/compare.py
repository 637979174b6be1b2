#!/usr/bin/env python3
"""Compares what replylint sees of HTML with what a browser shows.

Usage: compare.py VISIBLE [DOCUMENT.html …]

Each document is opened in headless Chromium, with scripts off as in mail
programs, and `document.body.innerText` is compared with what the program
VISIBLE prints, white space normalised: a run of it is one line break if it
holds one, else one space; no-break spaces are characters. Where the two differ
on purpose, NAME.difference beside the document holds the reason (lines with #)
and the difference; REPLYLINT_UPDATE_GOLDEN=1 writes those lines again.
"""
import difflib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "documents"
SKIPPED = 77


class Browser:
    """Chromium, spoken to in the DevTools protocol over a pair of pipes."""

    def __init__(self, program, profile):
        to_read, self.to_browser = os.pipe()
        self.from_browser, to_write = os.pipe()
        os.set_inheritable(to_read, True)
        os.set_inheritable(to_write, True)
        command = [program, "--headless", "--remote-debugging-pipe", "--no-sandbox",
                   "--disable-gpu", "--no-first-run", f"--user-data-dir={profile}"]
        # The browser reads from descriptor 3 and writes to 4.
        self.process = subprocess.Popen(
            ["bash", "-c", f'exec "$@" 3<&{to_read} 4>&{to_write}', "bash", *command],
            close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_read)
        os.close(to_write)
        self.count = 0
        self.received = b""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = None
        self.session = self.call("Target.attachToTarget", targetId=target,
                                 flatten=True)["sessionId"]
        self.call("Page.enable")
        self.call("Emulation.setScriptExecutionDisabled", value=True)

    def receive(self):
        while b"\0" not in self.received:
            block = os.read(self.from_browser, 65536)
            if not block:
                sys.exit("the browser has ended")
            self.received += block
        message, self.received = self.received.split(b"\0", 1)
        return json.loads(message)

    def call(self, method, **parameters):
        self.count += 1
        message = {"id": self.count, "method": method, "params": parameters}
        if getattr(self, "session", None):
            message["sessionId"] = self.session
        os.write(self.to_browser, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.receive()
            if answer.get("id") == self.count:
                if "error" in answer:
                    sys.exit(f"{method}: {answer['error']['message']}")
                return answer["result"]

    def inner_text(self, document):
        self.call("Page.navigate", url=document.as_uri())
        while True:
            if self.evaluate("document.readyState") == "complete" and \
                    self.evaluate("location.href") == document.as_uri():
                return self.evaluate("document.body.innerText")

    def evaluate(self, expression):
        return self.call("Runtime.evaluate", expression=expression)["result"]["value"]

    def close(self):
        self.call("Browser.close")
        self.process.wait()


def normalised(text):
    text = re.sub(r"[ \t\n\r\f]+", lambda run: "\n" if "\n" in run[0] else " ", text)
    return text.strip(" \n").split("\n")


def difference(browser, ours):
    lines = difflib.unified_diff(browser, ours, n=0, lineterm="")
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


def main():
    visible = sys.argv[1]
    program = shutil.which("chromium")
    if program is None:
        print("skipped: chromium is not installed (scripts/setup --all)")
        return 1 if os.environ.get("REPLYLINT_REQUIRE_PEERS") == "1" else SKIPPED
    update = os.environ.get("REPLYLINT_UPDATE_GOLDEN") == "1"
    documents = [Path(name).resolve() for name in sys.argv[2:]] or sorted(FOLDER.glob("*.html"))
    alike = explained = wrong = 0
    with tempfile.TemporaryDirectory() as profile:
        browser = Browser(program, profile)
        for document in documents:
            theirs = normalised(browser.inner_text(document))
            printed = subprocess.run([visible, document], check=True, capture_output=True).stdout
            found = difference(theirs, normalised(printed.decode()))
            golden = document.with_suffix(".difference")
            known = golden.read_text().splitlines() if golden.exists() else []
            reason = [line for line in known if line.startswith("#")]
            if update and (found or known):
                golden.write_text("\n".join(reason + found) + "\n")
            if not found and not known:
                alike += 1
            elif found == [line for line in known if not line.startswith("#")] and reason:
                explained += 1
            else:
                wrong += 1
                print(f"{document.name}: - the browser, + replylint", *found, sep="\n")
        browser.close()
    print(f"{len(documents)} documents: {alike} alike, {explained} with a difference that is "
          f"explained, {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
