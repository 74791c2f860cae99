// The drawing: sigma.js over a graphology graph with one line for each pair of nodes; without a graphics card a plain canvas.
import { UndirectedGraph } from "graphology";
import Sigma from "sigma";
import { drawDiscNodeLabel, EdgeLineProgram, EdgeRectangleProgram } from "sigma/rendering";
import { CanvasRenderer, lacksGraphicsCard } from "./canvas_renderer.js";
import { supportOf } from "./filter.js";
import { LabelRoom } from "./label_room.js";

const REACH = 6;
const LINE = "#b4becb";
const THIN_LINE = "#9fb0c43c"; // where thousands lie over each other
const STRONG_LINE = "#4d7fae";
const FADED_NODE = "#e6e9ee";
// With more pairs than these only so many are drawn at once: the best supported of those in view, as plain lines of one pixel, and
// none while the picture moves. Without a graphics card a frame of 46,000 lines takes seconds, and nobody could read it.
const MOST_LINES = 3000;
const REST = 200; // milliseconds without movement, until lines are chosen anew

export class Picture {
  /** `handlers` has node(index), pair(id), nothing(). */
  constructor(graph, container, handlers) {
    this.graph = graph;
    this.container = container;
    this.handlers = handlers;
    this.drawn = new UndirectedGraph();
    this.selected = null; // { node } or { pair }
    this.hovered = null;
    this.version = 0;
    this.room = new LabelRoom();
    this.many = graph.pairs.size > MOST_LINES;
    // Sizes are pixels; a crowd is drawn smaller.
    this.scale = Math.max(0.5, Math.min(1, Math.sqrt(400 / graph.nodes.length)));
    // The attributes are changed in place: told of each change, sigma would take it in on its own.
    this.nodeAttributes = graph.nodes.map((node) => {
      this.drawn.addNode(node.index, { x: node.x, y: node.y, size: 1.6 * node.size * this.scale, color: node.color, label: node.label, hidden: false });
      return this.drawn.getNodeAttributes(node.index);
    });
    this.lines = [];
    for (const pair of graph.pairs.values()) {
      if (pair.a === pair.b) continue;
      this.drawn.addEdgeWithKey(pair.id, pair.a, pair.b, { size: 1, color: this.many ? THIN_LINE : LINE, hidden: false, passes: true });
      this.lines.push({ pair, support: 0, attributes: this.drawn.getEdgeAttributes(pair.id) });
    }
  }

  /** Puts the picture on the page; show() comes first. */
  start() {
    // `#canvas` or `#webgl` at the end of the page's address says which, for tests and for those whose driver misleads us.
    const wanted = /#(canvas|webgl)\b/.exec(location.hash)?.[1] ?? (lacksGraphicsCard() ? "canvas" : "webgl");
    const Renderer = wanted === "canvas" ? CanvasRenderer : Sigma;
    this.renderer = new Renderer(this.drawn, this.container, {
      allowInvalidContainer: true,
      edgeProgramClasses: { line: this.many ? EdgeLineProgram : EdgeRectangleProgram },
      hideEdgesOnMove: this.many,
      hideLabelsOnMove: this.many,
      minEdgeThickness: 0.8,
      labelSize: 12.5,
      labelWeight: "500",
      labelFont: 'system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif',
      labelColor: { color: "#1d2129" },
      labelDensity: 0.9,
      labelGridCellSize: 70,
      labelRenderedSizeThreshold: 5,
      defaultDrawNodeLabel: (context, data, settings) => {
        context.font = `${settings.labelWeight} ${settings.labelSize}px ${settings.labelFont}`;
        const width = data.label ? context.measureText(data.label).width : 0;
        if (width > 0 && this.room.take(data.x + data.size + 3, data.y, width, settings.labelSize)) drawDiscNodeLabel(context, data, settings);
      },
      zIndex: !this.many,
      stagePadding: 40,
      minCameraRatio: 0.02,
      maxCameraRatio: 3,
      nodeReducer: (key, data) => this.nodeLook(Number(key), data),
      edgeReducer: (key, data) => this.pairLook(key, data),
    });
    // The panel of details takes and gives room; sigma itself watches the window alone.
    new ResizeObserver(() => this.renderer.refresh({ skipIndexation: true, schedule: true })).observe(this.container);
    this.listen();
  }

  listen() {
    const { renderer, handlers, container } = this;
    renderer.on("beforeRender", () => this.clearRoom());
    renderer.on("clickNode", ({ node }) => handlers.node(Number(node)));
    renderer.on("clickStage", ({ event }) => {
      // Lines are thin: one that passes near by is what was meant.
      const near = this.lineNear(event.x, event.y);
      if (near) handlers.pair(near);
      else handlers.nothing();
    });
    if (this.many) {
      renderer.getCamera().on("updated", () => {
        clearTimeout(this.rest);
        this.rest = setTimeout(() => {
          this.chooseLines();
          renderer.refresh({ skipIndexation: true });
        }, REST);
      });
    }
    renderer.on("enterNode", ({ node }) => this.hover(Number(node), container));
    renderer.on("leaveNode", () => this.hover(null, container));
    if (this.many) return;
    renderer.on("moveBody", ({ event }) => {
      if (this.hovered === null) container.style.cursor = this.lineNear(event.x, event.y) ? "pointer" : "";
    });
  }

