// Mouse and fingers on the canvas renderer: drag to move, wheel or two fingers to zoom, click to choose.

const CLICK = 4; // pixels that a click may move

export function listenToPointer(renderer) {
  const { canvas, camera } = renderer;
  const fingers = new Map();
  let travelled = 0, over = null;
  const placeOf = (event) => {
    const box = canvas.getBoundingClientRect();
    return { x: event.clientX - box.x, y: event.clientY - box.y };
  };
  const zoomAt = (place, factor) => {
    const ratio = camera.getBoundedRatio(camera.ratio * factor), at = renderer.viewportToFrame(place);
    const kept = ratio / camera.ratio; // what was under the pointer stays there
    camera.setState({ ratio, x: at.x + (camera.x - at.x) * kept, y: at.y + (camera.y - at.y) * kept });
  };
  const hover = (place) => {
    const node = renderer.nodeAt(place.x, place.y);
    if (node !== over) {
      if (over) renderer.emit("leaveNode", { node: over.key });
      if (node) renderer.emit("enterNode", { node: node.key });
      over = node;
    }
    renderer.emit("moveBody", { event: place });
  };

  canvas.addEventListener("wheel", (event) => {
    zoomAt(placeOf(event), Math.exp(Math.max(-1, Math.min(1, event.deltaY / 300))));
    event.preventDefault();
  }, { passive: false });
  canvas.addEventListener("pointerdown", (event) => {
    if (fingers.size === 0) travelled = 0;
    fingers.set(event.pointerId, placeOf(event));
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener("pointermove", (event) => {
    const place = placeOf(event), before = fingers.get(event.pointerId);
    if (!before) return hover(place);
    travelled += Math.hypot(place.x - before.x, place.y - before.y);
    fingers.set(event.pointerId, place);
    if (travelled <= CLICK) return;
    if (fingers.size === 1) {
      const [from, to] = [renderer.viewportToFrame(before), renderer.viewportToFrame(place)];
      camera.setState({ x: camera.x + from.x - to.x, y: camera.y + from.y - to.y });
    } else {
      const [other] = [...fingers].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
      const [was, is] = [before, place].map((at) => Math.hypot(at.x - other.x, at.y - other.y) || 1);
      zoomAt({ x: (place.x + other.x) / 2, y: (place.y + other.y) / 2 }, was / is);
    }
  });
  canvas.addEventListener("pointerup", (event) => {
    fingers.delete(event.pointerId);
    if (travelled > CLICK || fingers.size > 0) return;
    const place = placeOf(event), node = renderer.nodeAt(place.x, place.y);
    if (node) renderer.emit("clickNode", { node: node.key });
    else renderer.emit("clickStage", { event: place });
  });
  canvas.addEventListener("pointercancel", (event) => fingers.delete(event.pointerId));
  canvas.addEventListener("pointerleave", () => {
    if (over) renderer.emit("leaveNode", { node: over.key });
    over = null;
  });
  canvas.addEventListener("dblclick", (event) => {
    const at = renderer.viewportToFrame(placeOf(event)), ratio = camera.getBoundedRatio(camera.ratio / 2);
    camera.animate({ ratio, x: at.x + (camera.x - at.x) * ratio / camera.ratio, y: at.y + (camera.y - at.y) * ratio / camera.ratio });
  });
}
