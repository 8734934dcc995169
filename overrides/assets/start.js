// What the theme writes into every page as scripts of its own, as one file, and the choice of light or dark: no page holds a script. It
// runs before the rest is drawn. Nothing is kept but that choice, and only once the reader has made it.
(() => {
  "use strict";

  const CHOICE = "__palette";
  const scope = new URL("..", document.currentScript.src); // this file lies one folder below the site

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
    try {
      (store || localStorage).setItem(`${from.pathname}.${key}`, JSON.stringify(value));
    } catch {
      // storage is refused: the choice holds for this page
    }
  };

  // Each choice has a button that leads to the next, and is shown while its choice holds.
  const choices = [...document.querySelectorAll(".palette button")];
  const wished = () => choices.find((each) => matchMedia(each.dataset.media).matches);
  let kept = choices[window.__md_get(CHOICE)?.index];

  function show(choice) {
    for (const name of ["scheme", "primary", "accent"]) document.body.setAttribute(`data-md-color-${name}`, choice.dataset[name]);
    document.documentElement.style.colorScheme = choice.dataset.media.includes("dark") ? "dark" : "light";
    for (const each of choices) each.hidden = each !== choice;
  }

  choices.forEach((choice, i) => {
    choice.addEventListener("click", () => {
      const index = (i + 1) % choices.length;
      kept = choices[index];
      document.body.setAttribute("data-md-color-switching", ""); // the theme's word for: at once, and not little by little
      show(kept);
      kept.focus();
      window.__md_set(CHOICE, { index });
      requestAnimationFrame(() => requestAnimationFrame(() => document.body.removeAttribute("data-md-color-switching")));
    });
    matchMedia(choice.dataset.media).addEventListener("change", (event) => event.matches && !kept && show(choice));
  });
  if (choices.length) show(kept || wished() || choices[0]);
  document.documentElement.classList.replace("no-js", "js");

  // The bar of a phone's browser has the colour of the header, once that is known.
  addEventListener("load", () => {
    const bar = document.createElement("meta");
    bar.name = "theme-color";
    bar.content = getComputedStyle(document.querySelector(".md-header")).backgroundColor;
    document.head.append(bar);
  });
})();