  /** For the labels of a new frame; that of the node in the middle, drawn apart from them, has its place before all others. */
  clearRoom() {
    this.room.clear();
    const centre = this.hovered ?? this.selected?.node;
    const shown = centre === undefined || this.nodeAttributes[centre].hidden ? null : this.renderer.getNodeDisplayData(centre);
    if (!shown) return;
    const { x, y } = this.renderer.graphToViewport(this.graph.nodes[centre]);
    const { labelWeight, labelSize, labelFont } = this.renderer.getSettings();
    this.ruler ??= document.createElement("canvas").getContext("2d");
    this.ruler.font = `${labelWeight} ${labelSize}px ${labelFont}`;
    this.room.take(x + this.renderer.scaleSize(shown.size) + 3, y, this.ruler.measureText(shown.label).width, labelSize);
  }

  /** The line that is nearest to a place on the screen, at most REACH pixels away; null when there is none. */
  lineNear(x, y) {
    const places = this.graph.nodes.map((node) => this.renderer.graphToViewport(node));
    let [best, least] = [null, REACH];
    for (const { pair, attributes } of this.lines) {
      if (attributes.hidden) continue;
      const p = places[pair.a], q = places[pair.b];
      const dx = q.x - p.x, dy = q.y - p.y;
      const t = Math.max(0, Math.min(1, ((x - p.x) * dx + (y - p.y) * dy) / (dx * dx + dy * dy || 1)));
      const distance = Math.hypot(p.x + t * dx - x, p.y + t * dy - y);
      if (distance < least) [best, least] = [pair.id, distance];
    }
    return best;
  }

  hover(node, container) {
    this.hovered = node;
    container.style.cursor = node === null ? "" : "pointer";
    // All lines would be drawn anew; sigma itself shows the name of the node.
    if (!this.many) this.renderer.refresh({ skipIndexation: true });
  }

  /** The nodes in the focus: the hovered or the selected with their neighbours; null when nothing is. */
  focus() {
    if (this.hovered !== null && !this.many) return this.around(this.hovered);
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
      if (attributes.passes) near.add(Number(a)).add(Number(b));
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
    if (this.selected?.pair === id && this.hovered === null) return { ...data, hidden: !data.passes, color: STRONG_LINE, size: data.size * 1.6, zIndex: 1 };
    const pair = this.graph.pairs.get(id);
    const centre = (this.many ? null : this.hovered) ?? this.selected?.node;
    if (centre !== undefined && (pair.a === centre || pair.b === centre)) return { ...data, hidden: !data.passes, color: STRONG_LINE, zIndex: 1 };
    if (this.many) return { ...data, hidden: true };
    return { ...data, color: "#eef0f4", zIndex: 0 };
  }

  get focused() {
    const { focusOf } = this;
    if (!focusOf || focusOf.hovered !== this.hovered || focusOf.selected !== this.selected || focusOf.version !== this.version) {
      this.focusOf = { hovered: this.hovered, selected: this.selected, version: this.version };
      this.focusSet = this.focus();
    }
    return this.focusSet;
  }

  /** Shows the edges of the set and the nodes that have one. */
  show(edges, state) {
    const support = new Map();
    for (const edge of edges) support.set(edge.pair, (support.get(edge.pair) || 0) + supportOf(edge, state));
    for (const attributes of this.nodeAttributes) attributes.hidden = true;
    let nodes = 0;
    const see = (index) => {
      if (this.nodeAttributes[index].hidden) ++nodes;
      this.nodeAttributes[index].hidden = false;
    };
    for (const line of this.lines) {
      const articles = line.support = support.get(line.pair.id) || 0;
      line.attributes.passes = articles > 0;
      line.attributes.size = (0.9 + 0.8 * Math.sqrt(articles)) * this.scale;
      if (articles) see(line.pair.a), see(line.pair.b);
    }
    this.chooseLines();
    ++this.version;
    this.renderer?.refresh();
    return nodes;
  }

  /** Which of the lines that pass the filters are drawn. */
  chooseLines() {
    let lines = this.lines.filter((line) => line.attributes.passes);
    if (this.many) {
      const seen = this.renderer ? this.graph.nodes.map(this.inView()) : null;
      if (seen) lines = lines.filter(({ pair }) => seen[pair.a] || seen[pair.b]);
      lines.sort((a, b) => b.support - a.support);
      lines.length = Math.min(lines.length, MOST_LINES);
    }
    for (const { attributes } of this.lines) attributes.hidden = true;
    for (const { attributes } of lines) attributes.hidden = false;
  }

  /** Tells of a place of the graph whether it is on the screen. */
  inView() {
    const { width, height } = this.renderer.getDimensions();
    const [a, b] = [this.renderer.viewportToGraph({ x: 0, y: 0 }), this.renderer.viewportToGraph({ x: width, y: height })];
    const [left, right, low, high] = [Math.min(a.x, b.x), Math.max(a.x, b.x), Math.min(a.y, b.y), Math.max(a.y, b.y)];
    return ({ x, y }) => x >= left && x <= right && y >= low && y <= high;
  }

  /** How many of the lines that pass the filters there are, when not all of them can be drawn at once; else 0. */
  crowd() {
    const passing = this.lines.reduce((sum, line) => sum + (line.attributes.passes ? 1 : 0), 0);
    return passing > MOST_LINES ? passing : 0;
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
