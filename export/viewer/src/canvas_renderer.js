// The drawing without WebGL: the part of sigma's interface that picture.js uses, on a plain canvas. For machines without a graphics
// card, where the browser computes WebGL in software and a frame of thousands of nodes takes seconds; here it takes some hundredths.
import { Camera } from "./camera.js";
import { LabelRoom } from "./label_room.js";
import { listenToPointer } from "./pointer.js";

const LABEL_CELL = { width: 140, height: 34 }; // one label in each cell of the screen, of the largest node there
const MOST_LABELS = 150;
const DOT = 1.3; // nodes of a smaller radius are squares, which are quicker to draw

/** True where WebGL is missing or computed in software. */
export function lacksGraphicsCard() {
  const gl = document.createElement("canvas").getContext("webgl2");
  if (!gl) return true;
  const info = gl.getExtension("WEBGL_debug_renderer_info");
  const name = String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  gl.getExtension("WEBGL_lose_context")?.loseContext();
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(name);
}

export class CanvasRenderer {
  /** As Sigma: a graph of graphology, the element to draw in, settings. */
  constructor(drawn, container, settings) {
    Object.assign(this, { container, settings, camera: new Camera(), handlers: {}, scheduled: false, rest: null });
    this.canvas = container.appendChild(document.createElement("canvas"));
    this.canvas.style.cssText = "position:absolute;inset:0;width:100%;height:100%;touch-action:none";
    // Drawn by the processor itself: an accelerated canvas without a card is WebGL in software again.
    this.context = this.canvas.getContext("2d", { willReadFrequently: true });
    this.nodes = drawn.mapNodes((key, attributes) => ({ key, attributes, x: 0, y: 0, look: attributes }));
    this.edges = drawn.mapEdges((key, attributes, a, b) => ({ key, attributes, a: Number(a), b: Number(b) }));
    this.bySize = this.nodes.slice().sort((a, b) => b.attributes.size - a.attributes.size);
    this.frame();
    this.camera.on("updated", () => this.moved());
    listenToPointer(this);
    this.refresh();
  }

  on(event, handler) {
    this.handlers[event] = handler;
  }

  emit(event, detail) {
    this.handlers[event]?.(detail);
  }

  getCamera() {
    return this.camera;
  }

  getDimensions() {
    return { width: this.container.clientWidth || 1, height: this.container.clientHeight || 1 };
  }

  /** The places of the nodes in a frame from 0 to 1. */
  frame() {
    const box = { left: Infinity, right: -Infinity, low: Infinity, high: -Infinity };
    for (const { attributes: { x, y } } of this.nodes) {
      [box.left, box.right] = [Math.min(box.left, x), Math.max(box.right, x)];
      [box.low, box.high] = [Math.min(box.low, y), Math.max(box.high, y)];
    }
    if (this.nodes.length === 0) Object.assign(box, { left: 0, right: 1, low: 0, high: 1 });
    this.extent = Math.max(box.right - box.left, box.high - box.low) || 1;
    this.middle = { x: (box.left + box.right) / 2, y: (box.low + box.high) / 2 };
    this.shape = { x: (box.right - box.left) / this.extent || 1, y: (box.high - box.low) / this.extent || 1 };
    for (const node of this.nodes) {
      node.x = 0.5 + (node.attributes.x - this.middle.x) / this.extent;
      node.y = 0.5 + (node.attributes.y - this.middle.y) / this.extent;
    }
  }

  /** Pixels of the whole frame. */
  scale() {
    const { width, height } = this.getDimensions(), padding = 2 * this.settings.stagePadding;
    return Math.max(50, Math.min((width - padding) / this.shape.x, (height - padding) / this.shape.y)) / this.camera.ratio;
  }

  frameToViewport({ x, y }) {
    const { width, height } = this.getDimensions(), scale = this.scale();
    return { x: width / 2 + (x - this.camera.x) * scale, y: height / 2 - (y - this.camera.y) * scale };
  }

  viewportToFrame({ x, y }) {
    const { width, height } = this.getDimensions(), scale = this.scale();
    return { x: this.camera.x + (x - width / 2) / scale, y: this.camera.y - (y - height / 2) / scale };
  }

  graphToViewport({ x, y }) {
    return this.frameToViewport({ x: 0.5 + (x - this.middle.x) / this.extent, y: 0.5 + (y - this.middle.y) / this.extent });
  }

  viewportToGraph(place) {
    const { x, y } = this.viewportToFrame(place);
    return { x: this.middle.x + (x - 0.5) * this.extent, y: this.middle.y + (y - 0.5) * this.extent };
  }

  getNodeDisplayData(key) {
    return this.nodes[Number(key)];
  }

  radius(node) {
    return (node.look.size ?? 1) / Math.sqrt(this.camera.ratio);
  }

  /** The node under a place of the screen, the largest of several; null when there is none. */
  nodeAt(x, y) {
    const at = this.viewportToFrame({ x, y }), scale = this.scale();
    let found = null;
    for (const node of this.nodes) {
      if (node.attributes.hidden) continue;
      const reach = Math.max(3, this.radius(node)) / scale;
      const dx = node.x - at.x, dy = node.y - at.y;
      if (dx * dx + dy * dy <= reach * reach && (!found || node.look.size > found.look.size)) found = node;
    }
    return found;
  }

  moved() {
    this.moving = true;
    clearTimeout(this.rest);
    this.rest = setTimeout(() => {
      this.moving = false;
      this.draw();
    }, 120);
    this.schedule();
  }

  /** Looks are asked for anew, and the picture is drawn before the next frame. */
  refresh() {
    this.stale = true;
    this.schedule();
  }

