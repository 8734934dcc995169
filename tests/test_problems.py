from macros.problems import Problem, report, workflow_commands

LATE = Problem("data/b.yaml", 12, "b is wrong.", "Mend b.")
EARLY = Problem("data/a.yaml", 3, "a: 100% wrong,\nreally.", "Mend a.")


def test_no_problem_says_nothing() -> None:
    assert report([]) == ""


def test_problems_are_sorted_counted_and_said_once() -> None:
    assert report([LATE, EARLY, LATE]) == (
        "data/a.yaml, line 3: a: 100% wrong,\nreally.\n    Mend a.\n"
        "data/b.yaml, line 12: b is wrong.\n    Mend b.\n"
        "2 problems. Nothing has been published. Help: docs/editing/messages.md"
    )


def test_one_problem_is_not_called_problems() -> None:
    assert report([LATE]).splitlines()[-1] == "1 problem. Nothing has been published. Help: docs/editing/messages.md"


def test_workflow_commands_are_escaped_for_a_pull_request() -> None:
    assert workflow_commands([EARLY]) == "::error file=data/a.yaml,line=3::a: 100%25 wrong,%0Areally. Mend a."
