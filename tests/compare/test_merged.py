"""Two editions in one text, from which either can be read off."""

from __future__ import annotations

from macros.compare import comparison, items, merged
from macros.read.site import Site


def test_either_edition_can_be_read_off_whole(loaded: Site) -> None:
    for each in comparison.neighbours(loaded):
        lines = merged.lines(each)
        assert [line.old for line in lines if line.old] == list(merged.printed(items.of(each.old)))
        assert [line.new for line in lines if line.new] == list(merged.printed(items.of(each.new)))
        for line in lines:
            texts = {
                kind: "".join(run.was or run.text if kind == "removed" else run.text for run in line.runs if run.kind in ("same", kind))
                for kind in ("removed", "added")
            }
            assert texts["added"] == (line.new.text if line.new else "")
