"use strict";
// Everything from the page is set with textContent: text stays text.
const sides = JSON.parse(document.getElementById("data").textContent);
const panel = document.getElementById("block");
const list = document.getElementById("blocks");
const options = list ? [...list.querySelectorAll(".b")] : [];
let chosen = null;

const make = (tag, className, ...children) => {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
};

const draw = (shapes, label) => {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 100 10");
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", label);
  for (const [className, x, width] of shapes) {
    const rect = document.createElementNS(space, "rect");
    rect.setAttribute("class", className);
    rect.setAttribute("x", x);
    rect.setAttribute("width", Math.max(width, 0));
    rect.setAttribute("height", 10);
    svg.append(rect);
  }
  return svg;
};

const plural = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;

const gauge = (name, thousandths, threshold) => {
  const shapes = [["track", 0, 100], ["fill", 0, thousandths / 10]];
  if (threshold !== null) shapes.push(["tick", threshold / 10 - 0.4, 0.8]);
  const value = (thousandths / 1000).toFixed(2);
  return make("div", "gauge", make("span", "", name), draw(shapes, `${name}: ${value}`), make("b", "", value));
};

const effectsTable = (features, strings) => {
  const body = make("tbody", "");
  const largest = Math.max(1, ...features.filter((_, place) => place % 3 === 2).map(Math.abs));
  for (let place = 0; place < features.length; place += 3) {
    const effect = features[place + 2];
    const width = (50 * Math.abs(effect)) / largest;
    const shapes = [["axis", 49.2, 1.6], [effect > 0 ? "up" : "down", effect > 0 ? 50 : 50 - width, width]];
    const bar = make("td", "effect", draw(shapes, `${effect > 0 ? "raises" : "lowers"} the score by ${Math.abs(effect)}`));
    body.append(
      make("tr", "", make("th", "", strings[features[place]]), make("td", "number", strings[features[place + 1]]), bar,
        make("td", "number", `${effect > 0 ? "+" : "\u2212"}${Math.abs(effect).toFixed(1)}`)));
  }
  return make("table", "", body);
};

const siteSentences = ([others, here, titled, borrowed, pathOthers, pathShare, pathTeasers, isTemplate], known) => {
  const said = [];
  if (!others) said.push(`Its text stands on none of ${plural(known, "other article")} of the site.`);
  else said.push(`Its text stands on ${others} of ${plural(known, "other article")} of the site, on ${here} at the same place.`);
  if (titled) said.push(`It is the headline of ${titled} of them.`);
  if (borrowed > 2) said.push(`With ${borrowed} blocks of this page it stands further up on one of them.`);
  if (pathOthers) said.push(`Its place holds text on ${pathOthers} of them; ${pathShare} % of that was content.`);
  else said.push("None of them has text at its place.");
  if (pathTeasers) said.push(`At its place stand headlines of others on ${pathTeasers} of them.`);
  if (isTemplate) said.push("So it is a part of the site, not of the article.");
  return said.join(" ");
};

const sameForBoth = (number) => {
  const [one, two] = sides.map((side) => {
    const row = side.blocks[number];
    return row && JSON.stringify([row[5].map((part, place) => (place % 3 < 2 ? side.strings[part] : part)), row[3], side.strings[row[4]]]);
  });
  return one === two;
};

const describe = (side, number) => {
  const row = side.blocks[number];
  if (!row) return make("p", "", "Not seen.");
  const [reason, probability, alone, seconded, path, features, evidence] = row;
  const { strings } = side;
  const part = make("div", "");
  if (sides.length > 1) part.append(make("p", "side-name", side.name));
  const code = reason ? strings[reason - 1] : "";
  part.append(make("p", "sentence", reason ? `Stripped. ${side.reasons[code] || ""}` : "Kept in the text."));
  if (probability !== null) {
    part.append(make("h3", "", "Probability of being main content"));
    if (alone !== probability) part.append(gauge("Page alone", alone, null));
    part.append(gauge(alone === probability ? "Model" : "With the site", probability, side.threshold));
    if (side.threshold !== null) part.append(make("p", "hint", `The mark is the lowest that was kept, ${(side.threshold / 1000).toFixed(2)}.`));
  }
  if (evidence) part.append(make("h3", "", "The site\u2019s other pages"), make("p", "", siteSentences(evidence, side.known)));
  if (side !== sides.at(-1) && sameForBoth(number)) return part; // told once, with the last side
  if (features.length) part.append(make("h3", "", "What mattered, against the page\u2019s middle block"), effectsTable(features, strings));
  if (seconded !== null) part.append(make("h3", "", "trafilatura"), make("p", "", seconded ? "Has it in its text, too." : "Leaves it out."));
  const names = strings[path].split(" > ");
  const line = make("p", "path", names.slice(0, -1).join(" \u203a "), names.length > 1 ? " \u203a " : "", make("b", "", names.at(-1)));
  part.append(make("h3", "", "Place: elements with their classes, ids and roles"), line);
  return part;
};

const close = () => {
  panel.hidden = true;
  if (chosen) chosen.setAttribute("aria-selected", "false");
  chosen = null;
  list.removeAttribute("aria-activedescendant");
};

const choose = (option) => {
  if (chosen) chosen.setAttribute("aria-selected", "false");
  chosen = option;
  option.setAttribute("aria-selected", "true");
  list.setAttribute("aria-activedescendant", option.id);
  const number = Number(option.id.slice(1));
  const button = make("button", "", "Close");
  button.type = "button";
  button.addEventListener("click", () => { close(); list.focus(); });
  panel.replaceChildren(
    make("header", "", make("h2", "", `Block ${number + 1}`), button),
    make("blockquote", "", option.textContent.slice(0, 240)),
    ...sides.map((side) => describe(side, number)));
  panel.hidden = false;
  panel.scrollTop = 0;
  option.scrollIntoView({ block: "nearest" });
};

const isShown = (option) => option.parentElement.checkVisibility({ contentVisibilityAuto: false });

// From a place on, in steps, to the first block that is not hidden.
const choosePlace = (place, step) => {
  while (options[place] && !isShown(options[place])) place += step;
  if (options[place]) choose(options[place]);
};

const move = (step) => choosePlace(chosen ? options.indexOf(chosen) + step : step > 0 ? 0 : options.length - 1, step);

const keys = {
  ArrowDown: () => move(1), ArrowUp: () => move(-1), j: () => move(1), k: () => move(-1), Escape: close,
  Home: () => choosePlace(0, 1), End: () => choosePlace(options.length - 1, -1),
};

if (list) {
  list.addEventListener("click", (event) => {
    const option = event.target.closest(".b");
    if (option && !String(getSelection())) choose(option);
  });
  list.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && !panel.hidden) close(); });
  if (/^#b\d+$/.test(location.hash) && document.getElementById(location.hash.slice(1))) choose(document.getElementById(location.hash.slice(1)));
}

const bar = document.querySelector(".switches");
new ResizeObserver(() => document.documentElement.style.setProperty("--bar", `${bar.offsetHeight}px`)).observe(bar);

for (const name of ["hide-stripped", "only-differences"]) {
  const input = document.getElementById(name);
  if (!input) continue;
  const apply = () => document.body.classList.toggle(name, input.checked);
  input.addEventListener("change", apply);
  apply();
}
for (const input of document.querySelectorAll("[data-reason]")) {
  const apply = () => {
    for (const run of document.querySelectorAll(".run")) if (run.dataset.r === input.dataset.reason) run.hidden = !input.checked;
  };
  input.addEventListener("change", apply);
  apply();
}
