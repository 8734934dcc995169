"""The host's side: its workflows are least privileged, and their scripts do what they say, with a stand-in for the host."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from .conftest import ROOT

HOST = ROOT / ".github"
SCRIPTS = HOST / "scripts"
WORKFLOWS = {path.stem: yaml.load(path.read_text("utf-8"), yaml.BaseLoader) for path in sorted((HOST / "workflows").glob("*.yml"))}


def test_zizmor_finds_nothing() -> None:
    tool = Path(sys.executable).parent / "zizmor"
    done = subprocess.run([tool, "--offline", "--no-progress", "--quiet", str(HOST)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


WRITES = {
    "ci": {},
    "proposal": {},
    "comment": {"comment": ["pull-requests"]},
    "publish": {"deploy": ["pages", "id-token"], "tell": ["issues"]},
    "links": {"tell": ["issues"]},
}
"""What each job of each workflow may write; all else is read only."""


def test_each_job_may_write_only_what_it_must() -> None:
    found: dict[str, dict[str, list[str]]] = {}
    for name, workflow in WORKFLOWS.items():
        assert workflow["permissions"] in ({}, "", {"contents": "read"}), name
        jobs = {job: [scope for scope, may in given.get("permissions", {}).items() if may == "write"] for job, given in workflow["jobs"].items()}
        found[name] = {job: scopes for job, scopes in jobs.items() if scopes}
    assert found == WRITES


def test_what_runs_a_proposal_s_own_code_may_only_read_and_has_no_secret() -> None:
    of_proposals = {name: (HOST / f"workflows/{name}.yml").read_text("utf-8") for name, each in WORKFLOWS.items() if "pull_request" in each["on"]}
    assert sorted(of_proposals) == ["ci", "proposal"]
    for text in of_proposals.values():
        assert "write" not in re.sub(r"#.*", "", text) and "secrets." not in text and "GH_TOKEN" not in text
        assert text.count("persist-credentials: false") == text.count("actions/checkout@")


def test_every_action_is_pinned_by_commit_with_its_version() -> None:
    for path in (HOST / "workflows").glob("*.yml"):
        for line in re.findall(r"uses:.*", path.read_text("utf-8")):
            assert re.fullmatch(r"uses: actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line), f"{path.name}: {line}"


def test_every_script_is_called_by_a_workflow_and_every_call_names_one() -> None:
    called = {
        name for path in (HOST / "workflows").glob("*.yml") for name in re.findall(r"\.github/scripts/([a-z]+\.(?:sh|py))", path.read_text("utf-8"))
    }
    assert called == {path.name for path in SCRIPTS.iterdir() if path.is_file()}


FIELDS = {
    "markdown": {"value"},
    "input": {"label", "description"},
    "textarea": {"label", "description"},
    "dropdown": {"label", "description", "options"},
}


@pytest.mark.parametrize("form", sorted(path.stem for path in (HOST / "ISSUE_TEMPLATE").glob("*.yml") if path.stem != "config"))
def test_a_form_is_one_that_the_host_takes_and_asks_for_no_person(form: str) -> None:
    given = yaml.safe_load((HOST / f"ISSUE_TEMPLATE/{form}.yml").read_text("utf-8"))
    assert set(given) == {"name", "description", "labels", "body"}
    asked = [each for each in given["body"] if each["type"] != "markdown"]
    assert all(set(each["attributes"]) <= FIELDS[each["type"]] for each in given["body"])
    assert len({each["id"] for each in asked}) == len(asked) and any(each.get("validations", {}).get("required") for each in asked)
    assert any("Write nothing about a child" in each["attributes"].get("value", "") for each in given["body"])
    assert not [each["attributes"]["label"] for each in asked if re.search(r"your name|e-mail|phone", each["attributes"]["label"], re.I)]


def test_the_code_owners_to_come_own_files_that_exist() -> None:
    lines = re.findall(r"(?m)^# (/?\S+) +<(\S+)>$", (HOST / "CODEOWNERS").read_text("utf-8"))
    assert {owner for _, owner in lines} == {"editors", "second-approvers", "maintainers"}
    assert [path for path, _ in lines if path != "*" and not (ROOT / path.strip("/")).exists()] == []


STAND_IN = """#!{python}
import json, pathlib, sys
here = pathlib.Path({here!r})
given = sys.stdin.read() if "--input" in sys.argv else ""
calls = here / "calls"
with calls.open("a") as out:
    out.write(json.dumps([sys.argv[2:], json.loads(given) if given else None]) + "\\n")
