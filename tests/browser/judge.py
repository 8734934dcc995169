"""What a browser is asked about a page as it now looks: axe's rules, and what axe does not see."""

from __future__ import annotations

from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = Axe()
FLAWS = Path(__file__).with_name("judge.js").read_text("utf-8")
ARRANGEMENTS = "() => window.arrangements?.size ?? 0"
"""In how many arrangements axe has judged a page by every rule."""
AT_REST = "() => document.readyState === 'complete' && document.getAnimations().every(each => each.playState !== 'running')"

OPEN = "() => document.querySelectorAll('details').forEach(each => each.open = true)"
SPACED = "() => document.documentElement.classList.add('spaced')"
SPACING = ".spaced * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } .spaced p { margin-bottom: 2em !important }"
ACROSS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
SMALL = """() => {
    // WCAG 2.2, 2.5.8: 24 pixels each way, or in a sentence, or with that much room around.
    const seen = [...document.querySelectorAll('a[href], button, summary, input, select, [role=button], label[tabindex]')].filter(each => each.checkVisibility({visibilityProperty: true, opacityProperty: true}))
    const boxes = seen.map(each => [each, each.getBoundingClientRect()]).filter(([, box]) => box.width > 1 && box.height > 1)
    const centre = box => [box.x + box.width / 2, box.y + box.height / 2]
    const inText = each => getComputedStyle(each).display.startsWith('inline') && [...each.parentElement.childNodes].some(node => node !== each && node.textContent.trim().length > 1)
    const rooms = boxes.flatMap(([other]) => [...other.getClientRects()].map(room => [other, room])) // a link that runs over two lines is no box around both
    const crowded = ([each, box]) => rooms.some(([other, room]) => {
        if (other === each || other.contains(each) || each.contains(other)) return false
        const [x, y] = centre(box), [dx, dy] = [Math.max(room.left - x, 0, x - room.right), Math.max(room.top - y, 0, y - room.bottom)]
        const small = room.width < 24 || room.height < 24, [ox, oy] = centre(room)
        return Math.hypot(dx, dy) < 12 || (small && Math.hypot(ox - x, oy - y) < 24)
    })
    return boxes.filter(([each, box]) => Math.min(box.width, box.height) < 23.5 && !inText(each) && crowded([each, box])).map(([each, box]) => `${each.outerHTML.slice(0, 120)} ${Math.round(box.width)}×${Math.round(box.height)}`)
}"""


def flaws(page: Page, known: set[str] | None = None, within: str = "") -> list[list[str]]:
    """What axe finds on a page as it now looks, once nothing moves any more.

    Args:
        page: the page.
        known: looks of text whose contrast has been judged before, to which those of this page are added.
        within: which part of the page is judged; nothing for all of it.
    """
    page.wait_for_function(AT_REST)
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.axe_script)
    found, looks = page.evaluate(FLAWS, [RULES, sorted(known or ()), within])
    if known is not None:
        known.update(looks)
    told: list[list[str]] = found
    return told


FOCUSED = """() => {
    const each = document.activeElement
    if (!each || each === document.body) return null
    const faults = [], at = each.getBoundingClientRect(), style = getComputedStyle(each)
    if (!(at.width > 0 && at.right > 0 && at.left < innerWidth && at.bottom > 0 && at.top < innerHeight && style.visibility !== 'hidden')) faults.push('out of sight')
    const points = [[.5, .5], [.1, .5], [.9, .5], [.5, .1], [.5, .9]].map(([x, y]) => [at.left + x * at.width, at.top + y * at.height])
    const inside = points.filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight)
    const top = inside.map(([x, y]) => document.elementFromPoint(x, y))
    if (!faults.length && !top.some(over => over && (each.contains(over) || over.contains(each) || over.closest('label')?.contains(each)))) faults.push('covered')
    const channels = colour => colour.match(/[\\d.]+/g).map(Number)
    const light = ([...rgb]) => rgb.slice(0, 3).map(c => (c /= 255) <= .03928 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4).reduce((sum, c, i) => sum + c * [.2126, .7152, .0722][i], 0)
    let below = [255, 255, 255]
    for (let up = each.parentElement; up; up = up.parentElement) {
        const colour = channels(getComputedStyle(up).backgroundColor)
        if (colour.length < 4 || colour[3] > .5) { below = colour; break }
    }
    if (each.matches('.md-skip')) below = channels(getComputedStyle(document.querySelector('.md-banner')).backgroundColor)
    const [ring, ground] = [light(channels(style.outlineColor)), light(below)]
    const contrast = (Math.max(ring, ground) + .05) / (Math.min(ring, ground) + .05)
    if (style.outlineStyle !== 'solid' || parseFloat(style.outlineWidth) < 2 || contrast < 3) faults.push(`a ring of ${contrast.toFixed(2)} to 1, ${style.outlineStyle}`)
    return [each.outerHTML.slice(0, 90).replace(/\\s+/g, ' '), faults]
}"""


def walk(page: Page, key: str, most: int) -> tuple[int, list[list[object]]]:
    """Goes through a page by one key.

    Args:
        page: the page.
        key: the key.
        most: after how many stops it is enough.
    Returns: how many stops there were, and what is wrong where the focus is: out of sight, covered, or with a ring that nobody sees.
    """
    wrong: list[list[object]] = []
    for stop in range(most):
        page.keyboard.press(key)
        found = page.evaluate(FOCUSED)
        if found and found[1]:
            page.wait_for_timeout(300)  # what fades in
            found = page.evaluate(FOCUSED)
        if found is None:
            return stop, wrong
        if found[1]:
            wrong.append(found)
    return most, wrong
