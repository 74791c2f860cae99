// The panel on the right: a node with its edges, or the sentences behind the relations of a pair.
import { readSentences } from "./data.js";
import { get, make, plural } from "./dom.js";
import { sentencesOf, supportOf } from "./filter.js";

const VERBS = { "met-with": "met with", "holds-position": "holds a position at", "member-of": "is a member of",
  "citizen-of": "is a citizen of", "located-in": "is in", "part-of": "is part of", "related-to": "is related to",
  "agreed-with": "agreed with", "cooperated-with": "cooperated with", "yielded-to": "yielded to" };

export function verbOf(edge) {
  return VERBS[edge.r] || edge.r.replace(/^open:/, "").replace(/[-_]/g, " ");
}

function tags(edge) {
  return [
    edge.neg && make("span", { class: "tag warn" }, "denied"),
    edge.mod && make("span", { class: "tag" }, edge.mod),
    edge.att && make("span", { class: "tag" }, "claimed by others"),
  ];
}

/** The sentence with subject and object marked; places count code points. */
function marked(sentence) {
  const points = Array.from(sentence.s || "");
  const spans = [];
  for (let i = 0; i + 1 < sentence.m.length; i += 2) spans.push([sentence.m[i], sentence.m[i + 1]]);
  spans.sort((a, b) => a[0] - b[0]);
  const parts = [];
  let at = 0;
  for (const [begin, end] of spans) {
    if (begin < at || end > points.length) continue;
    parts.push(points.slice(at, begin).join(""), make("mark", {}, points.slice(begin, end).join("")));
    at = end;
  }
  parts.push(points.slice(at).join(""));
  return parts;
}

function source(sentence, graph) {
  const article = sentence.article || {};
  const title = article.title || article.id || "article";
  const parts = [[sentence.d || article.date, article.source].filter(Boolean).join(" · ")];
  if (parts[0]) parts.push(" · ");
  // Only addresses of the web become links: a page may not be made to run something.
  parts.push(/^https?:\/\//i.test(article.url || "") ? make("a", { href: article.url, target: "_blank", rel: "noopener noreferrer" }, title) : title);
  if (sentence.by !== undefined) parts.push(` · according to ${graph.nodes[sentence.by].label}`);
  if (sentence.c !== undefined) parts.push(` · confidence ${sentence.c.toFixed(2)}`);
  return [make("cite", {}, parts), origin(sentence, article)];
}

/** Where the archive has the sentence: file, members, line or byte and id of the record, and the place in the text. */
function origin(sentence, article) {
  const characters = `characters ${sentence.p[0]}-${sentence.p[1]}`;
  const where = article.origin ? `${characters} of ${article.origin}` : characters;
  return make("cite", { class: "origin", title: "Where the archive has it" }, where);
}

export class Details {
  /** `go` has node(index), pair(id), nothing(). */
  constructor(graph, go) {
    this.graph = graph;
    this.go = go;
    this.panel = get("details");
    this.body = get("details-body");
    get("close").addEventListener("click", () => go.nothing());
  }

  hide() {
    this.panel.hidden = true;
  }

  open(...content) {
    this.body.replaceChildren(...content.flat().filter(Boolean));
    this.panel.hidden = false;
    this.panel.scrollTop = 0;
  }

  node(node, shown, state) {
    const facts = [node.type, node.country, node.sector].filter(Boolean).join(", ");
    const dates = node.first ? `${node.first} to ${node.last}` : "";
    const ties = node.ties.filter((edge) => shown.has(edge)).sort((a, b) => supportOf(b, state) - supportOf(a, state));
    const out = ties.filter((edge) => edge.s === node.index);
    const into = ties.filter((edge) => edge.s !== node.index);
    this.open(
      make("h2", {}, make("span", { class: "swatch", style: `background:${node.color};display:inline-block;margin-right:8px` }), node.label),
      make("p", { class: "soft" }, facts),
      node.text && make("blockquote", {}, node.text),
      node.aliases && make("p", { class: "soft" }, `also: ${node.names.slice(1, 13).join(", ")}${node.names.length > 13 ? ", …" : ""}`),
      make("p", { class: "soft" }, `${plural(node.mentions, "mention")} in ${plural(node.articles, "article")}${dates ? `, ${dates}` : ""}`),
      this.ties(out, "To others", (edge) => edge.o, state),
      this.ties(into, "From others", (edge) => edge.s, state),
      ties.length === 0 && make("p", { class: "soft" }, "No relation of it passes the filters."),
    );
  }

  ties(edges, heading, other, state) {
    if (edges.length === 0) return null;
    const row = (edge) => {
      const name = make("span", { class: "other" }, this.graph.nodes[other(edge)].label, " ", tags(edge));
      const verb = make("span", { class: "verb" }, verbOf(edge));
      const into = heading !== "To others";
      return make("li", {}, make("button", { onclick: () => this.go.pair(edge.pair) }, into ? [name, verb] : [verb, name],
        make("span", { class: "count" }, String(supportOf(edge, state)))));
    };
    return [make("h3", {}, heading), make("ul", { class: "ties" }, edges.slice(0, 200).map(row)),
      edges.length > 200 && make("p", { class: "soft" }, `and ${edges.length - 200} more`)].filter(Boolean);
  }

  pair(pair, shown, state) {
    const link = (index) => make("button", { class: "link", style: "padding:0;font-size:inherit", onclick: () => this.go.node(index) }, this.graph.nodes[index].label);
    const edges = pair.edges.filter((edge) => shown.has(edge)).sort((a, b) => supportOf(b, state) - supportOf(a, state));
    this.open(
      make("h2", {}, link(pair.a), " – ", link(pair.b)),
      edges.map((edge) => this.relation(edge, state)),
      edges.length === 0 && make("p", { class: "soft" }, "No relation between them passes the filters."),
    );
  }

  relation(edge, state) {
    readSentences(this.graph, edge);
    const [subject, object] = [this.graph.nodes[edge.s].label, this.graph.nodes[edge.o].label];
    const sentences = sentencesOf(edge, state).slice().sort((a, b) => (a.d || "9").localeCompare(b.d || "9"));
    const left = state.whole ? edge.e - edge.ev.length : 0;
    return make("section", { class: "relation" },
      make("h3", {}, subject, " ", make("b", {}, verbOf(edge)), " ", object),
      make("p", { class: "soft" }, tags(edge), `${plural(supportOf(edge, state), "article")}, confidence ${edge.c.toFixed(2)}`),
      sentences.map((sentence) => make("blockquote", {}, marked(sentence), sentence.t && make("span", { class: "tag", style: "margin-left:6px" }, sentence.t), source(sentence, this.graph))),
      left > 0 && make("p", { class: "soft" }, `and ${plural(left, "more sentence")}: actant why shows all`));
  }
}
