// The panel on the left: search and filters.
import { dateOf, fold, foldedNames } from "./data.js";
import { get, make, plural } from "./dom.js";
import { rangeOf } from "./range.js";

const MOST_MATCHES = 12;

/** Search with a list of names that arrow keys walk through. */
export class Search {
  constructor(graph, choose) {
    this.graph = graph;
    this.choose = choose;
    this.input = get("search");
    this.list = get("matches");
    this.found = [];
    this.active = 0;
    this.input.addEventListener("input", () => this.update());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => setTimeout(() => this.hide(), 150));
  }

  // By how well the best of its names fits, then by how many articles tell of it: an alias is as good as a label.
  matches(text) {
    const wanted = fold(text.trim());
    if (!wanted) return [];
    const found = [];
    for (const node of this.graph.nodes) {
      let best = 0, name = 0;
      foldedNames(node).forEach((folded, i) => {
        const at = folded.indexOf(wanted);
        if (at < 0) return;
        const score = (folded === wanted ? 4 : at === 0 ? 3 : folded[at - 1] === " " ? 2 : 1);
        if (score > best) [best, name] = [score, i];
      });
      if (best) found.push({ node, best, name: node.names[name] });
    }
    return found.sort((a, b) => b.best - a.best || b.node.articles - a.node.articles || a.node.index - b.node.index).slice(0, MOST_MATCHES);
  }

  update() {
    this.found = this.matches(this.input.value);
    this.active = 0;
    this.list.replaceChildren(...this.found.map(({ node, name }, i) =>
      make("li", { role: "option", id: `match-${i}`, onmousedown: (event) => { event.preventDefault(); this.take(i); } },
        make("span", { class: "swatch", style: `background:${node.color}` }),
        make("span", {}, node.label, name !== node.label && make("span", { class: "alias" }, ` also ${name}`)),
        make("span", { class: "count" }, plural(node.articles, "article")))));
    if (this.input.value.trim() && this.found.length === 0) this.list.append(make("li", { class: "alias" }, "No name like this in the graph"));
    this.list.hidden = this.list.childElementCount === 0;
    this.input.setAttribute("aria-expanded", String(!this.list.hidden));
    this.mark();
  }

  mark() {
    [...this.list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === this.active)));
    this.list.children[this.active]?.scrollIntoView({ block: "nearest" });
    if (this.found.length) this.input.setAttribute("aria-activedescendant", `match-${this.active}`);
  }

  take(i) {
    const match = this.found[i];
    if (!match) return;
    this.input.value = match.node.label;
    this.hide();
    this.choose(match.node.index);
  }

  hide() {
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
  }

  key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && this.found.length) {
      this.active = (this.active + step + this.found.length) % this.found.length;
      this.mark();
    } else if (event.key === "Enter") {
      this.take(this.active);
    } else if (event.key === "Escape" && this.input.value) {
      this.input.value = "";
      this.update();
      event.stopPropagation();
    } else {
      return;
    }
    event.preventDefault();
  }
}

function checkboxes(container, rows, chosen, changed) {
  for (const row of rows) {
    if (row.group) {
      container.append(make("p", { class: "group" }, row.group));
      continue;
    }
    const box = make("input", { type: "checkbox", checked: true, value: row.value, onchange: () => {
      if (box.checked) chosen.add(row.value); else chosen.delete(row.value);
      changed();
    } });
    container.append(make("label", { title: row.title }, box, row.color && make("span", { class: "swatch", style: `background:${row.color}` }),
      make("span", { class: "name" }, row.name), make("span", { class: "count" }, row.count.toLocaleString("en"))));
  }
}

function bulk(kind, container, chosen, changed) {
  const all = (on) => {
    for (const box of container.querySelectorAll("input")) {
      box.checked = on;
      if (on) chosen.add(box.value); else chosen.delete(box.value);
    }
    changed();
  };
  document.querySelector(`.bulk[data-for=${kind}]`).append(
    make("button", { type: "button", onclick: () => all(true), "aria-label": `All ${kind}` }, "all"),
    make("button", { type: "button", onclick: () => all(false), "aria-label": `No ${kind}` }, "none"));
}

function countBy(items, key) {
  const counts = new Map();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) || 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
}

