from datetime import UTC, date, datetime, timedelta

import pytest

from macros import clock


@pytest.mark.parametrize(("epoch", "day"), [("1700000000", date(2023, 11, 14)), ("", None), ("soon", None)])
def test_the_build_day_is_an_input(monkeypatch: pytest.MonkeyPatch, epoch: str, day: date | None) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert clock.build_day() == day


def test_it_may_be_tomorrow_where_an_editor_lives_and_never_before_the_day_of_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    now = datetime.now(UTC)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert clock.latest_day() in ((now + timedelta(hours=14)).date(), (datetime.now(UTC) + timedelta(hours=14)).date())
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int((now + timedelta(days=9)).timestamp())))
    assert clock.latest_day() == (now + timedelta(days=9)).date()
