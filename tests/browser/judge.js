// What axe finds on a page as it now looks. Its rules of colour are asked of every look that nobody has judged yet, on this page or another;
// all other rules depend on what there is, where it stands and what is shown of it, so they are asked once for each arrangement of a page:
// dark mostly differs from light in colours alone, and where it does not, it is another arrangement.
async ([tags, known, within]) => {
    const root = document.querySelector(within || 'html')
    const all = [root, ...root.querySelectorAll('*')].filter(each => !each.closest('head, script'))
    const COLOURS = ['color-contrast', 'link-in-text-block']
    axe.configure({rules: [{id: 'color-contrast', selector: '[data-judged]'}, {id: 'link-in-text-block', selector: '[data-judged-link]'}]})

    // Colour follows from an element's own look and what lies below, so one element a look is judged: all are nine tenths of axe's time.
    const ground = new Map()
    const below = each => {
        if (!each) return ''
        if (!ground.has(each)) {
            const {backgroundColor, backgroundImage, opacity, position} = getComputedStyle(each)
            const own = [backgroundColor, backgroundImage, opacity, position].join()
            ground.set(each, below(each.parentElement) + (own === 'rgba(0, 0, 0, 0),none,1,static' ? '' : own + ' '))
        }
        return ground.get(each)
    }
    const look = each => {
        const {color, fontSize, fontWeight} = getComputedStyle(each)
        return [color, fontSize, fontWeight, below(each)].join()
    }
    const looks = new Set(known)
    const first = key => looks.size < looks.add(key).size
    for (const each of all) {
        const texts = each.matches('input, textarea, select') || [...each.childNodes].some(node => node.nodeType === 3 && node.data.trim())
        if (!texts || !each.checkVisibility()) continue
        if (first(look(each))) each.setAttribute('data-judged', '')
        // A link is told from the words around it by colour or by more than that; what is underlined needs no judge.
        const {textDecorationLine, borderBottom} = getComputedStyle(each), parent = each.parentElement
        if (!each.matches('a, [role=link]') || textDecorationLine !== 'none') continue
        const stands = [each.className, borderBottom, parent.localName, parent.className, parent.textContent.length > 2 * each.textContent.length]
        if (first(['link', ...stands, look(each), look(parent)].join())) each.setAttribute('data-judged-link', '')
    }

    const arrangement = [within]
    for (const each of all) {
        if (each.closest('.palette')) continue // its buttons change with the scheme
        const {x, y, width, height} = each.getBoundingClientRect(), {display, visibility, overflow} = getComputedStyle(each)
        const attributes = [...each.attributes].filter(({name}) => !/^data-(md-color|judged)/.test(name)).map(({name, value}) => name + value)
        const drawn = ['::before', '::after'].map(part => getComputedStyle(each, part).content)
        arrangement.push(each.localName, ...attributes, x + scrollX, y + scrollY, width, height, display, visibility, overflow, ...drawn)
    }
    const kept = (window.arrangements ??= new Set()), seen = kept.size
    const isNew = kept.add(arrangement.join('\n') + root.textContent).size > seen
    const asked = isNew ? {type: 'tag', values: tags} : {type: 'rule', values: COLOURS}
    const isAsked = isNew || looks.size > known.length
    const {violations} = isAsked ? await axe.run(within || document, {runOnly: asked, preload: false, resultTypes: ['violations']}) : {violations: []}
    document.querySelectorAll('[data-judged], [data-judged-link]').forEach(each => ['data-judged', 'data-judged-link'].forEach(name => each.removeAttribute(name)))
    const told = violations.flatMap(({id, nodes}) => nodes.slice(0, 3).map(node => [id, node.html.slice(0, 160), JSON.stringify(node.any.slice(0, 1))]))
    return [told, [...looks].slice(known.length)]
}
