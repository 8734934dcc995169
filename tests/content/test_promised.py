"""What December 2024 says will happen: every such provision is held against the report, or is left out for a reason."""

from __future__ import annotations

import re

import pytest

from macros.check import check
from macros.read.promised import answered
from macros.read.site import Site

from ..conftest import ROOT

EDITION, REPORT = "2024", "2024-25"
VERB = re.compile(r"\b(will|aims|intends|commit(s|ted)?|endeavours?|seeks?)\b")
"""How the edition says that something is to happen."""
LEFT_OUT = {
    "words that introduce a list, whose items are the promises": """foreword-commitments lsp-meeting-attendance lsp-documents-signed-off
        lsp-information-presented education-engagement-ways scrutiny-scrutineer-duties performance-key-areas business-team-also-responsible
        partnerships-annual-reports""",
    "contents of the annual report, held against it by the words that introduce them": """report-work-done report-effectiveness report-partner-contributions
        report-scrutiny-themes report-impact-evidence report-little-progress report-incident-learning report-actions-record report-family-feedback
        report-costs-breakdown report-education-representation report-data-use report-scrutiny-review report-arrangement-updates report-national-reforms""",
    "an aim, a commitment or an endeavour in general": """foreword-commitment-all-children foreword-help-endeavour foreword-partners-committed
        foreword-best-services foreword-commit-listen foreword-commit-engage-agencies foreword-commit-best-practice foreword-commit-system-change
        engagement-aims engagement-shapes-services engagement-information-by-children engagement-children-empowered engagement-confidence-and-skills
        engagement-supportive-relationships""",
    "an effect, a culture or an approach": """foreword-strong-foundation kent-voice-understanding kent-effective-practice scrutiny-culture-of-challenge
        performance-culture performance-monitoring-approach kent-system kent-system-views-central kent-system-practice kent-system-accountability
        kent-system-early-identification kent-system-learning kent-system-information kent-system-public-confidence purpose-of-arrangements
        purpose-shared-vision purpose-harm-response purpose-mutual-challenge purpose-voice-and-data purpose-information-shared
        purpose-data-identifies-early purpose-learning-culture purpose-leaders-knowledge""",
    "required or expected of agencies, or a standing duty": """geographical-duties-outside-area named-agencies-expected expected-act-accordingly
        expected-attend-meetings expected-practice-reviews agencies-under-scrutiny expected-audits expected-performance-data
        voluntary-contribute-reviews learning-contribution-required funding-appropriate-required""",
    "only after a dispute, a default, other proceedings or a decision not to publish": """single-point-of-leadership dispute-discussed-at-board
        dispute-outside-meeting-cycle dispute-escalated-to-leaders dispute-escalated-to-scrutiny dispute-meeting-chair dispute-independent-arbitration
        dispute-timely-resolution funding-dispute-process review-improvements-only-copy practice-review-delay-reasons""",
    "says what is, or what the document says": """foreword-support-services-arranged national-partners-set-out learning-group-representatives
        performance-dashboards-use scrutiny-assurance-sought scrutiny-assurance-responsibilities scrutiny-assurance-joined-up
        scrutiny-assurance-frontline""",
}


@pytest.fixture(scope="module")
def loaded() -> Site:
    return check(ROOT)[0]


def promising(site: Site) -> set[str]:
    """The provisions that say, themselves or by the words that introduce them, that something is to happen."""
    edition = site.editions[EDITION]
    texts = {name: (each, *edition.lead_ins(name)) for name, each in edition.by_id.items() if each.kind != "heading"}
    return {name for name, found in texts.items() if any(VERB.search(each.text) for each in found)}


def test_every_provision_that_says_what_will_happen_is_a_promise_or_is_left_out_for_a_reason(loaded: Site) -> None:
    promised = {name for each in answered(loaded.editions[EDITION]) for name in each.provision}
    left_out = [name for names in LEFT_OUT.values() for name in names.split()]
    assert len(left_out) == len(set(left_out))
    assert promising(loaded) == promised | set(left_out)
    assert promised & set(left_out) == set()


def test_every_promise_is_held_against_the_report(loaded: Site) -> None:
    held = [each.promise.id for each in answered(loaded.editions[EDITION]) if each.year == REPORT]
    assert held == [promise.id for promise, _ in loaded.editions[EDITION].entries("promised")]


def test_nothing_is_said_to_be_undone(loaded: Site) -> None:
    said = [each.telling.says or "" for each in answered(loaded.editions[EDITION])]
    assert [words for words in said if re.search(r"\b(not done|failed|overdue|did not happen|has not happened|broken)\b", words)] == []
