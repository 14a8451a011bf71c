// What makes the pages quicker to work with: keys, marks in step with cards, dropped files, progress. Every page is whole without it.
(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("js");
  const all = (query, from = document) => [...from.querySelectorAll(query)];
  const byId = (id) => document.getElementById(id);
  const remember = (name, value) => { document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=31536000; samesite=strict`; };

  // light or dark
  byId("theme").addEventListener("click", () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    remember("theme", root.dataset.theme);
  });

  // who judges is filled in once
  for (const field of all('input[name="by"]:not([type="hidden"])')) field.addEventListener("change", () => remember("by", field.value));

  // a promise that stands on another page of the list
  if (location.pathname === "/expectations" && location.hash.startsWith("#e-") && !byId(location.hash.slice(1))) {
    location.replace(`/expectations/${location.hash.slice(1).replace("-", ":")}${location.search}`);
  }

  // files dropped on the page
  const drop = document.querySelector(".drop");
  if (drop) {
    const input = drop.querySelector("input");
    const over = (on) => drop.classList.toggle("over", on);
    document.addEventListener("dragover", (event) => { event.preventDefault(); over(true); });
    document.addEventListener("dragleave", () => over(false));
    document.addEventListener("drop", (event) => {
      event.preventDefault();
      over(false);
      if (!event.dataTransfer.files.length) return;
      input.files = event.dataTransfer.files;
      input.form.requestSubmit();
    });
  }

  // how far an addition is: the page's own part is fetched anew until it is over
  const follow = async () => {
    const job = byId("job");
    if (!job || "over" in job.dataset) return;
    try {
      const answer = await fetch(location.href);
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      const next = fresh.getElementById("job");
      if (next) {
        job.replaceWith(next);
        document.querySelector("h1").textContent = fresh.querySelector("h1").textContent;
      }
    } catch { /* the server is busy or gone: ask again */ }
    setTimeout(follow, 700);
  };
  setTimeout(follow, 400);

  // the reader: text and cards in step
  const cards = new Map(all(".card[data-k]").map((card) => [card.dataset.k, card]));
  const numbers = all(".no[data-k]");
  const numberOf = new Map(numbers.map((number) => [number.dataset.k, number]));
  const marks = all(".m[data-s]");
  let shown = new Set(cards.keys());
  let current = null;
  const light = (key, on) => {
    for (const mark of marks) if (mark.dataset.s.split(" ").includes(key)) mark.classList.toggle("on", on);
    numberOf.get(key)?.classList.toggle("on", on);
    cards.get(key)?.classList.toggle("on", on);
  };
  const show = (key, from) => {
    if (current === key) return;
    if (current) light(current, false);
    current = key;
    if (!key) return;
    light(key, true);
    const card = cards.get(key);
    const panel = card.closest("aside");
    if (panel.contains(from)) return; // what is under the pointer stays there
    const [box, view] = [card.getBoundingClientRect(), panel.getBoundingClientRect()];
    if (panel.scrollHeight > panel.clientHeight && (box.top < view.top || box.bottom > view.bottom)) panel.scrollTop += box.top - view.top - 80;
  };
  const keyAt = (target) => {
    const held = target.closest?.(".no[data-k], .card[data-k]");
    if (held) return held.dataset.k;
    return target.closest?.(".m[data-s]")?.dataset.s.split(" ").reverse().find((key) => shown.has(key));
  };
  if (cards.size) {
    document.addEventListener("mouseover", (event) => { const key = keyAt(event.target); if (key) show(key, event.target); });
    document.addEventListener("focusin", (event) => { const key = keyAt(event.target); if (key) show(key); });
    document.addEventListener("click", (event) => {
      const mark = event.target.closest(".m[data-s]");
      const key = mark && !event.target.closest("a") ? keyAt(mark) : null;
      if (key) cards.get(key).querySelector("a.quote")?.focus();
    });
  }

  // words selected in the text go into the field that was last in use
  const pick = document.querySelector(".pick");
  if (pick) {
    let field = document.querySelector("[data-words]");
    document.addEventListener("focusin", (event) => { if (event.target.matches("[data-words]")) field = event.target; });
    document.addEventListener("mouseup", (event) => {
      const words = String(getSelection()).trim();
      if (!words || !field || !pick.contains(event.target)) return;
      field.value = words;
      field.classList.add("filled");
    });
  }

  const filters = byId("filters");
  filters?.addEventListener("change", () => {
    const wanted = all("input:checked", filters).flatMap((box) => box.value.split(" "));
    const fits = (card) => !wanted.length || card.dataset.f.split(" ").some((one) => wanted.includes(one));
    shown = new Set([...cards].filter(([, card]) => fits(card)).map(([key]) => key));
    for (const [key, card] of cards) card.classList.toggle("off", !shown.has(key));
    for (const number of numbers) number.classList.toggle("off", !shown.has(number.dataset.k));
    for (const mark of marks) mark.classList.toggle("off", !mark.dataset.s.split(" ").some((key) => shown.has(key)));
    for (const source of all(".source")) source.classList.toggle("off", !source.querySelector(".card:not(.off)"));
    byId("status").textContent = `${shown.size} of ${cards.size} shown`;
    show(null);
  });

  // keys
  const sheet = byId("keys");
  byId("help").addEventListener("click", () => sheet.showModal());
  byId("keys-close").addEventListener("click", () => sheet.close());
  const steps = () => (cards.size ? numbers.filter((one) => shown.has(one.dataset.k)) : all("main a.step"));
  const step = (by) => {
    const some = steps();
    if (!some.length) return;
    const here = some.indexOf(document.activeElement);
    const next = some[here < 0 ? (by > 0 ? 0 : some.length - 1) : (here + by + some.length) % some.length];
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "center" });
    all(".row.on").forEach((row) => row.classList.remove("on"));
    next.closest(".row")?.classList.add("on");
  };
  const go = new Map(all(".menu a").map((link) => [link.dataset.key, link]));
  const keys = {
    j: () => step(1),
    k: () => step(-1),
    "/": () => byId("q").focus(),
    "?": () => sheet.showModal(),
    f: () => document.querySelector("#filters input, .filters input, .filters select")?.focus(),
    c: () => { if (current) cards.get(current).querySelector(".correct")?.click(); },
  };
  let waiting = false;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || sheet.open) return;
    const typing = event.target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select");
    if (event.key === "Escape") return void document.activeElement?.blur?.();
    if (typing || !byId("single").checked) return;
    const pressed = document.querySelector(`[data-press="${CSS.escape(event.key)}"]`);
    const act = waiting && go.has(event.key) ? () => go.get(event.key).click() : pressed ? () => pressed.click() : keys[event.key];
    waiting = event.key === "g" && !waiting;
    if (act && !waiting) {
      event.preventDefault();
      act();
    }
  });
})();
