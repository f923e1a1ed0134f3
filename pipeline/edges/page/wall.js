"use strict";
/* The wall in the browser: draws what the program says, and tells it which key was pressed.
   Everything people wrote is put in place as text, never as HTML; names and ideas keep their own direction. */

const DWELL = 12_000; // milliseconds that a page of ideas stays
const FRESH = 9_000; // milliseconds that a new idea is marked, and that a page turned by hand stays
const ARRIVING = 1_000; // milliseconds in which a new idea moves into its place
const MANY = 6; // more ideas than these on one place are only listed
const SMALLEST = 3.6; // percent of the screen's height: the letters of an idea
const SIZES = [9, 7.5, 6.2, 5.2, 4.4, SMALLEST];
const BREADTH = 14.5; // a column is at least so many letters' heights wide: room for kinderfietsenruil
const LOOKS = ["light", "dark", "contrast"];

const at = (id) => document.getElementById(id);
const kept = (name, fallback) => JSON.parse(sessionStorage.getItem(name) ?? "null") ?? fallback;
const keep = (name, value) => sessionStorage.setItem(name, JSON.stringify(value));

let scene = null;
let pages = [[]];
let page = kept("page", 0);
let paused = kept("paused", false);
let size = SMALLEST;
let typed = "";
let typing = 0;
let turnedAt = Date.now();
let quietUntil = 0;
let lost = false;
const arrived = new Map(); // number of a new idea → when it came in

/* Building blocks */

function element(name, classes, ...inside) {
  const made = document.createElement(name);
  if (classes) made.className = classes;
  made.append(...inside.filter((one) => one !== null && one !== ""));
  return made;
}

const own = (text) => element("bdi", "", text);

/* `tafel 7` stays on one line. */
const unbroken = (table) => own(table.replace(/ (?=\S{1,3}$)/, "\u00a0"));

function between(parts, separator) {
  return parts.flatMap((part, nth) => (nth ? [separator, part] : [part]));
}

function thinkers(idea) {
  const names = between(idea.names.map(own), ", ");
  if (idea.others) names.push(" ", idea.others);
  const tables = between(idea.tables.map(unbroken), ", ");
  return names.length && tables.length ? [...names, " · ", ...tables] : [...names, ...tables];
}

function number(idea) {
  return element("span", "number", String(idea.number));
}

function body(idea) {
  const text = element("span", "text", idea.text);
  text.dir = "auto"; // its own direction, apart from what stands around it
  const made = element("div", "body", text);
  const by = thinkers(idea);
  if (by.length) made.append(element("span", "by", ...by));
  if (idea.joined.length) {
    const others = idea.joined.map((one) => element("span", "", `+ ${one.number} `, own(one.text)));
    made.append(element("span", "joined", ...between(others, "; ")));
  }
  return made;
}

function card(idea) {
  const made = element("article", "card", number(idea), body(idea));
  if (idea.stickers) made.lastChild.append(element("span", "stickers", idea.stickers));
  if (arrived.has(idea.number)) made.classList.add("new");
  if (Date.now() - (arrived.get(idea.number) ?? 0) < ARRIVING) made.classList.add("arriving");
  made.dataset.number = idea.number;
  return made;
}

function winner(idea) {
  return element("div", "winner", number(idea), body(idea), element("span", "stickers", idea.stickers));
}

/* Which cards stand on which page: the largest letters with which all fit on one, else the smallest. */

function packed(heights, room, columns, gap) {
  const found = [];
  let column = room;
  for (const [nth, height] of heights.entries()) {
    if (column + gap + height > room) {
      if (!found.length || found.at(-1).length === columns) found.push([]);
      found.at(-1).push([]);
      column = -gap;
    }
    found.at(-1).at(-1).push(nth);
    column += gap + height;
  }
  return found.length ? found : [[]];
}

function measured(cards, width, letters) {
  const ruler = at("ruler");
  ruler.style.width = `${width}px`;
  ruler.style.setProperty("--type", `${letters}vh`);
  ruler.replaceChildren(...cards);
  return cards.map((one) => one.offsetHeight);
}

function columnsFor(letters, width, height) {
  return Math.max(1, Math.floor(width / (letters / 100) / height / BREADTH));
}

function layOut() {
  const { clientWidth: width, clientHeight: height } = at("ideas");
  if (!width || !height) return;
  const gap = window.innerHeight * 0.016;
  const cards = scene.ideas.map(card);
  const sizes = cards.length > 40 ? [SMALLEST] : SIZES;
  for (const letters of sizes) {
    const columns = columnsFor(letters, width, window.innerHeight);
    const heights = measured(cards, (width - gap * (columns - 1)) / columns, letters);
    pages = packed(heights, height, columns, gap);
    size = letters;
    at("ideas").style.setProperty("--columns", columns);
    if (pages.length === 1) break;
  }
  at("ideas").dataset.columns = columnsFor(size, width, window.innerHeight);
  at("ruler").replaceChildren();
}

