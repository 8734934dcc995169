"""What an edition promises, held against what reports tell of it."""

from __future__ import annotations

from macros.read import promised
from macros.read.site import Site


def test_each_promise_of_an_edition_is_held_against_its_reports(loaded: Site) -> None:
    found = promised.answered(loaded.now)
    assert [(each.promise.id, each.provision, each.year, each.telling.reported) for each in found] == [
        ("board-meets-promised", ("meetings-frequency",), "2003-04", "in part"),
        ("minutes-promised", ("minutes-kept", "minutes-published"), "2003-04", "not reported"),
        ("members-take-part-promised", ("members-attend",), "2003-04", "reported"),
    ]
    assert promised.answered(loaded.editions["2001"]) == ()
    assert promised.answered(loaded.editions["2004"]) == ()  # a draft promises nothing yet


def test_a_promise_is_found_by_each_of_its_provisions(loaded: Site) -> None:
    found = promised.by_provision(loaded.now)
    assert sorted(found) == ["meetings-frequency", "members-attend", "minutes-kept", "minutes-published"]
    assert found["minutes-kept"] == found["minutes-published"]


def test_evidence_is_a_statement_or_a_figure(loaded: Site) -> None:
    found = promised.evidence(loaded.reports["2003-04"])
    assert sorted(found) == ["boys", "children", "few", "girls", "schools-met", "share-girls", "share-glad"]
