"""Edits of every kind that people make, none of which breaks a rule: what each is, and its steps."""

from __future__ import annotations

from .conftest import Step

OLD, NOW, LATER = "docs/arrangements/2001/meetings.md", "docs/arrangements/2002/meetings.md", "docs/arrangements/2004/meetings.md"
NEW_PAGE = "---\ntitle: New page\ndescription: A new page.\n---\n# New page\n\nWords of it.\n"

EVERY_DAY: tuple[tuple[str, tuple[Step, ...]], ...] = (
    ("a new name that came later", (("data/agencies.yaml", "name: Shire Hospital", "name: County Hospital"),)),
    ("words of a provision", ((NOW, "Minutes will be published.", "Minutes will be published in the hall."),)),
    ("a passage of guidance", (("docs/editing/index.md", "Words.", "More words."),)),
    ("a comment in a list", (("data/terms.yaml", "- id: board\n", "# Nobody reads this.\n- id: board\n"),)),
    ("the address of the line of help", (("data/links.yaml", "https://example.org/worried", "https://example.org/help"),)),
)
"""Those that are tried each time."""

MORE: tuple[tuple[str, tuple[Step, ...]], ...] = (
    ("an explanation", (("data/terms.yaml", "The members who meet and visit.", "All members who meet and visit."),)),
    ("an explanation of an older edition", (("data/terms.yaml", "means: The members who meet.}", "means: Those who meet.}"),)),
    ("a record of terms deleted", (("data/terms.yaml", '- {id: visit, kind: term, editions: {"2004": {name: Visit, note: Not explained., provision: [visits-made]}}}\n', ""), ("data/changes/2002-2004.yaml", ", terms/visit]", "]"))),
    ("words of a provision of an older edition", ((OLD, "Tea will be served.", "Tea and cake will be served."),)),
    ("a capital letter in a provision", ((LATER, "ask about them", "Ask about them"),)),
    ("a link in a provision written otherwise", ((LATER, "(agency-list.md#", "(./agency-list.md#"),)),
    ("words of an editor's note", ((NOW, '"Quarterly" is not defined.', '"Quarterly" is defined nowhere.'),)),
    ("an editor's note deleted", ((NOW, '!!! note "Editor\'s note"\n    "Quarterly" is not defined.\n\n', ""),)),
    ("keywords of an edition's page", ((LATER, "keywords: [gathering]", "keywords: [gathering, session]"),)),
    ("a description of an edition's page", ((NOW, "description: When the board meets.", "description: When and how the board meets."),)),
    ("the minute of an approval", (("data/approvals.yaml", "minuted: minute 7", "minuted: minute 8"),)),
    ("that a page is withdrawn", (("docs/guidance/support-levels/first-level.md", "description:", "withdrawn: {on: 2023-11-01, why: It was wrong., instead: calendar/}\ndescription:"),)),
    ("what became of a page", (("data/fates.yaml", "The page was joined with another.", "It was joined with another."),)),
    ("what became of an id", (("data/fates.yaml", "It was printed twice.", "It was in print twice."),)),
    ("a blank line more in a provision's page", ((NOW, "Minutes will be kept.\n", "\nMinutes will be kept.\n"),)),
    ("a blank line more in a guidance page", (("docs/editing/index.md", "Words.", "\nWords."),)),
    ("a sentence on a line of its own", (("docs/editing/index.md", "Words.", "Words.\nMore."),)),
    ("a title of a guidance page", (("docs/about/index.md", "title: About", "title: About us"),)),
    ("a new guidance page", (("docs/about/new.md", "", NEW_PAGE), ("mkdocs.yml", "      - about/index.md\n", "      - about/index.md\n      - about/new.md\n"))),
    ("an address of a page elsewhere", (("data/links.yaml", "https://example.org/page", "https://example.org/other"),)),
    ("a title of a page elsewhere", (("data/links.yaml", "title: Example page", "title: Another page"),)),
    ("the day on which a page was seen", (("data/links.yaml", 'page", seen: 2026-11-22', 'page", seen: 2026-11-23'),)),
    ("the site's name", (("mkdocs.yml", "site_name: Example Town arrangements", "site_name: Example arrangements"),)),
    ("the site's address", (("mkdocs.yml", "http://127.0.0.1:8000/", "https://example.org/"),)),
    ("that the site is adopted", (("mkdocs.yml", "adopted: false", "adopted: true"),)),
    ("the order of the navigation", (("mkdocs.yml", "      - People: people/index.md\n      - Glossary: glossary.md\n", "      - Glossary: glossary.md\n      - People: people/index.md\n"),)),
    ("the status of an edition", (("data/editions.yaml", "status: The first revision.", "status: The revision in force."),)),
    ("the guidance under which an edition was written", (("data/editions.yaml", "written_under: guidance-2000", "written_under: guidance-2002"),)),
    ("the name of guidance", (("data/guidance.yaml", "name: Guidance 2002,", "name: Guidance of 2002,"),)),
    ("what a check against later guidance found", (("data/guidance.yaml", "found: It still holds.", "found: It holds as before."),)),
    ("what is missing before an edition", (("data/editions.yaml", "gap: A revision", "gap: One revision"),)),
    ("the name of an edition", (("data/editions.yaml", "name: March 2002", "name: Spring 2002"),)),
    ("the title of an edition", (("data/editions.yaml", 'title: "Example arrangements, May 2004"', 'title: "Town arrangements, May 2004"'),)),
    ("what a change note says was", (("data/changes/2001-2002.yaml", "was: The list has the Town Hospital.", "was: The list has a Town Hospital."),)),
    ("the title of a change note", (("data/changes/2002-2004.yaml", "title: Minutes on view", "title: Minutes in view"),)),
    ("what a promise became", (("data/changes/2002-2004.yaml", "fate: in place", "fate: replaced"),)),
    ("what everybody must know", (("data/key-changes/2002-2004.yaml", "is: The board may visit schools.", "is: The board may visit any school."),)),
    ("what a duty leaves open", (("data/duties.yaml", "from which month is not said", "the month is not said"),)),
    ("the day of a duty", (("data/duties.yaml", "by 31 May, due: 2005-05-31", "by 30 May, due: 2005-05-30"),)),
    ("the status of a group", (("data/groups.yaml", "status: It is new.", "status: It is quite new."),)),
    ("a holder of a post since", (("data/posts.yaml", "name: Jo Example", "name: Jan Example"),)),
    ("a printed holder", (("data/posts.yaml", "holder: Al Example", "holder: Ali Example"),)),
    ("a stage of a route", (("data/escalation.yaml", "at: The chair, does: decides", "at: The chair, does: decides alone"),)),
    ("an instruction of a level", (("data/support-levels.yaml", "Ask the school.", "Ask your school."),)),
    ("a fact of a level", (("data/support-levels.yaml", "The first level is the widest.", "The first level is wide."),)),
    ("a statement of a report", (("data/reports/2003-04.yaml", "says: Schools met twice., kind", "says: Schools met two times., kind"),)),
    ("a figure of a report", (("data/reports/2003-04.yaml", 'value: "500"', 'value: "501"'),)),
    ("the name of a sector", (("data/sectors.yaml", "name: Health, note", "name: Healthcare, note"),)),
    ("an answer for a sector", (("data/sectors.yaml", "Yes, schools are on the list.", "Yes, all schools are on the list."),)),
    ("what is not covered", (("data/not-covered.yaml", "Neither edition says", "No edition says"),)),
    ("where to look for later guidance", (("data/partnership.yaml", "check: the Town Council for", "check: the Council for"),)),
    ("the short name of the partnership", (("data/partnership.yaml", "short: ETCP", "short: ETP"),)),
    ("who approves", (("data/review-rules.yaml", "who: one other editor", "who: two other editors"),)),
    ("a template of a list", (("overrides/macros/glossary.html", "Go to:", "Jump to:"),)),
    ("a template of what stands around a page", (("overrides/partials/about-page.html", "About this page", "On this page"),)),
    ("the page that there is none", (("overrides/404.html", "There is no such page", "No such page"),)),
    ("the foot of every page", (("overrides/partials/copyright.html", "Unofficial.", "Not official."),)),
    ("colours", (("overrides/assets/site.css", "{", "{ /* nothing */"),)),
)  # fmt: skip
"""Those that are tried now and then."""
