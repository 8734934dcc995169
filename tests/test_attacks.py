"""What a pull request to words or data may try: it is refused, or comes out as text. It never runs.

Each row of ``ATTACKS`` says how it ends. Those that end as text pass the check; that a built page shows them so is proved where
pages are built.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from pathlib import Path

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.check import check, judge, pages
from macros.read.load import load
from macros.read.provisions import split

from .check.rows import ABOUT, AGENCIES, AGENCY_LIST, CHANGES, EDITIONS, KEY_CHANGES, MEETINGS, TERMS, Deed, edit, link, write
from .conftest import MINIATURE

REFUSED, TEXT = "refused", "text"


@dataclass(frozen=True)
class Attack:
    """One attempt.

    Args:
        what: what is tried, in words.
        deeds: the same, done to a copy of the miniature.
        ends: how it ends: it is refused, or comes out as text.
    """

    what: str
    deeds: tuple[Deed, ...]
    ends: str


ON_A_PAGE: list[tuple[str, str]] = [
    ("a script in a fence that is indented", " ```\n<script>alert(1)</script>\n ```"),
    ("a script after a fence that is never closed", "```\n<script>alert(1)</script>"),
    ("a script after a fence of tildes that is never closed", "~~~\n\n<script>alert(1)</script>"),
    ("a handler between escaped backticks", "\\`<img src=x onerror=alert(1)>\\`"),
    ("an address without a scheme", "[x](//evil.example/)"),
    ("a picture from outside", "![x](//evil.example/x.png)"),
    ("a picture with a scheme", "![x](https://evil.example/x.png)"),
    ("a picture by reference", "![x][example-page]"),
    ("a picture of data", "![x](data:image/svg+xml;base64,AAAA)"),
    ("a script link", "[x](javascript:alert(1))"),
    ("a script link in capitals", "[x](JaVaScRiPt:alert(1))"),
    ("a script link with a decimal entity", "[x](java&#115;cript:alert(1))"),
    ("a script link with a hexadecimal entity", "[x](java&#x73;cript:alert(1))"),
    ("a script link with an entity for the colon", "[x](javascript&colon;alert(1))"),
    ("a script link with an entity for a tab", "[x](java&Tab;script:alert(1))"),
    ("a script link with an entity for a new line", "[x](java&NewLine;script:alert(1))"),
    ("a script link with a tab", "[x](java\tscript:alert(1))"),
    ("a script link over two lines", "[x](java\nscript:alert(1))"),
    ("a script link with a space before it", "[x]( javascript:alert(1))"),
    ("a script link with a control character", "[x](\x01javascript:alert(1))"),
    ("a script link in angle brackets", "[x](<javascript:alert(1)>)"),
    ("a script link with a title", '[x](javascript:alert(1) "x")'),
    ("a script link with an escape", "[x](java\\script:alert(1))"),
    ("a script link with an escaped colon", "[x](javascript\\:alert(1))"),
    ("a link of data", "[x](data:text/html,<script>alert(1)</script>)"),
    ("a link of data, encoded", "[x](data:text/html;base64,PHNjcmlwdD4=)"),
    ("a link of VBScript", "[x](vbscript:msgbox(1))"),
    ("a link to a file", "[x](file:///etc/passwd)"),
    ("a link of another scheme", "[x](ms-word:ofe|u|https://evil.example/x.docx)"),
    ("a link by telephone", "[x](tel:+441234567890)"),
    ("a link by mail", "[x](mailto:jo@evil.example)"),
    ("a link with back slashes", "[x](\\\\\\\\evil.example/)"),
    ("a link with a slash and a back slash", "[x](/\\\\evil.example/)"),
    ("a link that begins with a slash", "[x](/evil/)"),
    ("a link with an address in it", "[x](https://evil.example/)"),
    ("a link in a heading", "## [x](javascript:alert(1))"),
    ("a link in a list", "-   [x](javascript:alert(1))"),
    ("a link in a table", "| a | b |\n| - | - |\n| [x](javascript:alert(1)) | y |"),
    ("a link in a quotation", "> [x](javascript:alert(1))"),
    ("a link in a note", '!!! note "x"\n    [x](javascript:alert(1))'),
    ("a link in bold", "**[x](javascript:alert(1))**"),
    ("a definition in the page", "[x]\n\n[x]: //evil.example/"),
    ("a definition with a script", "[x][y]\n\n[y]: javascript:alert(1)"),
    ("a definition in angle brackets", "[x][y]\n\n[y]: <javascript:alert(1)>"),
    ("a definition over one of ours", "[x][example-page]\n\n[example-page]: //evil.example/"),
    ("a definition over one of ours, in capitals", "[x][example-page]\n\n[EXAMPLE-PAGE]: //evil.example/"),
    ("a definition that nobody uses", "[y]: //evil.example/"),
    ("an autolink", "<https://evil.example/>"),
    ("an autolink of a script", "<javascript:alert(1)>"),
    ("an autolink of mail", "<jo@evil.example>"),
    ("an address as text", "https://evil.example/"),
    ("an address as text without a scheme", "www.evil.example"),
    ("a mail address as text", "jo@evil.example"),
    ("a script", "<script>alert(1)</script>"),
    ("a script in capitals", "<SCRIPT SRC=//evil.example/x.js></SCRIPT>"),
    ("a script over lines", "<script\nsrc=//evil.example/x.js>\n</script>"),
    ("a script that is never closed", "<script src=//evil.example/x.js>"),
    ("a frame", '<iframe src="//evil.example/"></iframe>'),
    ("a drawing with a handler", "<svg onload=alert(1)>"),
    ("a drawing with a slash", "<svg/onload=alert(1)>"),
    ("a picture tag in a line", "Words <img src=x onerror=alert(1)> more"),
    ("a tag in a heading", "## <b onclick=alert(1)>x</b>"),
    ("a tag in a list", "-   <b onclick=alert(1)>x</b>"),
    ("a tag in a table", "| a | b |\n| - | - |\n| <b onclick=alert(1)>x</b> | y |"),
    ("a tag in a quotation", "> <b onclick=alert(1)>x</b>"),
    ("a tag in a note", '!!! note "x"\n    <b onclick=alert(1)>x</b>'),
    ("a tag in a note's title", '!!! note "<b onclick=alert(1)>x</b>"\n    x'),
    ("a tag in a link's words", "[<img src=x onerror=alert(1)>](../index.md)"),
    ("a tag in bold", "**<img src=x onerror=alert(1)>**"),
    ("a tag indented by three spaces", "   <img src=x onerror=alert(1)>"),
    ("a base address", '<base href="//evil.example/">'),
    ("a refresh", '<meta http-equiv="refresh" content="0;url=//evil.example/">'),
    ("a style", "<style>body{background:url(//evil.example/)}</style>"),
    ("a form", '<form action="//evil.example/"><input name=x></form>'),
    ("an object", "<object data=//evil.example/x></object>"),
    ("a style sheet by link", '<link rel=stylesheet href="//evil.example/x.css">'),
    ("a closing tag", "</div></main>"),
    ("a comment", "<!-- x -->"),
    ("a declaration", "<!DOCTYPE html>"),
    ("an instruction", "<?php echo 1 ?>"),
    ("a section of data", "<![CDATA[<script>alert(1)</script>]]>"),
    ("an unknown tag", "<x onclick=alert(1)>x</x>"),
    ("an entity", "&lt;script&gt;"),
    ("attributes of a heading", "## x {: onclick=alert(1) }"),
    ("attributes of a heading without a colon", "## x { onclick=alert(1) }"),
    ("attributes of a paragraph", "x\n{: onmouseover=alert(1) }"),
    ("attributes of a list item", "-   x\n    {: onmouseover=alert(1) }"),
    ("attributes of bold words", "**x**{: onmouseover=alert(1) }"),
    ("attributes of code", "`x`{: onmouseover=alert(1) }"),
    ("attributes of a link", "[x](../index.md){: onclick=alert(1) }"),
    ("a link's address by an attribute", "[x](../index.md){: href=javascript:alert(1) }"),
    ("a link's target by an attribute", "[x](../index.md){: target=_blank }"),
    ("a link's ping by an attribute", "[x](../index.md){: ping=//evil.example/ }"),
    ("a style by an attribute", "x\n{: style=background:url(//evil.example/) }"),
    ("a style by an attribute in quotation marks", 'x\n{: style="position:fixed;inset:0" }'),
    ("attributes of a picture", "![x](x.png){: onerror=alert(1) }"),
    ("attributes of a cell", "| a | b |\n| - | - |\n| x {: onclick=alert(1) } | y |"),
    ("attributes of a fence", "```{.python onclick=alert(1)}\nx\n```"),
    ("an attribute that is two", 'x\n{: title="x" onclick="alert(1)" }'),
    ("an attribute with a line break", "**x**{: .a\x0bonclick=alert(1) }"),
    ("an attribute of data", "x\n{: data-md-component=skip }"),
    ("a column that is aligned", "| a |\n| -: |\n| x |"),
    ("Jinja", "{{ cycler.__init__.__globals__.os.listdir() }}"),
    ("Jinja in a line", "Words {{ 7*7 }} words"),
    ("a statement of Jinja", "{% for x in range(3) %}x{% endfor %}"),
    ("an include", "{% include 'x' %}"),
    ("a comment of Jinja", "{# x #}"),
    ("Jinja in a fence", "```\n{{ 7*7 }}\n```"),
    ("Jinja in code", "`{{ 7*7 }}`"),
    ("Jinja in a call", '{{ people("{{ 7*7 }}") }}'),
    ("a call with an expression", "{{ people(1+1) }}"),
    ("a call that is filtered", "{{ people() | upper }}"),
    ("two calls on a line", "{{ people() }} {{ people() }}"),
    ("a call of the plugin's own", "{{ macros_info() }}"),
    ("a call of something that MkDocs gives", "{{ context() }}"),
    ("a mark of a drawn piece", "\ue0000\ue001"),
    ("a mark of the parser", "\x02wzxhzdk:0\x03"),
    ("a tag that is escaped", "\\<script>alert(1)\\</script>"),
]
"""What the words of a page outside the editions may try, and is refused."""
WORDS_ON_A_PAGE: list[tuple[str, str]] = [
    ("a tag in code", "`<img src=x onerror=alert(1)>`"),
    ("a tag in a fence", "```\n<script>alert(1)</script>\n```"),
    ("a tag in a fence of tildes", "~~~\n<script>alert(1)</script>\n~~~"),
    ("a tag in indented code", "    <script>alert(1)</script>"),
    ("a tag that is never closed", "<img src=x onerror=alert(1)"),
    ("a smaller than", "Children <5 and >2"),
    ("ordinary data", "They share the following data: attendance."),
    ("an ampersand", "R&D; and A & E"),
    ("curly brackets", "Words {x} and {: y }"),
    ("square brackets", "Words [sic] and [x]"),
    ("a script in words", "Write javascript:alert(1) nowhere"),
    ("a handler in words", "onclick=alert(1)"),
    ("a link inside a link's words", "[[x](javascript:alert(1))](../index.md)"),
    ("a comment that is never closed", "Words\n\n<!-- x"),
]
"""What looks like an attempt, and is words."""
IN_AN_EDITION: list[tuple[str, str]] = [
    ("a tag", "<script>alert(1)</script>"),
    ("a tag that is never closed", "<img src=x onerror=alert(1)"),
    ("a comment", "<!-- x -->"),
    ("an entity", "&lt;script&gt;"),
    ("a script link", "[x](javascript:alert(1))"),
    ("a script link in capitals", "[x](JAVASCRIPT:alert(1))"),
    ("a script link with an entity", "[x](java&#115;cript:alert(1))"),
    ("a script link with a tab", "[x](java\tscript:alert(1))"),
    ("an address without a scheme", "[x](//evil.example/)"),
    ("an address with back slashes", "[x](\\\\evil.example/)"),
    ("an outside address", "[x](https://evil.example/)"),
    ("a link of data", "[x](data:text/html,x)"),
    ("a picture", "![x](//evil.example/x.png)"),
    ("a picture by reference", "![x][example-page]"),
    ("an autolink", "<https://evil.example/>"),
    ("an autolink of a script", "<javascript:alert(1)>"),
    ("an autolink of mail", "<jo@evil.example>"),
    ("attributes", "x {: onclick=alert(1) }"),
    ("attributes of bold words", "**x**{: onclick=alert(1) }"),
    ("Jinja", "x {{ 7*7 }}"),
    ("a statement of Jinja", "x {% include 'x' %}"),
    ("a comment of Jinja", "x {# y #}"),
    ("a mark of a drawn piece", "x \ue0000\ue001"),
]
"""What the words of an edition may try, and is refused."""
FILES: list[tuple[str, tuple[Deed, ...]]] = [
    ("a page of another ending", (write("docs/evil.markdown", "{{ cycler.__init__ }}\n"),)),
    ("a page of yet another ending", (write("docs/evil.mkd", "{{ cycler.__init__ }}\n"),)),
    ("a page of a third ending", (write("docs/evil.mdown", "<script>alert(1)</script>\n"),)),
    ("a page of a fourth ending", (write("docs/evil.mkdn", "<script>alert(1)</script>\n"),)),
    ("a page named README", (write("docs/guidance/README.md", "<script>alert(1)</script>\n"),)),
    ("the theme's script", (write("docs/assets/javascripts/bundle.min.js", "alert(1)"),)),
    ("the theme's search", (write("docs/assets/javascripts/workers/search.min.js", "alert(1)"),)),
    ("the site's look", (write("docs/assets/site.css", "@import url(//evil.example/)"),)),
    ("a web page", (write("docs/evil.html", "<script>alert(1)</script>"),)),
    ("a drawing", (write("docs/evil.svg", "<svg onload=alert(1)>"),)),
    ("the page for what is not found", (write("docs/404.html", "<script>alert(1)</script>"),)),
    ("a site's name", (write("docs/CNAME", "evil.example"),)),
    ("a robot's file", (write("docs/robots.txt", ""),)),
    ("settings beside the pages", (write("docs/.meta.yml", "render_macros: true\n"),)),
    ("a template", (write("docs/main.html", "{{ config }}"),)),
    ("a document", (write("docs/case.docx", ""),)),
    ("a link to a file of the machine", (link("docs/about/passwords.md", "/etc/hostname"),)),
    ("a link to a folder of the machine", (link("docs/machine", "/etc"),)),
    ("a link among the data", (link("data/changes/2001-2003.yaml", "/etc/hostname"),)),
    ("a head that calls for a template", (edit(ABOUT, "title: About", "title: About\ntemplate: ../../evil.html"),)),
    ("a head that lets Jinja run", (edit(ABOUT, "title: About", "title: About\nrender_macros: true"),)),
    ("Jinja in a head", (edit(ABOUT, "title: About", 'title: "{{ 7*7 }}"'),)),
    ("Jinja in the head of an edition's page", (edit(MEETINGS, "title: Meetings", 'title: "{{ 7*7 }}"'),)),
    ("a head that Python would make", (edit(ABOUT, "title: About", "title: About\nx: !!python/object/apply:os.system [id]"),)),
    ("an address of a script", (edit("data/links.yaml", "https://example.org/page", "javascript:alert(1)"),)),
    ("an address without a scheme", (edit("data/links.yaml", "https://example.org/page", "//evil.example/"),)),
    ("an address with a tag", (edit("data/links.yaml", "https://example.org/page", "https://x/<script>"),)),
    ("an address with attributes", (edit("data/links.yaml", "https://example.org/page", 'https://x/ \\"onclick=alert(1)'),)),
    ("an address with Jinja", (edit("data/links.yaml", "https://example.org/page", "https://x/{{ 7*7 }}"),)),
    ("a page's address that leads out", (edit("data/not-covered.yaml", "page: guidance/escalation/", "page: //evil.example/"),)),
    ("a page's address that is a script", (edit("data/not-covered.yaml", "page: guidance/escalation/", "page: 'javascript:alert(1)'"),)),
    ("an id with a tag", (edit(AGENCIES, "- id: college", '- id: "<b>"'),)),
    ("an id that leads up", (edit(EDITIONS, 'id: "2002"', 'id: "../2002"'),)),
    ("a topic that leads up", (edit(EDITIONS, "topics: [meetings, agency-list]", "topics: [meetings, agency-list, ../../../x]"),)),
    ("a call with code", (edit(AGENCY_LIST, "{{ agency_list() }}", "{{ agency_list(7*7) }}"),)),
    ("a mark of a drawn piece in data", (edit("data/sectors.yaml", "name: Health", 'name: "\ue0000\ue001"'),)),
]
"""What files, heads and data may try, and is refused."""
PAYLOADS: list[tuple[str, str]] = [
    ("Jinja", "{{ cycler.__init__.__globals__.os.listdir() }}"),
    ("a statement of Jinja", "{% for x in range(3) %}x{% endfor %}"),
    ("a comment of Jinja", "{# x #}"),
    ("a call", "{{ source_list() }}"),
    ("a script link", "[E](javascript:alert(1))"),
    ("a link by reference", "[E][example-page]"),
    ("a definition", "[E]: //evil.example/"),
    ("a picture", "![x](//evil.example/x.png)"),
    ("an autolink", "<https://evil.example/>"),
    ("a script", "<script>alert(1)</script>"),
    ("a handler", "<img src=x onerror=alert(1)>"),
    ("a closing tag", "</title></textarea></script><svg onload=alert(1)>"),
    ("a comment", "<!-- x"),
    ("attributes", "E {: onmouseover=alert(1) }"),
    ("attributes without a colon", "E { onmouseover=alert(1) }"),
    ("an attribute's end", 'x" onmouseover="alert(1)'),
    ("an attribute's end with an apostrophe", "x' onmouseover='alert(1)"),
    ("an entity", "&lt;script&gt; java&#115;cript: &amp;"),
    ("a heading", "# Heading"),
    ("an item", "-   item"),
    ("a fence", "```"),
    ("marks of Markdown", "**x** _y_ `z` ~~a~~ | b | *c"),
    ("a note", "!!! danger"),
]
"""What a text of data may hold; it comes out as typed."""
FIELDS: tuple[tuple[str, str, str], ...] = (
    (EDITIONS, "name: March 2002", "name: {}"),
    (EDITIONS, "title: Example arrangements, March 2002", "title: {}"),
    ("data/guidance.yaml", "{id: guidance-2002, name: Guidance 2002,", "{id: guidance-2002, name: {}, replaced: {},"),
    ("data/guidance.yaml", 'name: Meeting, says: "The page tells: boards meet more often."', "name: {}, says: {}"),
    ("data/guidance.yaml", "found: It still holds.", "found: {}"),
    ("data/timeline.yaml", "says: The Board begins.", "says: {}"),
    ("data/timeline.yaml", "says: A month later.", "says: {}"),
    (EDITIONS, "status: The first revision.", "status: {}"),
    (EDITIONS, "gap: A revision between the two is not among the sources.", "gap: {}"),
    ("data/sectors.yaml", "name: Health", "name: {}"),
    (AGENCIES, '"2001": {name: Schools, group: Education}', '"2001": {name: {}, group: {}}'),
    (AGENCIES, '"2002": {name: Schools, group: Education}', '"2002": {name: {}, group: {}}'),
    (AGENCIES, "name: Shire Hospital", "name: {}"),
    (AGENCIES, "name: New College of Town", "name: {}"),
    (TERMS, "means: The members and the officers who meet.", "means: {}"),
    ("data/groups.yaml", "says: The group met twice.", "says: {}"),
    ("data/posts.yaml", "name: Jo Example", "name: {}"),
    ("data/posts.yaml", "organisation: not stated", "organisation: {}"),
    ("data/representation.yaml", '"2002": {name: Schools, role: Teach', '"2002": {name: Schools, role: {}'),
    (
        "data/escalation.yaml",
        '"2002": {name: Stage 1, title: Board, at: The Board, does: settles it',
        '"2002": {note: {}, name: Stage 1, title: {}, at: {}, does: {}, first_to: {}, unless: {}, instead: {}, unresolved: {}',
    ),
    ("data/partnerships.yaml", '"2002": {name: Town Forum', '"2002": {note: {}, name: Town Forum'),
    ("data/support-levels.yaml", "says: The first level is the widest.", "says: {}"),
    (
        "data/duties.yaml",
        '"2002": {provision: [meetings-frequency], by: [board-meeting], cadence: quarterly, actor: The Board, frequency: quarterly',
        '"2002": {provision: [meetings-frequency], by: [board-meeting], cadence: quarterly, actor: {}, frequency: {}, note: {}',
    ),
    ("data/reports/2003-04.yaml", "says: Schools met twice.", "says: {}"),
    ("data/promised.yaml", "title: The board meets quarterly", "title: {}"),
    ("data/promised.yaml", "says: Schools met twice.", "says: {}"),
    (
        "data/not-covered.yaml",
        "title: Times of tea, need: meetings, also: [tea], says: Neither edition says when tea is served.",
        "title: {}, need: {}, also: [{}], says: {}",
    ),
    ("data/links.yaml", "title: Example page", "title: {}"),
    ("data/sources.yaml", 'title: Second document, short: "Second document, 2002"', "title: {}, short: {}"),
    ("data/partnership.yaml", "area: Town", "area: {}"),
    ("data/duties.yaml", "title: Board meetings", "title: {}"),
    ("data/sectors.yaml", 'says: "Yes, schools are on the list."', "says: {}"),
    (CHANGES, "title: The board will meet quarterly", "title: {}"),
    (CHANGES, "was: The board should meet quarterly.", "was: {}"),
    (CHANGES, "is: The page points to the list.", "is: {}"),
    (CHANGES, "says: The guidance asks for it., source: second-document, place: section 1", "says: {}, source: second-document, place: {}"),
    (CHANGES, "says: They are on a board in the hall.", "says: {}"),
    (CHANGES, "says: The report found the old name in use.", "says: {}"),
    (KEY_CHANGES, "general: The second document says that guidance changed.", "general: {}"),
    (KEY_CHANGES, "title: The board will meet", "title: {}"),
    (KEY_CHANGES, "was: The board should meet quarterly.", "was: {}"),
    (KEY_CHANGES, "is: The board will meet quarterly.", "is: {}"),
    (KEY_CHANGES, "who: The Board", "who: {}"),
    (KEY_CHANGES, "says: Pages point to one another.", "says: {}"),
)
"""Texts of data that pages show."""


def _on_a_page(text: str) -> tuple[Deed, ...]:
    return (edit(ABOUT, "# About", f"# About\n\n{text}"),)


ATTACKS: list[Attack] = [
    *(Attack(f"on a page: {what}", _on_a_page(text), REFUSED) for what, text in ON_A_PAGE),
    *(Attack(f"on a page, as words: {what}", _on_a_page(text), TEXT) for what, text in WORDS_ON_A_PAGE),
    *(
        Attack(f"in an edition: {what}", (edit(MEETINGS, "Minutes will be kept.", f"Minutes {text} will be kept."),), REFUSED)
        for what, text in IN_AN_EDITION
    ),
    *(Attack(f"in files: {what}", deeds, REFUSED) for what, deeds in FILES),
    *(
        Attack(f"in data: {what}", tuple(edit(path, old, new.replace("{}", json.dumps(text, ensure_ascii=False))) for path, old, new in FIELDS), TEXT)
        for what, text in PAYLOADS
    ),
]


@pytest.mark.parametrize("attack", ATTACKS, ids=[attack.what for attack in ATTACKS])
def test_an_attempt_is_refused_or_is_text(pair: Path, attack: Attack) -> None:
    for deed in attack.deeds:
        deed(pair)
    found = check(pair)[1]
    assert bool(found) == (attack.ends == REFUSED), found
    assert len(found) <= 3, found


class _Seen(HTMLParser):
    """Every element of a page, with its attributes as a browser reads them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))