path = next(word for word in sys.argv[2:] if word.startswith("repos/"))
print(json.dumps(json.loads((here / "answers").read_text()).get(path)))
"""


class Host:
    """A stand-in for the host: it gives the answers that it was given, and keeps what it was asked."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        gh = folder / "bin/gh"
        gh.parent.mkdir()
        gh.write_text(STAND_IN.format(python=sys.executable, here=str(folder)), "utf-8")
        gh.chmod(0o755)

    def run(self, *words: str, **answers: Any) -> subprocess.CompletedProcess[str]:
        (self.folder / "answers").write_text(json.dumps({path.replace("__", "/"): answer for path, answer in answers.items()}), "utf-8")
        known = {"PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}", "GITHUB_REPOSITORY": "example/site"}
        return subprocess.run([sys.executable, SCRIPTS / "host.py", *words], env=known, capture_output=True, text=True, check=False)

    @property
    def written(self) -> list[tuple[str, str, Any]]:
        calls = map(json.loads, (self.folder / "calls").read_text("utf-8").splitlines())
        return [(words[1], words[2], given) for words, given in calls if words[0] == "--method"]


@pytest.fixture
def host(tmp_path: Path) -> Host:
    return Host(tmp_path)


@pytest.fixture
def review(tmp_path: Path) -> Path:
    folder = tmp_path / "review"
    folder.mkdir()
    (folder / "number").write_text("7\n", "utf-8")
    (folder / "review.md").write_text("You changed 1 fact. @somebody closes #12. <!-- hidden -->", "utf-8")
    return folder


PULL, COMMENTS = "repos/example/site/pulls/7", "repos/example/site/issues/7/comments?per_page=100"
ISSUES = "repos/example/site/issues?state=open&per_page=100"
SAID = "<!-- kept up to date by the review -->\nYou changed 1 fact. &#64;somebody closes &#35;12. &lt;!-- hidden -->"
BOT, PERSON = {"type": "Bot"}, {"type": "User"}
POSTS = [
    ([], ("POST", "repos/example/site/issues/7/comments")),
    ([{"id": 5, "user": PERSON, "body": SAID}], ("POST", "repos/example/site/issues/7/comments")),
    ([{"id": 6, "user": BOT, "body": "another"}, {"id": 9, "user": BOT, "body": SAID}], ("PATCH", "repos/example/site/issues/comments/9")),
]


@pytest.mark.parametrize(("there", "call"), POSTS)
def test_the_review_is_one_comment_that_calls_nobody(host: Host, review: Path, there: list[Any], call: tuple[str, str]) -> None:
    done = host.run("comment", str(review), "abc", **{PULL: {"head": {"sha": "abc"}}, COMMENTS: [there]})
    assert done.returncode == 0, done.stderr
    assert host.written == [(*call, {"body": SAID})]


def test_the_review_of_another_state_is_not_posted(host: Host, review: Path) -> None:
    done = host.run("comment", str(review), "abc", **{PULL: {"head": {"sha": "other"}}, COMMENTS: [[]]})
    assert (done.returncode, done.stderr, host.written) == (1, "The proposal has moved on, or is another: nothing is posted.\n", [])


@pytest.mark.parametrize("number", ["", "0", "7/../8", "7\n8", "12345678901", "seven"])
def test_a_number_that_is_none_is_refused(host: Host, review: Path, number: str) -> None:
    (review / "number").write_text(number, "utf-8")
    done = host.run("comment", str(review), "abc")
    assert (done.returncode, done.stderr, (host.folder / "calls").exists()) == (1, "The review names no proposal.\n", False)


def test_a_long_review_is_cut_and_says_so(host: Host, review: Path) -> None:
    (review / "review.md").write_text("A line of a long review.\n" * 9_000, "utf-8")
    host.run("comment", str(review), "abc", **{PULL: {"head": {"sha": "abc"}}, COMMENTS: [[]]})
    body = host.written[0][2]["body"]
    assert len(body) < 65_000 and body.endswith("review.\n\nCut here: the whole review is among the files of its run.")


OPEN = [{"number": 3, "title": "Links", "user": BOT}]
KEPT = [
    ([], "bad link", [("POST", "repos/example/site/issues", {"title": "Links", "body": "bad link"})]),
    (OPEN, "bad link", [("PATCH", "repos/example/site/issues/3", {"body": "bad link"})]),
    (OPEN, "", [("PATCH", "repos/example/site/issues/3", {"state": "closed"})]),
    ([], "", []),
    ([{"number": 4, "title": "Links", "user": PERSON}], "", []),
    ([{"number": 4, "title": "Links", "user": BOT, "pull_request": {}}], "", []),
]


@pytest.mark.parametrize(("there", "said", "calls"), KEPT)
def test_one_issue_is_kept_up_to_date(host: Host, tmp_path: Path, there: list[Any], said: str, calls: list[Any]) -> None:
    (tmp_path / "said").write_text(said, "utf-8")
    done = host.run("issue", "Links", str(tmp_path / "said"), **{ISSUES: [there]})
    assert done.returncode == 0, done.stderr
    assert host.written == calls


def git(folder: Path, *words: str) -> str:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]
    return subprocess.run(["git", *who, *words], cwd=folder, capture_output=True, text=True, check=True).stdout.strip()