/** Makes the filters and returns their state; `changed` is called when it changes. */
export function makeFilters(graph, changed) {
  const state = { types: new Set(), relations: new Set(), whole: true, since: graph.firstDay, until: graph.lastDay, support: 1, negated: true, modal: true, claimed: true };
  const types = countBy(graph.nodes, (node) => node.type);
  types.forEach(([type]) => state.types.add(type));
  const byCommunity = graph.nodes.some((node) => node.community);
  const colorOf = (type) => (byCommunity ? null : graph.nodes.find((node) => node.type === type).color);
  checkboxes(get("types"), types.map(([value, count]) => ({ value, name: value, count, color: colorOf(value) })), state.types, changed);
  bulk("types", get("types"), state.types, changed);

  const relations = countBy(graph.edges, (edge) => graph.relationOf(edge.r));
  relations.forEach(([name]) => state.relations.add(name));
  const isFact = ([name]) => graph.relations[name]?.fact;
  const row = ([value, count]) => ({ value, name: value.replace(/-/g, " "), count });
  const [facts, events] = [relations.filter(isFact), relations.filter((relation) => !isFact(relation))];
  checkboxes(get("relations"), [events.length && { group: "Events" }, ...events.map(row), facts.length && { group: "Facts" }, ...facts.map(row)].filter(Boolean), state.relations, changed);
  bulk("relations", get("relations"), state.relations, changed);

  const support = get("support");
  const supportText = () => { get("support-text").textContent = state.support === 1 ? "any number of articles" : `at least ${state.support} articles`; };
  support.max = String(Math.max(2, Math.min(20, graph.edges.reduce((most, edge) => Math.max(most, edge.n), 1))));
  support.addEventListener("input", () => { state.support = Number(support.value); supportText(); changed(); });
  supportText();
  for (const name of ["negated", "modal", "claimed"]) {
    get(name).addEventListener("change", (event) => { state[name] = event.target.checked; changed(); });
  }
  makeTimeline(graph, state, changed);
  return state;
}

function makeTimeline(graph, state, changed) {
  if (!Number.isFinite(graph.firstDay)) {
    get("time").hidden = true;
    return;
  }
  const days = graph.edges.flatMap((edge) => edge.ev).map((sentence) => sentence.from).filter(Number.isFinite);
  const end = Math.max(graph.lastDay, graph.firstDay + 1);
  const [first, last] = rangeOf(days, graph.firstDay, end);
  const bins = Math.min(60, last - first + 1);
  const counts = new Array(bins).fill(0);
  const binOf = (day) => Math.max(0, Math.min(bins - 1, Math.floor(((day - first) / (last - first + 1)) * bins)));
  for (const day of days) ++counts[binOf(day)];
  const svg = get("histogram");
  svg.setAttribute("viewBox", `0 0 ${bins} 34`);
  const highest = Math.max(1, ...counts);
  const bars = counts.map((count, i) => {
    const bar = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    const height = count ? Math.max(2, (32 * count) / highest) : 0;
    for (const [name, value] of Object.entries({ x: i + 0.1, y: 34 - height, width: 0.8, height })) bar.setAttribute(name, value);
    svg.append(bar);
    return bar;
  });
  const [since, until] = [get("since"), get("until")];
  for (const [input, value] of [[since, first], [until, last]]) {
    input.min = String(first);
    input.max = String(last);
    input.value = String(value);
  }
  const update = () => {
    const [low, high] = [Number(since.value), Number(until.value)].sort((a, b) => a - b);
    state.since = low <= first ? graph.firstDay : low;
    state.until = high >= last ? end : high;
    state.whole = low <= first && high >= last;
    get("span").textContent = `${dateOf(state.since)} to ${dateOf(state.until)}`;
    since.setAttribute("aria-valuetext", dateOf(state.since));
    until.setAttribute("aria-valuetext", dateOf(state.until));
    bars.forEach((bar, i) => bar.setAttribute("class", i >= binOf(state.since) && i <= binOf(state.until) ? "in" : ""));
  };
  for (const input of [since, until]) input.addEventListener("input", () => { update(); changed(); });
  update();
}

export function describe(graph) {
  get("summary").textContent = `${plural(graph.nodes.length, "node")}, ${plural(graph.edges.length, "relation")} from ${plural(graph.articles.size, "article")}`;
}