HARMLESS = frozenset(
    [
        "a",
        "blockquote",
        "br",
        "code",
        "div",
        "em",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "li",
        "ol",
        "p",
        "pre",
        "strong",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
FRAGMENTS = [text for _, text in (*ON_A_PAGE, *WORDS_ON_A_PAGE)]
JOINTS = [
    "",
    " ",
    "\n",
    "\n\n",
    "`",
    "``",
    "```\n",
    "\n```\n",
    "<",
    ">",
    "[",
    "](",
    ")",
    "]",
    "][",
    "    ",
    "\\",
    "*",
    "**",
    "_",
    "{: ",
    " }",
    '"',
    "'",
    "&",
    "|",
    "# ",
    "> ",
    "-   ",
    "!",
    "!!! note\n    ",
    "<!--",
    "-->",
    "<script",
    "</",
    "/>",
    "=",
    "javascript:",
    "//",
    "&#",
    ";",
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.sampled_from(JOINTS), st.text("ab<>&;:[]()`*_{}=\"'\\/! \n", max_size=6)), max_size=12))
def test_whatever_is_accepted_holds_nothing_that_runs(pieces: list[str]) -> None:
    body = "".join(pieces)
    if not _is_accepted(body):
        return
    for tag, attributes in _Seen(markdown.markdown(body, extensions=list(judge.EXTENSIONS))).elements:
        assert tag in HARMLESS
        assert set(attributes) <= {"id", "class", "href", "title", "start"}
        assert re.fullmatch(r"(\.\./)*([a-z0-9-]+/)*[a-z0-9-]+\.md(#.*)?|#.*", attributes.get("href") or "#")


SITE = load(MINIATURE)[0]


def _is_accepted(body: str) -> bool:
    page = split(ABOUT, f"---\ntitle: x\ndescription: x\n---\n{body}")[0]
    site = replace(SITE, others=(*(each for each in SITE.others if each.path != ABOUT), page), memo={})
    rules = (pages.pages_run_only_our_macros, pages.pages_hold_no_html, pages.pages_link_to_what_is_there)
    return not any(each.path == ABOUT for rule in rules for each in rule(site))


def test_the_property_accepts_pages_too() -> None:
    assert _is_accepted("Words, [a link](../index.md), **bold**, `<b>`.")
