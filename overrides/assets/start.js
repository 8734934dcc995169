// What the theme writes into every page as scripts of its own, as one file: no page holds a script. It runs once the choice of light or
// dark stands in the page, and before the rest is drawn. Nothing is kept but that choice, and only once the reader has made it.
(() => {
  "use strict";

  const CHOICE = "__palette";
  const scope = new URL("..", document.currentScript.src); // this file lies one folder below the site
  const options = [...document.querySelectorAll(`input[name="${CHOICE}"]`)];
  let chosen = false;

  window.__md_scope = scope;
  window.__md_hash = (text) => [...text].reduce((sum, letter) => (sum << 5) - sum + letter.charCodeAt(0), 0);

  window.__md_get = (key, store, from = scope) => {
    try {
      return JSON.parse((store || localStorage).getItem(`${from.pathname}.${key}`));
    } catch {
      return null; // storage is refused, or holds what nobody can read
    }
  };

  window.__md_set = (key, value, store, from = scope) => {
    if (key === CHOICE && !chosen) return; // the theme would keep what it has only found
    try {
      (store || localStorage).setItem(`${from.pathname}.${key}`, JSON.stringify(value));
    } catch {
      // storage is refused: the choice holds for this page
    }
  };

  document.addEventListener("change", (event) => (chosen = chosen || options.includes(event.target)), true);

  const kept = window.__md_get(CHOICE);
  const first = options[kept?.index] || options.find((each) => matchMedia(each.dataset.mdColorMedia).matches);
  for (const name of ["media", "scheme", "primary", "accent"]) {
    if (first) document.body.setAttribute(`data-md-color-${name}`, first.getAttribute(`data-md-color-${name}`));
  }
  // Each choice has a button that leads to the next; the theme shows the one of the choice that holds.
  options.forEach((option, i) => {
    const button = option.nextElementSibling;
    button.hidden = option !== first;
    button.addEventListener("keydown", (event) => event.stopPropagation()); // the theme would choose a second time
    button.addEventListener("click", () => {
      const next = options[(i + 1) % options.length];
      next.click();
      next.nextElementSibling.hidden = false; // at once, so that it can take the focus
      next.nextElementSibling.focus();
    });
  });
  document.documentElement.classList.replace("no-js", "js");
})();
