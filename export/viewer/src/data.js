// The graph of the page: nodes, relations with their sentences, and pairs of nodes that are drawn as one line.
//
// The page holds lines (export/html.cc): `h` and what holds for all, `n` a node, `e` an edge, a tab, its sentences, `a` the number
// of an article, a tab, the article; each in JSON. Sentences and articles, most of the bytes, are parsed when they are looked at.

const DAY = 86400000;

/** Days since 1970 of an ISO 8601 date that may be partial; `last` takes the last day of a month or year. NaN when it is none. */
export function dayOf(date, last = false) {
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(date || "");
  if (!parts) return NaN;
  const [year, month, day] = [Number(parts[1]), parts[2] ? Number(parts[2]) : 0, parts[3] ? Number(parts[3]) : 0];
  if (day) return Date.UTC(year, month - 1, day) / DAY;
  if (!last) return Date.UTC(year, (month || 1) - 1, 1) / DAY;
  return (month ? Date.UTC(year, month, 1) : Date.UTC(year + 1, 0, 1)) / DAY - 1;
}

export function dateOf(day) {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** Lower case without diacritics, for searching. */
export function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** What a node is found by; made when it is first asked for. */
export function foldedNames(node) {
  node.folded ||= node.names.map(fold);
  return node.folded;
}

function addNode(graph, node) {
  node.index = graph.nodes.length;
  node.ties = [];
  node.names = [node.label, ...(node.aliases ? node.aliases.split(" | ") : [])];
  graph.nodes.push(node);
}

function pairOf(graph, edge) {
  const [a, b] = edge.s < edge.o ? [edge.s, edge.o] : [edge.o, edge.s];
  const id = `${a}-${b}`;
  let pair = graph.pairs.get(id);
  if (!pair) graph.pairs.set(id, pair = { id, a, b, edges: [] });
  return pair;
}

// `ev` is a list of articles and dates, [number, date, number, date, ...], and becomes one of sentences that know these alone.
function addEdge(graph, edge, rest, days) {
  const sentences = [];
  for (let i = 0; i < edge.ev.length; i += 2) {
    const date = edge.ev[i + 1];
    if (!days.has(date)) days.set(date, [dayOf(date), dayOf(date, true)]);
    const [from, to] = days.get(date);
    sentences.push({ a: edge.ev[i], d: date, from, to });
    if (from < graph.firstDay) graph.firstDay = from;
    if (to > graph.lastDay) graph.lastDay = to;
  }
  edge.ev = sentences;
  edge.rest = rest;
  const pair = pairOf(graph, edge);
  edge.pair = pair.id;
  pair.edges.push(edge);
  graph.nodes[edge.s].ties.push(edge);
  if (edge.o !== edge.s) graph.nodes[edge.o].ties.push(edge);
  graph.edges.push(edge);
}

/** Completes the sentences of an edge by what they say and by their articles. */
export function readSentences(graph, edge) {
  if (edge.rest === null) return;
  JSON.parse(edge.rest).forEach((more, i) => Object.assign(edge.ev[i], more));
  edge.rest = null;
  for (const sentence of edge.ev) {
    const article = graph.articles.get(sentence.a);
    if (typeof article === "string") graph.articles.set(sentence.a, JSON.parse(article));
    sentence.article = graph.articles.get(sentence.a);
  }
}

export function readGraph(text) {
  const graph = { nodes: [], edges: [], articles: new Map(), pairs: new Map(), firstDay: Infinity, lastDay: -Infinity };
  const days = new Map();
  for (let begin = 0, end = 0; begin < text.length; begin = end + 1) {
    end = text.indexOf("\n", begin);
    if (end < 0) end = text.length;
    const line = text.slice(begin + 1, end);
    const tab = line.indexOf("\t");
    const kind = text[begin];
    if (kind === "n") addNode(graph, JSON.parse(line));
    else if (kind === "e") addEdge(graph, JSON.parse(line.slice(0, tab)), line.slice(tab + 1), days);
    else if (kind === "a") graph.articles.set(Number(line.slice(0, tab)), line.slice(tab + 1));
    else if (kind === "h") Object.assign(graph, JSON.parse(line));
  }
  if (!Number.isFinite(graph.firstDay)) graph.firstDay = graph.lastDay = NaN;
  graph.relationOf = (name) => (name.startsWith("open:") ? "open" : name);
  return graph;
}