MAKEFILE = """.PHONY: build links
.venv/.ready:
\t@mkdir -p .venv/bin; cp python .venv/bin/python; touch $@
build:
\t@echo built
links:
\t@cat answer; exit $$(cat code)
"""
PYTHON = """#!/bin/sh
echo "{who}: $*"
exit {code}
"""


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository of three states: main's, main's next, and a proposal that left main before that."""
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "-q")
    (folder / "Makefile").write_text(MAKEFILE, "utf-8")
    state(folder, "main", 1)
    git(folder, "branch", "proposal")
    (folder / "later").touch()
    state(folder, "main", 1)
    git(folder, "update-ref", "refs/remotes/origin/main", "main")
    git(folder, "switch", "-q", "proposal")
    return folder


def state(folder: Path, who: str, code: int) -> None:
    (folder / "python").write_text(PYTHON.format(who=who, code=code), "utf-8")
    (folder / "python").chmod(0o755)
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", who, "--allow-empty")


def script(folder: Path, name: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["bash", SCRIPTS / name], cwd=folder, env=os.environ | environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(("file", "told"), [("words", False), ("macros", True)])
def test_the_program_of_the_main_branch_reviews_what_the_proposal_alone_changes(repository: Path, file: str, told: bool) -> None:
    (repository / file).write_text("x", "utf-8")
    (repository / "python").write_text("#!/bin/sh\necho forged\n", "utf-8")
    git(repository, "add", ".")
    git(repository, "commit", "-q", "-m", "forged")
    base, fork, head = (git(repository, "rev-parse", name) for name in ("main", "main~1", "proposal"))
    done = script(repository, "review.sh", BASE=base, HEAD=head, NUMBER="7", OUT="out")
    assert done.returncode == 0, done.stderr
    said = (repository / "out/review.md").read_text("utf-8")
    assert said.startswith(f"main: -m macros review {fork} {head} --format markdown\n")
    assert ("This proposal changes the program too." in said) is told
    assert (repository / "out/review.html").read_text("utf-8") == f"main: -m macros review {fork} {head} --format html\n"
    assert (repository / "out/number").read_text("utf-8") == "7\n"
    assert git(repository, "worktree", "list").count("\n") == 0


def test_a_review_that_cannot_be_made_says_so(repository: Path) -> None:
    git(repository, "switch", "-q", "main")
    state(repository, "main", 2)
    done = script(
        repository, "review.sh", BASE=git(repository, "rev-parse", "main"), HEAD=git(repository, "rev-parse", "proposal"), NUMBER="7", OUT="out"
    )
    assert done.returncode == 0, done.stderr
    assert (repository / "out/review.md").read_text("utf-8") == "The review could not be made. Its log says why.\n"


def test_the_newest_state_of_main_is_published_and_an_earlier_one_if_it_is_wanted(repository: Path) -> None:
    for wanted, goal in (("", "origin/main"), (git(repository, "rev-parse", "main~1"), "main~1")):
        assert script(repository, "revision.sh", WANTED=wanted).returncode == 0
        assert git(repository, "rev-parse", "HEAD") == git(repository, "rev-parse", goal)


REFUSED = [
    ("nothing", "There is no commit of this name. Take one from the history of the main branch.\n"),
    ("--help", "There is no commit of this name. Take one from the history of the main branch.\n"),
    ("main; touch x", "There is no commit of this name. Take one from the history of the main branch.\n"),
    ("proposal", "This commit is not part of the main branch, so nobody has approved it.\n"),
]


@pytest.mark.parametrize(("wanted", "said"), REFUSED)
def test_no_state_but_main_s_is_ever_published(repository: Path, wanted: str, said: str) -> None:
    state(repository, "proposal", 0)
    before = git(repository, "rev-parse", "HEAD")
    done = script(repository, "revision.sh", WANTED=wanted)
    assert (done.returncode, done.stderr, git(repository, "rev-parse", "HEAD")) == (1, said, before)


ANSWERS = [
    ("0", "all well", ""),
    (
        "1",
        "URL        `https://example.org/x'\nName       `x'\nResult     Error: 404 Not Found",
        "URL        `https://example.org/x'\nResult     Error: 404 Not Found",
    ),
    ("1", "no network", "no network"),
]


@pytest.mark.parametrize(("code", "answer", "told"), ANSWERS)
def test_what_does_not_answer_is_told(repository: Path, code: str, answer: str, told: str) -> None:
    (repository / "code").write_text(code, "utf-8")
    (repository / "answer").write_text(answer + "\n", "utf-8")
    assert script(repository, "links.sh", OUT="links").returncode == 0
    said = (repository / "links/said").read_text("utf-8")
    assert re.findall(r"```\n(.*)\n```", said, re.S) == ([told] if told else []) and bool(said) is bool(told)
