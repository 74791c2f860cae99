// Where the canvas renderer looks from; the part of sigma's camera that the page uses.

const FAR = 3, NEAR = 0.02;
const ease = (t) => t * (2 - t);

/** `x`, `y` is the middle of the screen in the frame of the graph (0 to 1), `ratio` 1 shows all of it, a smaller one less. */
export class Camera {
  constructor() {
    Object.assign(this, Camera.home);
    this.listeners = [];
    this.running = null;
  }

  static home = { x: 0.5, y: 0.5, ratio: 1 };

  on(_, listener) {
    this.listeners.push(listener);
  }

  getState() {
    return { x: this.x, y: this.y, ratio: this.ratio, angle: 0 };
  }

  getBoundedRatio(ratio) {
    return Math.max(NEAR, Math.min(FAR, ratio));
  }

  setState(state) {
    Object.assign(this, state);
    for (const listener of this.listeners) listener(this);
  }

  isAnimated() {
    return this.running !== null;
  }

  /** Goes to a state that may be partial; an animation that runs ends where it is. */
  animate(target, { duration = 150 } = {}) {
    if (this.running) cancelAnimationFrame(this.running);
    const from = this.getState(), begin = performance.now();
    const step = () => {
      const t = Math.min(1, (performance.now() - begin) / duration);
      this.running = t < 1 ? requestAnimationFrame(step) : null;
      const state = {};
      for (const [name, value] of Object.entries(target)) state[name] = from[name] + (value - from[name]) * ease(t);
      this.setState(state);
    };
    this.running = requestAnimationFrame(step);
  }

  animatedReset(options) {
    this.animate(Camera.home, options);
  }
}
