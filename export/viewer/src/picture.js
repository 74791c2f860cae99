// The drawing: sigma.js over a graphology graph with one line for each pair of nodes.
import { UndirectedGraph } from "graphology";
import Sigma from "sigma";
import { supportOf } from "./filter.js";

const REACH = 6;
const LINE = "#b4becb";
const STRONG_LINE = "#4d7fae";
const FADED_NODE = "#e6e9ee";

export class Picture {
  /** `handlers` has node(index), pair(id), nothing(). */
  constructor(graph, container, handlers) {
    this.graph = graph;
    this.drawn = new UndirectedGraph();
    this.selected = null; // { node } or { pair }
    this.hovered = null;
    // Sizes are pixels; a crowd is drawn smaller.
    this.scale = Math.max(0.5, Math.min(1, Math.sqrt(400 / graph.nodes.length)));
    for (const node of graph.nodes) {
      this.drawn.addNode(node.index, { x: node.x, y: node.y, size: 1.6 * node.size * this.scale, color: node.color, label: node.label, hidden: false });
    }
    for (const pair of graph.pairs.values()) {
      if (pair.a !== pair.b) this.drawn.addEdgeWithKey(pair.id, pair.a, pair.b, { size: 1, color: LINE, hidden: false });
    }
    this.renderer = new Sigma(this.drawn, container, {
      allowInvalidContainer: true,
      enableEdgeEvents: true,
      minEdgeThickness: 0.8,
      labelSize: 12.5,
      labelWeight: "500",
      labelFont: 'system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif',
      labelColor: { color: "#1d2129" },
      labelDensity: 0.9,
      labelGridCellSize: 70,
      labelRenderedSizeThreshold: 5,
      zIndex: true,
      stagePadding: 40,
      minCameraRatio: 0.02,
      maxCameraRatio: 3,
      nodeReducer: (key, data) => this.nodeLook(Number(key), data),
      edgeReducer: (key, data) => this.pairLook(key, data),
    });
    // The panel of details takes and gives room; sigma itself watches the window alone.
    new ResizeObserver(() => this.renderer.refresh({ skipIndexation: true, schedule: true })).observe(container);
    this.renderer.on("clickNode", ({ node }) => handlers.node(Number(node)));
    this.renderer.on("clickEdge", ({ edge }) => handlers.pair(edge));
    this.renderer.on("clickStage", ({ event }) => {
      // Lines are thin: one that passes near by is what was meant.
      const near = this.lineNear(event.x, event.y);
      if (near) handlers.pair(near);
      else handlers.nothing();
    });
    this.renderer.on("enterNode", ({ node }) => this.hover(Number(node), container));
    this.renderer.on("leaveNode", () => this.hover(null, container));
    this.renderer.on("enterEdge", () => { container.style.cursor = "pointer"; });
    this.renderer.on("leaveEdge", () => { container.style.cursor = ""; });
  }

  /** The line that is nearest to a place on the screen, at most REACH pixels away; null when there is none. */
  lineNear(x, y) {
    const places = this.graph.nodes.map((node) => this.renderer.graphToViewport(node));
    let [best, least] = [null, REACH];
    this.drawn.forEachEdge((id, attributes, a, b) => {
      if (attributes.hidden) return;
      const [p, q] = [places[a], places[b]];
      const [dx, dy] = [q.x - p.x, q.y - p.y];
      const t = Math.max(0, Math.min(1, ((x - p.x) * dx + (y - p.y) * dy) / (dx * dx + dy * dy || 1)));
      const distance = Math.hypot(p.x + t * dx - x, p.y + t * dy - y);
      if (distance < least) [best, least] = [id, distance];
    });
    return best;
  }

  hover(node, container) {
    this.hovered = node;
    container.style.cursor = node === null ? "" : "pointer";
    this.renderer.refresh({ skipIndexation: true });
  }

  /** The nodes in the focus: the hovered or the selected with their neighbours; null when nothing is. */
  focus() {
    if (this.hovered !== null) return this.around(this.hovered);
    if (this.selected?.node !== undefined) return this.around(this.selected.node);
    if (this.selected?.pair) {
      const pair = this.graph.pairs.get(this.selected.pair);
      return new Set([pair.a, pair.b]);
    }
    return null;
  }

  around(node) {
    const near = new Set([node]);
    this.drawn.forEachEdge(node, (_, attributes, a, b) => {
      if (!attributes.hidden) near.add(Number(a)).add(Number(b));
    });
    return near;
  }

  nodeLook(index, data) {
    const focus = this.focused;
    if (!focus) return data;
    if (!focus.has(index)) return { ...data, color: FADED_NODE, label: "", zIndex: 0 };
    const centre = index === this.hovered || index === this.selected?.node;
    return { ...data, zIndex: 1, forceLabel: focus.size < 60 || centre, highlighted: centre };
  }

  pairLook(id, data) {
    const focus = this.focused;
    if (!focus) return data;
    if (this.selected?.pair === id && this.hovered === null) return { ...data, color: STRONG_LINE, size: data.size * 1.6, zIndex: 1 };
    const pair = this.graph.pairs.get(id);
    const centre = this.hovered ?? this.selected?.node;
    if (centre !== undefined && (pair.a === centre || pair.b === centre)) return { ...data, color: STRONG_LINE, zIndex: 1 };
    return { ...data, color: "#eef0f4", zIndex: 0 };
  }

  get focused() {
    if (this.focusKey !== `${this.hovered}|${this.selected?.node}|${this.selected?.pair}|${this.version}`) {
      this.focusKey = `${this.hovered}|${this.selected?.node}|${this.selected?.pair}|${this.version}`;
      this.focusSet = this.focus();
    }
    return this.focusSet;
  }

  /** Shows the edges of the set and the nodes that have one. */
  show(edges, state) {
    const support = new Map();
    for (const edge of edges) support.set(edge.pair, (support.get(edge.pair) || 0) + supportOf(edge, state));
    const nodes = new Set();
    this.drawn.forEachEdge((id, _, a, b) => {
      const articles = support.get(id) || 0;
      this.drawn.mergeEdgeAttributes(id, { hidden: articles === 0, size: (0.9 + 0.8 * Math.sqrt(articles)) * this.scale });
      if (articles) nodes.add(Number(a)).add(Number(b));
    });
    this.drawn.forEachNode((key) => this.drawn.setNodeAttribute(key, "hidden", !nodes.has(Number(key))));
    this.version = (this.version || 0) + 1;
    this.renderer.refresh();
    return nodes.size;
  }

  select(selection) {
    this.selected = selection;
    this.renderer.refresh({ skipIndexation: true });
  }

  /** Brings a node into view, near enough to read its surroundings. */
  goTo(index) {
    const place = this.renderer.getNodeDisplayData(index);
    const camera = this.renderer.getCamera();
    if (place) camera.animate({ x: place.x, y: place.y, ratio: Math.min(camera.ratio, 0.45) }, { duration: 350 });
  }

  zoom(factor) {
    const camera = this.renderer.getCamera();
    camera.animate({ ratio: camera.getBoundedRatio(camera.ratio * factor) }, { duration: 180 });
  }

  move(dx, dy) {
    const camera = this.renderer.getCamera();
    camera.animate({ x: camera.x + dx * camera.ratio, y: camera.y + dy * camera.ratio }, { duration: 120 });
  }

  reset() {
    this.renderer.getCamera().animatedReset({ duration: 250 });
  }
}