  schedule() {
    if (this.scheduled) return;
    this.scheduled = true;
    requestAnimationFrame(() => this.draw());
  }

  restyle() {
    this.stale = false;
    for (const node of this.nodes) node.look = this.settings.nodeReducer(node.key, node.attributes);
    for (const edge of this.edges) edge.look = this.settings.edgeReducer(edge.key, edge.attributes);
  }

  draw() {
    this.scheduled = false;
    const { canvas, context } = this, { width, height } = this.getDimensions(), dense = window.devicePixelRatio || 1;
    if (canvas.width !== Math.round(width * dense) || canvas.height !== Math.round(height * dense)) {
      canvas.width = Math.round(width * dense);
      canvas.height = Math.round(height * dense);
    }
    if (this.stale) this.restyle();
    context.setTransform(dense, 0, 0, dense, 0, 0);
    context.clearRect(0, 0, width, height);
    this.place(width, height);
    if (!this.moving || !this.settings.hideEdgesOnMove) this.drawEdges();
    const front = this.drawNodes();
    if (!this.moving || !this.settings.hideLabelsOnMove) this.drawLabels();
    for (const node of front) this.drawHighlighted(node);
  }

  /** Where the nodes are on the screen, and which of them can be seen. */
  place(width, height) {
    const scale = this.scale(), { x, y } = this.camera;
    for (const node of this.nodes) {
      node.sx = width / 2 + (node.x - x) * scale;
      node.sy = height / 2 - (node.y - y) * scale;
      node.r = this.radius(node);
      node.seen = !node.attributes.hidden && node.sx > -node.r && node.sy > -node.r && node.sx < width + node.r && node.sy < height + node.r;
    }
  }

  // Lines of one look are one path: a call for each would cost more than the drawing.
  drawEdges() {
    const paths = new Map(), { context, nodes } = this;
    for (const { look, a, b } of this.edges) {
      if (look.hidden || (!nodes[a].seen && !nodes[b].seen)) continue;
      const width = Math.max(this.settings.minEdgeThickness, Math.round(4 * look.size / Math.sqrt(this.camera.ratio)) / 4);
      const key = `${look.zIndex ?? 0} ${look.color} ${this.settings.hideEdgesOnMove ? 1 : width}`;
      if (!paths.has(key)) paths.set(key, { color: look.color, z: look.zIndex ?? 0, width: this.settings.hideEdgesOnMove ? 1 : width, path: new Path2D() });
      const { path } = paths.get(key);
      path.moveTo(nodes[a].sx, nodes[a].sy);
      path.lineTo(nodes[b].sx, nodes[b].sy);
    }
    for (const { color, width, path } of [...paths.values()].sort((a, b) => a.z - b.z)) {
      context.strokeStyle = color;
      context.lineWidth = width;
      context.stroke(path);
    }
  }

  // The faded first, the large before the small. Returns those to be drawn above all.
  drawNodes() {
    const front = [], { context } = this;
    for (const z of [0, 1]) {
      for (const node of this.bySize) {
        if (!node.seen || (node.look.zIndex === 0 ? 0 : 1) !== z) continue;
        if (node.look.highlighted) front.push(node);
        context.fillStyle = node.look.color;
        if (node.r < DOT) {
          context.fillRect(node.sx - node.r, node.sy - node.r, 2 * node.r, 2 * node.r);
        } else {
          context.beginPath();
          context.arc(node.sx, node.sy, node.r, 0, 2 * Math.PI);
          context.fill();
        }
      }
    }
    return front;
  }

  font() {
    const { labelWeight, labelSize, labelFont } = this.settings;
    return `${labelWeight} ${labelSize}px ${labelFont}`;
  }

  drawLabels() {
    const { context, settings } = this, taken = new Set(), room = new LabelRoom(), height = settings.labelSize;
    context.font = this.font();
    context.fillStyle = settings.labelColor.color;
    for (const { seen, look, attributes, sx, sy, r } of this.bySize) {
      if (seen && look.highlighted) room.take(sx + r + 3, sy, context.measureText(attributes.label).width, height);
    }
    for (const node of this.bySize) {
      const { look } = node;
      if (taken.size >= MOST_LABELS) break;
      if (!node.seen || !look.label || look.highlighted || (!look.forceLabel && node.r < settings.labelRenderedSizeThreshold)) continue;
      const cell = `${Math.floor(node.sx / LABEL_CELL.width)} ${Math.floor(node.sy / LABEL_CELL.height)}`;
      if (!look.forceLabel && taken.has(cell)) continue;
      if (!room.take(node.sx + node.r + 3, node.sy, context.measureText(look.label).width, height)) continue;
      taken.add(cell);
      context.fillText(look.label, node.sx + node.r + 3, node.sy + settings.labelSize / 3);
    }
  }

  drawHighlighted(node) {
    const { context, settings } = this;
    context.font = this.font();
    const width = context.measureText(node.attributes.label).width, height = settings.labelSize + 8;
    context.fillStyle = "#fff";
    context.shadowColor = "#0006";
    context.shadowBlur = 6;
    context.fillRect(node.sx, node.sy - height / 2, node.r + width + 10, height);
    context.shadowBlur = 0;
    context.fillStyle = node.look.color;
    context.beginPath();
    context.arc(node.sx, node.sy, Math.max(node.r, 3), 0, 2 * Math.PI);
    context.fill();
    context.fillStyle = settings.labelColor.color;
    context.fillText(node.attributes.label, node.sx + Math.max(node.r, 3) + 3, node.sy + settings.labelSize / 3);
  }
}
