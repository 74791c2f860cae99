// The page that `actant export --to html` writes: everything it shows stands in the page itself.
import { describe, makeFilters, Search } from "./controls.js";
import { readGraph } from "./data.js";
import { Details } from "./details.js";
import { get, plural } from "./dom.js";
import { isShown } from "./filter.js";
import { Picture } from "./picture.js";

const graph = readGraph(get("graph-data").textContent);
let selection = null;
let shown = new Set();

const go = {
  node(index) {
    selection = { node: index };
    picture.select(selection);
    details.node(graph.nodes[index], shown, state);
  },
  pair(id) {
    selection = { pair: id };
    picture.select(selection);
    details.pair(graph.pairs.get(id), shown, state);
  },
  nothing() {
    if (selection) picture.select(null);
    selection = null;
    details.hide();
  },
};

const details = new Details(graph, go);
const picture = new Picture(graph, get("graph"), go);
const state = makeFilters(graph, refresh);
const search = new Search(graph, (index) => {
  go.node(index);
  picture.goTo(index);
  get("details-body").focus({ preventScroll: true });
});

function refresh() {
  shown = new Set(graph.edges.filter((edge) => isShown(edge, graph, state)));
  const nodes = picture.show(shown, state);
  get("status").textContent = `${nodes.toLocaleString("en")} of ${plural(graph.nodes.length, "node")}, ${shown.size.toLocaleString("en")} of ${plural(graph.edges.length, "relation")}`;
  get("crowd").textContent = picture.crowd() ? "The best supported lines are drawn: zoom in, filter or choose a node for others." : "";
  if (selection?.node !== undefined) details.node(graph.nodes[selection.node], shown, state);
  if (selection?.pair) details.pair(graph.pairs.get(selection.pair), shown, state);
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = event.target.matches("input[type=search], input[type=range]");
  if (event.key === "Escape") {
    go.nothing();
    get("graph").focus();
  } else if (typing) {
    return;
  } else if (event.key === "/") {
    search.input.focus();
    search.input.select();
  } else if (event.key === "+" || event.key === "=") {
    picture.zoom(1 / 1.5);
  } else if (event.key === "-") {
    picture.zoom(1.5);
  } else if (event.key === "0") {
    picture.reset();
  } else if (event.target === get("graph") && event.key.startsWith("Arrow")) {
    const [dx, dy] = { ArrowLeft: [-0.1, 0], ArrowRight: [0.1, 0], ArrowUp: [0, 0.1], ArrowDown: [0, -0.1] }[event.key];
    picture.move(dx, dy);
  } else {
    return;
  }
  event.preventDefault();
}

document.addEventListener("keydown", onKey);
get("zoom-in").addEventListener("click", () => picture.zoom(1 / 1.5));
get("zoom-out").addEventListener("click", () => picture.zoom(1.5));
get("zoom-all").addEventListener("click", () => picture.reset());
describe(graph);
refresh();
picture.start();
// For scripts and tests: what is drawn where.
window.actantViewer = { graph, picture, state, search };
