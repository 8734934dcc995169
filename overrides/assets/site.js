// What the theme's search and menu lack. Everything works without it but the search itself; nothing is sent anywhere or kept.
(() => {
  "use strict";

  // --- The search's index and its worker are fetched when somebody searches, and not before.
  const RealWorker = window.Worker;
  // In a copy that is opened as files no worker may be loaded from one: its program stands at the head of this script.
  const program = window.__worker && URL.createObjectURL(new Blob([window.__worker], { type: "text/javascript" }));
  const workers = [];
  const requests = [];
  let wanted = new URLSearchParams(location.search).has("q");

  function want() {
    if (wanted) return;
    wanted = true;
    requests.splice(0).forEach((send) => send());
    workers.forEach((worker) => worker.start());
  }

  const { open, send } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = function (method, url, ...rest) {
    this.isIndex = String(url).endsWith("/search/search_index.json");
    return open.call(this, method, url, ...rest);
  };
  XMLHttpRequest.prototype.send = function (...body) {
    if (this.isIndex && !wanted) requests.push(() => send.apply(this, body));
    else send.apply(this, body);
  };

  // --- What is typed reaches the search in words that it has; what it finds is shown as entries, with their own addresses.
  const SETUP = 0, QUERY = 2, RESULT = 3; // the theme's kinds of message
  let words = null; // every word of the index, and how often it stands there
  let docs = [];
  let typed = "";
  let last = null;

  function vocabulary() {
    if (words) return words;
    words = new Map();
    for (const doc of docs) {
      const text = `${doc.title} ${doc.text} ${(doc.tags || []).join(" ")}`.replace(/<[^>]*>/g, " ").replace(/&\w+;/g, " ");
      for (const word of text.toLowerCase().match(/[a-z]{3,}/g) || []) words.set(word, (words.get(word) || 0) + 1);
    }
    return words;
  }

  function begins(start) {
    for (const word of vocabulary().keys()) if (word.startsWith(start)) return true;
    return false;
  }

  // “disagreements” where only “disagreement” is written: the search looks for words that begin as typed.
  function known(word) {
    const bare = word.toLowerCase();
    if (!/^[a-z]{4,}$/.test(bare) || begins(bare)) return word;
    const shorter = [bare.replace(/ies$/, "y"), bare.replace(/(es|s|ed|ing|ings|er|ers)$/, ""), bare.replace(/s$/, "")];
    return shorter.find((each) => each.length > 2 && each !== bare && begins(each)) || word;
  }

  function cleaned(query) {
    return query
      .replace(/[“”„«»]/g, '"')
      .replace(/[’‘]/g, "'")
      .replace(/'s\b/gi, "")
      .replace(/[?!,;:.()[\]{}/\\&'+*~^-]+/g, " ")
      .split(/\s+/)
      .map((word) => (word.includes('"') ? word : known(word)))
      .join(" ")
      .trim();
  }

  function sent(message) {
    if (message.type === SETUP) docs = message.data.docs;
    if (message.type !== QUERY) return message;
    typed = message.data;
    return { ...message, data: cleaned(message.data) };
  }

  const LITTLE = new Set("a an and are at do does for how i in is it make my of on or the to we what when where who with".split(" "));

  // Whether every word that was typed, but the little ones, begins a word of an entry's title: then the entry is what was asked for.
  function isAsked(doc) {
    const title = doc.title.replace(/<[^>]*>/g, "").toLowerCase().match(/[a-z0-9]+/g) || [];
    const asked = (cleaned(typed).toLowerCase().match(/[a-z0-9]+/g) || []).filter((word) => !LITTLE.has(word));
    return asked.length > 0 && asked.every((word) => title.some((other) => other.startsWith(word)));
  }

  // A section that answers better than its page stands as a result of its own, so that a reader lands on it.
  function entries(group) {
    const page = group.find((doc) => !doc.location.includes("#"));
    const sections = group.filter((doc) => doc !== page).sort((a, b) => b.score - a.score);
    if (!page) return sections.map((doc) => [doc]);
    const better = sections.filter((doc) => doc.score > page.score || (isAsked(doc) && !isAsked(page))).slice(0, 3);
    const own = better.map((doc) => [{ ...doc, score: Math.max(doc.score, page.score), title: `${doc.title} – ${page.title}` }]);
    return [...own, [page, ...sections.filter((doc) => !better.includes(doc))]];
  }

  function chosen(doc) {
    const only = document.querySelector(".search-edition input:checked");
    return !only || !only.value || doc.location.startsWith(only.value);
  }

  function received(message) {
    if (message.type !== RESULT) return message;
    last = message;
    const groups = message.data.items.map((group) => group.filter(chosen)).filter((group) => group.length);
    const isPageAsked = ([doc]) => !doc.location.includes("#") && isAsked(doc);
    const items = groups.flatMap(entries).sort((a, b) => isPageAsked(b) - isPageAsked(a) || b[0].score - a[0].score);
    hint(items.length);
    return { ...message, data: { ...message.data, items } };
  }

  window.Worker = class extends EventTarget {
    constructor(url) {
      super();
      this.url = url;
      this.queue = [];
      workers.push(this);
      if (wanted) this.start();
    }

    start() {
      this.real = new RealWorker(program || this.url);
      this.real.addEventListener("message", (event) => this.tell(event.data));
      this.queue.splice(0).forEach((message) => this.real.postMessage(message));
    }

    tell(message) {
      this.dispatchEvent(new MessageEvent("message", { data: received(message) }));
    }

    postMessage(message) {
      const ours = sent(message);
      if (this.real) this.real.postMessage(ours);
      else this.queue.push(ours);
    }

    terminate() {
      this.real?.terminate();
    }
  };

  // --- A misspelt word gets a suggestion from the site's own words; an empty result helps on.
  function distance(a, b) {
    let before = null;
    let row = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      for (let j = 1; j <= b.length; j++) {
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (before && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      before = row;
      row = next;
    }
    return row[b.length];
  }

  function nearest(word) {
    const most = word.length < 6 ? 1 : 2;
    let found = null;
    for (const [other, count] of vocabulary()) {
      if (Math.abs(other.length - word.length) > most) continue;
      const far = distance(word, other);
      if (far <= most && (!found || far < found.far || (far === found.far && count > found.count))) found = { other, far, count };
    }
    return found && found.other;
  }

  function suggestion() {
    let changed = false;
    const better = cleaned(typed).split(" ").map((word) => {
      const bare = word.toLowerCase();
      if (!/^[a-z]{4,}$/.test(bare) || begins(bare)) return word;
      const near = nearest(bare);
      changed = changed || Boolean(near);
      return near || word;
    });
    return changed ? better.join(" ") : "";
  }

  function hint(count) {
    const box = document.querySelector(".search-hint");
    if (!box) return;
    const better = typed.trim() ? suggestion() : "";
    box.querySelector(".search-none").hidden = Boolean(count) || !typed.trim();
    const meant = box.querySelector(".search-meant");
    meant.hidden = !better;
    meant.querySelector("button").textContent = better;
  }

  // --- Keys: the menu and the search are buttons, Tab goes through what is open and closes it when it leaves, Escape gives focus back.
  // The theme's own keys are single letters, which nobody can turn off, and Tab, which would close the search before its results.
  window.addEventListener(
    "keydown",
    (event) => {
      const inSearch = event.target.closest?.(".md-search");
      const isLetter = event.key.length === 1 && !event.target.matches?.("input, textarea, select, [contenteditable]");
      const isTyped = inSearch && !event.target.matches(".md-search__input") && !/^(Arrow|Escape)/.test(event.key);
      if (isLetter || isTyped || event.key === "Tab") event.stopImmediatePropagation();
    },
    true,
  );

  // What is opened by a box to tick of the theme's: a button opens it too, and whoever leaves it closes it.
  function panel(toggle, button, part, entry) {
    const told = () => button.setAttribute("aria-expanded", String(toggle.checked));
    const turn = (open) => {
      if (toggle.checked === open) return;
      toggle.checked = open;
      toggle.dispatchEvent(new Event("change", { bubbles: true }));
    };
    let before = null;
    toggle.addEventListener("change", told);
    button.addEventListener("click", () => {
      before = button;
      turn(!toggle.checked);
      if (toggle.checked) setTimeout(() => entry()?.focus(), 60); // once it is visible
    });
    part.addEventListener("focusin", (event) => {
      if (event.relatedTarget && !part.contains(event.relatedTarget)) before = event.relatedTarget;
    });
    part.addEventListener("focusout", (event) => {
      const goal = event.relatedTarget;
      if (goal && goal !== button && !part.contains(goal)) turn(false);
    });
    // The theme hears Escape later, at the window, and lets go of the focus: it is given back after that.
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !toggle.checked) return;
      turn(false);
      setTimeout(() => (button.checkVisibility?.() ? button : before)?.focus());
    });
  }

  document.addEventListener("DOMContentLoaded", () => {
    const input = document.querySelector(".md-search__input");
    const searching = document.getElementById("__search");

    input?.addEventListener("focus", want);
    searching?.addEventListener("change", want);
    document.querySelector(".search-meant button")?.addEventListener("click", (event) => {
      input.value = event.target.textContent;
      input.focus();
      input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
    });
    document.querySelectorAll(".search-edition input").forEach((each) =>
      each.addEventListener("change", () => last && workers.forEach((worker) => worker.tell(last))),
    );
    const list = document.querySelector(".md-search-result__list"); // the theme keeps Tab from its results
    const reached = () => list.querySelectorAll("[tabindex='-1']").forEach((each) => each.removeAttribute("tabindex"));
    if (list) new MutationObserver(reached).observe(list, { childList: true, subtree: true });
    if (input) panel(searching, document.querySelector(".search-button"), document.querySelector(".md-search"), () => input);
    const menu = document.querySelector(".md-sidebar--primary");
    if (menu) panel(document.getElementById("__drawer"), document.querySelector(".menu-button"), menu, () => menu.querySelector("a"));

    // --- An address of something folded opens what it is folded in, in browsers that do not do so themselves.
    const unfold = () => {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      for (let each = target?.closest("details:not([open])"); each; each = each.parentElement.closest("details:not([open])")) each.open = true;
      if (target?.closest("details")) target.scrollIntoView();
    };
    window.addEventListener("hashchange", unfold);
    unfold();
  });
})();

// What has a printed day says by the reader's own date whether it has passed; the words before it are true without this.
(() => {
  "use strict";

  const DAY = 24 * 60 * 60 * 1000;
  const now = new Date();
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  const told = (time) => new Date(time).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

  // The same day of another year; of a day that this year lacks, the last of its month.
  function inYear(year, month, day) {
    return Date.UTC(year, month, Math.min(day, new Date(Date.UTC(year, month + 1, 0)).getUTCDate()));
  }

  function left(time) {
    const days = Math.round((time - today) / DAY);
    return days === 0 ? "today" : days === 1 ? "tomorrow" : `in ${days} days`;
  }

  for (const each of document.querySelectorAll("[data-due]")) {
    const [year, month, day] = each.dataset.due.split("-").map(Number);
    const first = Date.UTC(year, month - 1, day);
    let last = first < today ? first : null;
    let next = first >= today ? first : null;
    if (each.dataset.repeats === "yearly" && last !== null) {
      const thisYear = inYear(now.getFullYear(), month - 1, day);
      last = thisYear < today ? thisYear : inYear(now.getFullYear() - 1, month - 1, day);
      next = thisYear < today ? inYear(now.getFullYear() + 1, month - 1, day) : thisYear;
    }
    const words = [last === null ? "" : `it last fell due on ${told(last)}`, next === null ? "" : `the next day is ${told(next)}, ${left(next)}`];
    const said = document.createElement("strong");
    said.className = "due-now";
    said.textContent = ` By your date today, ${words.filter(Boolean).join("; ")}.`;
    each.append(said);
  }
})();