/* Drawing */

function draw() {
  if (!scene) return;
  document.documentElement.lang = scene.language;
  document.title = scene.title;
  at("title").textContent = scene.title;
  at("count").textContent = scene.count;
  at("note").textContent = lost ? scene.labels.lost : scene.note;
  const large = scene.ideas.find((idea) => idea.number === scene.idea);
  at("ideas").hidden = Boolean(large) || scene.view !== "ideas";
  at("result").hidden = Boolean(large) || scene.view !== "result";
  at("large").hidden = !large;
  if (large) drawLarge(large);
  else if (scene.view === "result") drawResult();
  else drawIdeas();
  drawPage(large);
}

function drawIdeas() {
  layOut();
  page = Math.min(Math.max(page, 0), pages.length - 1);
  keep("page", page);
  const wall = at("ideas");
  wall.style.setProperty("--type", `${size}vh`);
  if (!scene.ideas.length) {
    wall.replaceChildren(element("p", "message", scene.labels.no_ideas));
    return;
  }
  const columns = pages[page].map((column) => element("div", "column", ...column.map((nth) => card(scene.ideas[nth]))));
  while (columns.length < Number(wall.dataset.columns)) columns.push(element("div", "column"));
  wall.replaceChildren(...columns);
}

function drawLarge(idea) {
  const made = card(idea);
  const section = at("large");
  section.replaceChildren(made);
  shrink(section, () => made.scrollHeight > made.clientHeight + 1 || made.scrollWidth > made.clientWidth + 1, 11);
}

function drawResult() {
  const { heading, cast, refused, places } = scene.result;
  const section = at("result");
  const shownBefore = new Set([...section.querySelectorAll(".place:not(.secret)")].map((one) => one.dataset.place));
  const hadPlaces = section.querySelector(".place") !== null;
  section.replaceChildren(
    element("h2", "", heading),
    ...(cast ? [element("p", "", cast)] : []),
    ...places.map((one) => place(one, hadPlaces && !shownBefore.has(String(one.place)))),
    ...(refused ? [element("p", "", refused)] : []),
  );
  shrink(section, () => section.scrollHeight > section.clientHeight + 1 || section.firstChild.offsetTop < 0, 6);
  section.querySelector(".fresh")?.scrollIntoView({ block: "nearest" });
}

function place(one, fresh) {
  const medal = element("span", "medal", String(one.place));
  if (!one.ideas) {
    const secret = element("div", "place secret", medal, element("span", "secret-sign", "?"));
    secret.dataset.place = one.place;
    return secret;
  }
  const made = element("div", "place", medal, element("div", "", ...one.ideas.map(winner)));
  if (one.ideas.length > MANY) made.classList.add("many");
  if (one.tie) made.append(element("p", "tie", one.tie));
  if (one.place === 1) made.classList.add("first");
  if (fresh) made.classList.add("fresh");
  made.dataset.place = one.place;
  return made;
}

/* The largest letters with which it fits. */
function shrink(section, tooLarge, largest) {
  for (let letters = largest; ; letters *= 0.93) {
    section.style.setProperty("--type", `${letters}vh`);
    if (letters < 1.5 || !tooLarge()) return;
  }
}

function drawPage(large) {
  const several = !large && scene.view === "ideas" && pages.length > 1;
  const told = scene.labels.page.replace("{page}", page + 1).replace("{pages}", pages.length);
  at("page").textContent = several ? (paused ? `${told} · ${scene.labels.paused}` : told) : "";
  at("typed").textContent = typed;
}

/* What comes in */

function take(next) {
  const before = scene;
  scene = next;
  if (!before) {
    keep("turns", kept("turns", next.turns));
  }
  noticeNew(before, next);
  const turns = next.turns - kept("turns", next.turns);
  keep("turns", next.turns);
  if (turns && before) turn(turns);
  else draw();
}

function noticeNew(before, next) {
  if (!before) return;
  const known = new Set(before.ideas.map((idea) => idea.number));
  const fresh = next.ideas.map((idea) => idea.number).filter((number) => !known.has(number));
  for (const number of fresh) {
    arrived.set(number, Date.now());
    setTimeout(() => forget(number), FRESH);
  }
  if (!fresh.length || paused || Date.now() < quietUntil || next.view !== "ideas" || next.idea) return;
  at("ideas").hidden = false;
  layOut();
  const newest = next.ideas.findIndex((idea) => idea.number === fresh.at(-1));
  page = pages.findIndex((one) => one.some((column) => column.includes(newest)));
  turnedAt = Date.now();
}

