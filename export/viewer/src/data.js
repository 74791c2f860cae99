// The graph of the page: nodes, relations with their sentences, and pairs of nodes that are drawn as one line.

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

export function readGraph(json) {
  const graph = JSON.parse(json);
  graph.nodes.forEach((node, index) => {
    node.index = index;
    node.ties = [];
    node.names = [node.label, ...(node.aliases ? node.aliases.split(" | ") : [])];
    node.folded = node.names.map(fold);
  });
  const articles = new Map(graph.articles.map((article) => [article.i, article]));
  const pairs = new Map();
  let [first, last] = [Infinity, -Infinity];
  for (const edge of graph.edges) {
    edge.pair = `${Math.min(edge.s, edge.o)}-${Math.max(edge.s, edge.o)}`;
    if (!pairs.has(edge.pair)) pairs.set(edge.pair, { id: edge.pair, a: Math.min(edge.s, edge.o), b: Math.max(edge.s, edge.o), edges: [] });
    pairs.get(edge.pair).edges.push(edge);
    graph.nodes[edge.s].ties.push(edge);
    if (edge.o !== edge.s) graph.nodes[edge.o].ties.push(edge);
    for (const sentence of edge.ev) {
      sentence.article = articles.get(sentence.a);
      sentence.from = dayOf(sentence.d);
      sentence.to = dayOf(sentence.d, true);
      if (sentence.from < first) first = sentence.from;
      if (sentence.to > last) last = sentence.to;
    }
  }
  graph.pairs = pairs;
  graph.firstDay = Number.isFinite(first) ? first : NaN;
  graph.lastDay = Number.isFinite(last) ? last : NaN;
  graph.relationOf = (name) => (name.startsWith("open:") ? "open" : name);
  return graph;
}
