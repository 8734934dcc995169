"""Keeps one comment on a proposal, or one open issue, up to date, by way of the host's own command ``gh``.

    python host.py comment FOLDER HEAD       the review that FOLDER holds, on the proposal whose newest commit is HEAD
    python host.py issue TITLE FILE          an open issue of that title with what FILE says; closed where FILE is empty

What is posted comes from proposals of strangers: it is cut, and it calls nobody.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

LONGEST = 60_000
"""The host takes 65,536 characters."""
MARK = "<!-- kept up to date by the review -->"


def gh(*arguments: str, **fields: str) -> Any:
    """One call of the host's interface: what it answers."""
    given = json.dumps(fields) if fields else None
    words = ["gh", "api", *arguments, *(["--input", "-"] if given else [])]
    done = subprocess.run(words, input=given, capture_output=True, text=True, check=True)
    return json.loads(done.stdout or "null")


def harmless(text: str) -> str:
    """A text that calls nobody, closes no issue and is not too long."""
    text = text.replace("<!--", "&lt;!--").replace("@", "&#64;")
    text = re.sub(r"(?<![\w&])#(?=\d)", "&#35;", text)
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit("\n", 1)[0] + "\n\nCut here: the whole review is among the files of its run."


def comment(repository: str, folder: Path, head: str) -> str:
    """Puts the review on its proposal: one comment, written anew each time."""
    number = (folder / "number").read_text("utf-8").strip()
    if not re.fullmatch(r"[1-9]\d{0,9}", number):
        raise SystemExit("The review names no proposal.")
    if gh(f"repos/{repository}/pulls/{number}")["head"]["sha"] != head:
        raise SystemExit("The proposal has moved on, or is another: nothing is posted.")
    body = f"{MARK}\n{harmless((folder / 'review.md').read_text('utf-8', 'replace'))}"
    there = gh("--paginate", "--slurp", f"repos/{repository}/issues/{number}/comments?per_page=100")
    old = [each for page in there for each in page if each["user"]["type"] == "Bot" and each["body"].startswith(MARK)]
    if old:
        gh("--method", "PATCH", f"repos/{repository}/issues/comments/{old[0]['id']}", body=body)
        return "changed"
    gh("--method", "POST", f"repos/{repository}/issues/{number}/comments", body=body)
    return "posted"


def issue(repository: str, title: str, said: str) -> str:
    """Keeps one open issue of a title: opened or written anew where something is said, closed where nothing is."""
    there = gh("--paginate", "--slurp", f"repos/{repository}/issues?state=open&per_page=100")
    old = [each for page in there for each in page if each["title"] == title and each["user"]["type"] == "Bot" and "pull_request" not in each]
    body = harmless(said.strip())
    if old and body:
        gh("--method", "PATCH", f"repos/{repository}/issues/{old[0]['number']}", body=body)
        return "changed"
    if old:
        gh("--method", "PATCH", f"repos/{repository}/issues/{old[0]['number']}", state="closed")
        return "closed"
    if body:
        gh("--method", "POST", f"repos/{repository}/issues", title=title, body=body)
        return "opened"
    return "nothing to tell"


def main(words: list[str]) -> None:
    """Runs one command."""
    repository = os.environ["GITHUB_REPOSITORY"]
    if len(words) == 3 and words[0] == "comment":
        print(comment(repository, Path(words[1]), words[2]))
    elif len(words) == 3 and words[0] == "issue":
        print(issue(repository, words[1], Path(words[2]).read_text("utf-8", "replace")))
    else:
        raise SystemExit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