function forget(number) {
  arrived.delete(number);
  document.querySelector(`#ideas .card[data-number="${number}"]`)?.classList.remove("new");
}

function turn(by) {
  quietUntil = Date.now() + FRESH;
  turnedAt = Date.now();
  if (page + by >= pages.length) {
    ask("result");
    return;
  }
  page = Math.max(0, page + by);
  draw();
  at("ideas").classList.remove("turned");
  void at("ideas").offsetWidth;
  at("ideas").classList.add("turned");
}

/* Ideas turn by themselves, for as long as nobody stops them. */
setInterval(() => {
  const showing = scene && scene.view === "ideas" && scene.idea === null && !at("help").open;
  if (!showing || paused || pages.length < 2 || Date.now() - turnedAt < DWELL) return;
  page = (page + 1) % pages.length;
  turnedAt = Date.now();
  draw();
}, 500);

/* What is asked */

function ask(step, number) {
  return fetch("do", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ do: step, number }),
  }).catch(() => {});
}

function type(digit) {
  typed = (typed + digit).slice(-5);
  clearTimeout(typing);
  typing = setTimeout(show, 2500);
  drawPage(scene?.idea);
}

function show() {
  clearTimeout(typing);
  const number = Number(typed);
  typed = "";
  const known = scene.ideas.some((idea) => idea.number === number || idea.joined.some((one) => one.number === number));
  if (known) {
    ask("idea", number);
  } else {
    typed = scene.labels.unknown_idea.replace("{n}", number);
    typing = setTimeout(() => { typed = ""; drawPage(scene.idea); }, 2500);
  }
  drawPage(scene.idea);
}

function escape() {
  if (typed) {
    clearTimeout(typing);
    typed = "";
    drawPage(scene?.idea);
  } else {
    ask("ideas");
  }
}

function pause() {
  paused = !paused;
  keep("paused", paused);
  turnedAt = Date.now();
  draw();
}

function fullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen().catch(() => {});
}

function black() {
  document.body.classList.toggle("black");
}

function look(next) {
  document.documentElement.dataset.look = next;
  localStorage.setItem("look", next);
}

function nextLook() {
  look(LOOKS[(LOOKS.indexOf(document.documentElement.dataset.look) + 1) % LOOKS.length]);
}

function help() {
  if (!scene) return;
  const { labels } = scene;
  const keys = [
    [`${labels.space}  →  Page Down`, labels.help_next],
    ["←  Page Up", labels.help_back],
    ["↓  ↑", labels.help_views],
    ["1 4 Enter", labels.help_number],
    ["Esc", labels.help_escape],
    ["H", labels.help_hide],
    ["P", labels.help_pause],
    ["B", labels.help_black],
    ["C", labels.help_contrast],
    ["F", labels.help_full],
    ["?", labels.help_keys],
  ];
  const rows = keys.flatMap(([key, what]) => [element("dt", "", key), element("dd", "", what)]);
  at("help").querySelector("h2").textContent = labels.help;
  at("help").querySelector("dl").replaceChildren(...rows);
  at("help").showModal();
}

const KEYS = {
  " ": () => ask("next"),
  ArrowRight: () => ask("next"),
  PageDown: () => ask("next"),
  ArrowLeft: () => ask("back"),
  PageUp: () => ask("back"),
  Backspace: () => ask("back"),
  ArrowDown: () => ask("result"),
  ArrowUp: () => ask("ideas"),
  Enter: () => (/^\d+$/.test(typed) ? show() : ask("next")),
  Escape: escape,
  h: () => ask("hide"),
  p: pause,
  b: black,
  ".": black, // the button of a presenter remote
  c: nextLook,
  f: fullScreen,
  "?": help,
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
  if (at("help").open) {
    at("help").close();
    event.preventDefault();
    return;
  }
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (/^[0-9]$/.test(key)) type(key);
  else if (Object.hasOwn(KEYS, key)) KEYS[key]();
  else return;
  event.preventDefault();
});

/* The screen stays on for as long as the wall is in view. */
function stayAwake() {
  if (document.visibilityState === "visible") navigator.wakeLock?.request("screen").catch(() => {});
}

/* Beginning */

document.addEventListener("visibilitychange", stayAwake);
stayAwake();

const dark = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
const wished = matchMedia("(prefers-contrast: more)").matches ? "contrast" : dark;
look(localStorage.getItem("look") ?? wished);
new ResizeObserver(draw).observe(document.documentElement);

const news = new EventSource("events");
news.onmessage = (event) => {
  lost = false;
  take(JSON.parse(event.data));
};
news.onerror = () => {
  lost = true;
  draw();
};
