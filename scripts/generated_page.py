"""A page of docs/ that a script writes and a test compares."""
import difflib
import os


def settle(project, page, wanted, arguments):
    """Writes the page, or with --check compares it; the exit status.

    REPLYLINT_UPDATE_GOLDEN=1 writes it in either case, as for the golden
    outputs of the tests.
    """
    path = project / page
    if "--check" not in arguments or os.environ.get("REPLYLINT_UPDATE_GOLDEN"):
        path.write_text(wanted, "utf-8")
        return 0
    have = path.read_text("utf-8") if path.exists() else ""
    if have == wanted:
        return 0
    print(*difflib.unified_diff(have.splitlines(), wanted.splitlines(), page, "as written now", n=0, lineterm=""),
          f"{page} is out of date: run {arguments[0]}", sep="\n")
    return 1
