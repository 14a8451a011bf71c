// Filters, focus in step between text and cards, keys. Without it the page is whole; it loads nothing.
(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("js");
  const all = (query, from = document) => [...from.querySelectorAll(query)];
  const cards = new Map(all(".card").map((card) => [card.dataset.k, card]));
  const numbers = all(".no");
  const numberOf = new Map(numbers.map((number) => [number.dataset.k, number]));
  const marks = all(".m[data-s]");
  const marksOf = new Map();
  for (const mark of marks) {
    for (const key of mark.dataset.s.split(" ")) {
      if (!marksOf.has(key)) marksOf.set(key, []);
      marksOf.get(key).push(mark);
    }
  }
  const pop = document.createElement("div");
  pop.id = "pop";
  pop.hidden = true;
  document.body.append(pop);
  const wide = window.matchMedia("(min-width: 60rem)");
  let current = null;
  let shown = new Set(cards.keys());

  const light = (key, on) => {
    for (const mark of marksOf.get(key) || []) mark.classList.toggle("on", on);
    numberOf.get(key)?.classList.toggle("on", on);
    cards.get(key)?.classList.toggle("on", on);
  };

  const inside = (panel, card) => {
    if (panel.scrollHeight <= panel.clientHeight) return;
    const [box, view] = [card.getBoundingClientRect(), panel.getBoundingClientRect()];
    if (box.top < view.top) panel.scrollTop += box.top - view.top - 16;
    else if (box.bottom > view.bottom) panel.scrollTop += Math.min(box.bottom - view.bottom, box.top - view.top) + 16;
  };

  const fill = (card) => {
    pop.replaceChildren();
    for (const part of all(":scope > .badges, :scope > .rows", card)) pop.append(part.cloneNode(true));
  };

  const put = (at) => {
    pop.hidden = false;
    if (!wide.matches) return;
    const box = at.getClientRects()[0] || at.getBoundingClientRect();
    const column = at.closest(".text").getBoundingClientRect();
    const left = Math.max(column.left, Math.min(box.left, column.right - pop.offsetWidth));
    const below = box.bottom + 10 + pop.offsetHeight < innerHeight || box.top < pop.offsetHeight + 10;
    pop.style.left = `${left + scrollX}px`;
    pop.style.top = `${(below ? box.bottom + 10 : box.top - pop.offsetHeight - 10) + scrollY}px`;
  };

  const hide = () => {
    if (current) light(current, false);
    current = null;
    pop.hidden = true;
  };

  const show = (key, at) => {
    const card = cards.get(key);
    if (!card || !shown.has(key)) return hide();
    if (current !== key) {
      hide();
      current = key;
      light(key, true);
      inside(card.closest("aside"), card);
    }
    if (!at) {
      pop.hidden = true;
      return undefined;
    }
    fill(card);
    return put(at);
  };

  const innermost = (mark) => mark.dataset.s.split(" ").reverse().find((key) => shown.has(key));

  document.addEventListener("mouseover", (event) => {
    const mark = event.target.closest?.(".m[data-s], .no");
    if (mark) {
      const key = mark.dataset.k || innermost(mark);
      if (key) show(key, mark);
    } else if (event.target.closest?.(".card")) {
      show(event.target.closest(".card").dataset.k, null);
    } else if (!event.target.closest?.("#pop") && !document.activeElement?.closest?.(".no, .card")) hide();
  });
  document.addEventListener("focusin", (event) => {
    const number = event.target.closest(".no");
    const card = event.target.closest(".card");
    if (number) show(number.dataset.k, number);
    else if (card) show(card.dataset.k, null);
    else hide();
  });
  document.addEventListener("click", (event) => {
    const number = event.target.closest(".no");
    const quote = event.target.closest("a.quote");
    if (number && wide.matches) {
      event.preventDefault();
      const card = cards.get(number.dataset.k);
      (card.querySelector("a.quote") || card).focus({ preventScroll: true });
    } else if (quote) {
      event.preventDefault();
      const target = numberOf.get(quote.closest(".card").dataset.k);
      target.scrollIntoView({ block: "center" });
      target.focus({ preventScroll: true });
    } else if (number) pop.hidden = true;
  });

  const filters = document.getElementById("filters");
  const filter = () => {
    const wanted = all("input:checked", filters).flatMap((box) => box.value.split(" "));
    const fits = (card) => !wanted.length || card.dataset.f.split(" ").some((one) => wanted.includes(one));
    shown = new Set([...cards].filter(([, card]) => fits(card)).map(([key]) => key));
    for (const [key, card] of cards) card.classList.toggle("off", !shown.has(key));
    for (const number of numbers) number.classList.toggle("off", !shown.has(number.dataset.k));
    for (const mark of marks) mark.classList.toggle("off", !mark.dataset.s.split(" ").some((key) => shown.has(key)));
    for (const source of all(".source")) source.classList.toggle("off", !source.querySelector(".card:not(.off)"));
    document.getElementById("status").textContent = `${shown.size} of ${cards.size} shown`;
    hide();
  };
  filters?.addEventListener("change", filter);

  const theme = () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  };
  const sheet = document.getElementById("keys");
  document.getElementById("theme").addEventListener("click", theme);
  document.getElementById("help").addEventListener("click", () => sheet.showModal());
  document.getElementById("keys-close").addEventListener("click", () => sheet.close());

  const step = (by) => {
    const open = numbers.filter((number) => shown.has(number.dataset.k));
    if (!open.length) return;
    const here = open.findIndex((number) => number.dataset.k === current);
    const next = here < 0 ? (by > 0 ? 0 : open.length - 1) : (here + by + open.length) % open.length;
    open[next].scrollIntoView({ block: "center" });
    open[next].focus({ preventScroll: true });
  };
  const keys = {
    j: () => step(1),
    k: () => step(-1),
    f: () => filters?.querySelector("input")?.focus(),
    t: theme,
    "?": () => sheet.showModal(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || sheet.open) return;
    if (event.key === "Escape") {
      hide();
      document.activeElement?.blur?.();
    } else if (keys[event.key] && document.getElementById("single").checked) {
      event.preventDefault();
      keys[event.key]();
    }
  });
})();
