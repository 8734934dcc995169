"""The guide for people: each example edit is applied to the real files as it stands there, is accepted, and is shown."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from ..conftest import ROOT
from ..drawn import Shown, checked, words

GUIDE = ROOT / "docs/editing"
FENCE = r"```\n(.*?)```\n"
EDIT = re.compile(
    rf"In `([^`]+)`(?: and `([^`]+)`)?, this:\n\n{FENCE}\nbecomes:\n\n{FENCE}"
    rf"|A new file, `([^`]+)`:\n\n{FENCE}"
    rf"|A copy of `([^`]+)`, called `([^`]+)`\. In it, this:\n\n{FENCE}\nbecomes:\n\n{FENCE}",
    re.S,
)
SOURCE = "guidance#source"
"""What the other examples name as their source."""

SHOWN = [
    (
        "people-and-agencies#holder",
        "people/index.md",
        "Jane Example (Since 1 September 2026; An example of a page that says so ; seen 22 November 2026",
    ),
    ("people-and-agencies#renamed", "agencies/index.md", "From 1 October 2026 its name is Example Fire and Rescue."),
    ("people-and-agencies#renamed", "agencies/fire-and-rescue.md", "From 1 October 2026 its name is Example Fire and Rescue."),
    (
        "people-and-agencies#added",
        "agencies/index.md",
        "Since November 2026: Example Care Trust. Added to the list of relevant agencies at its yearly review.",
    ),
    ("people-and-agencies#status", "people/index.md", "Since October 2026: The group is in abeyance."),
    ("people-and-agencies#status", "agencies/district-councils.md", "Since October 2026: The group is in abeyance."),
    ("words#mistake", "arrangements/2024/dispute-resolution.md", "At the heart of the KSCMP arrangements is collaborative work"),
    ("words#mistake", "arrangements/2019/dispute-resolution.md", "At the heart of the KSCMP arrangements is collaborative work"),
    ("words#missed", "arrangements/2024/funding.md", "This sentence is an example of a provision that was missed."),
    ("words#missed", "compare/2019-2024/funding.md", "An example of a missed provision"),
    ("words#amendment", "arrangements/2024/voice.md", "Since 12 November 2026: An example of what holds now."),
    ("words#amendment", "index.md", "An example of what holds now."),
    ("words#reviewed", "about/currency.md", "Since 12 November 2026: Reviewed; no change."),
    (
        "guidance#levels",
        "guidance/support-levels/intensive-support.md",
        "Version Example version, 2 November 2026, approved by an example office. An example of an indicator.",
    ),
    ("guidance#escalation", "guidance/escalation/index.md", "An example of a first step. An example of a second step."),
    ("guidance#link", "about/index.md", ""),
    (SOURCE, "people/index.md", ""),
    ("report#report", "reports/2025-26.md", "An example of a first line."),
    ("report#report", "reports/index.md", "Annual report, April 2025 to March 2026"),
]
"""Where each example is seen, and what a reader then reads there."""
TASKS = list(dict.fromkeys(name for name, _, _ in SHOWN))


@dataclass(frozen=True)
class Edit:
    """One step of an example: what stands in a file, and what stands there afterwards."""

    file: str
    old: str
    new: str
    copied: str = ""

    def apply(self, folder: Path) -> None:
        """Does it, as one does in the browser."""
        path = folder / self.file
        if self.copied:
            shutil.copy(folder / self.copied, path)
        text = path.read_text("utf-8") if self.old else ""
        assert not self.old or text.count(self.old) == 1, f"{self.file} has {text.count(self.old)} times:\n{self.old}"
        text = text.replace(self.old, self.new) if self.old else self.new
        path.write_text(self._in_each_other_record(text) if self.file == "data/coverage.yaml" else text, "utf-8")

    def _in_each_other_record(self, text: str) -> str:
        """What the guide says of a verdict besides: the same in each other record of the list."""
        head, added = self.new.split("  verdicts:\n")[0], self.new.removesuffix(self.old.splitlines(keepends=True)[-1]).split("  verdicts:\n")[1]
        record = next(each for each in re.split(r"(?m)^(?=- id: )", text) if head in each)
        of = re.search(r"  of: .*\n", record)
        assert of
        records = re.split(r"(?m)^(?=- id: )", text)
        return "".join(each.replace("  verdicts:\n", f"  verdicts:\n{added}") if of[0] in each and head not in each else each for each in records)


def examples() -> dict[str, list[Edit]]:
    """The steps of every example of the guide, by page and section."""
    found: dict[str, list[Edit]] = {}
    for page in sorted(GUIDE.glob("*.md")):
        for section in re.split(r"(?m)^## ", page.read_text("utf-8"))[1:]:
            name = re.search(r"\{: #([a-z-]+) \}", section)
            assert name, section
            for file, also, old, new, made, text, copied, copy, before, after in EDIT.findall(section):
                steps = [Edit(each, old, new) for each in (file, also) if each] or [
                    Edit(made, "", text) if made else Edit(copy, before, after, copied)
                ]
                found.setdefault(f"{page.stem}#{name[1]}", []).extend(steps)
    return {name: steps for name, steps in found.items() if name in {row[0] for row in SHOWN} or name != "words#amendment"}


def copied(folder: Path) -> Path:
    """A copy of what editors edit."""
    for name in ("data", "docs"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def test_every_example_of_the_guide_is_tried() -> None:
    assert sorted(examples()) == sorted(TASKS)


def test_an_example_shows_every_change_that_it_speaks_of() -> None:
    for page in GUIDE.glob("*.md"):
        text = page.read_text("utf-8")
        assert text.count("\nbecomes:\n") + text.count("\nA new file, `") == len(EDIT.findall(text)), page.name


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Shown:
    """The real site after every example of the guide, which do not get in each other's way."""
    folder = copied(tmp_path_factory.mktemp("guide"))
    for steps in examples().values():
        for step in steps:
            step.apply(folder)
    return Shown(checked(folder))


@pytest.mark.parametrize(("task", "page", "text"), SHOWN)
def test_the_page_shows_what_the_example_wrote(edited: Shown, task: str, page: str, text: str) -> None:
    assert text in words(edited.page(page))


def test_a_link_that_moved_is_followed(edited: Shown) -> None:
    assert edited.draw.link("kscmp-sub-groups").url == "https://www.example.org/sub-groups"


@pytest.mark.trust
@pytest.mark.parametrize("task", TASKS)
def test_each_example_is_accepted_by_itself(tmp_path: Path, task: str) -> None:
    folder, found = copied(tmp_path), examples()
    for step in (*(found[SOURCE] if task != SOURCE else ()), *found[task]):
        step.apply(folder)
    shown = Shown(checked(folder))
    for _, page, text in (row for row in SHOWN if row[0] == task):
        assert text in words(shown.page(page))


TOLD = ("**Then:**", "**Approves:**", "**Live:**")


def test_each_task_says_what_happens_then_who_approves_and_when_it_is_live() -> None:
    silent = []
    for name in ("people-and-agencies", "words", "guidance", "report"):
        for section in re.split(r"(?m)^## ", (GUIDE / f"{name}.md").read_text("utf-8"))[1:]:
            silent += [f"{name}: {section.splitlines()[0]}: {word}" for word in TOLD[1:] if word not in section]
    assert silent == []
