// Which labels find room: one that would lie on another is left out, so that what is written can be read.
export class LabelRoom {
  constructor() {
    this.clear();
  }

  /** For a new frame. */
  clear() {
    this.taken = [];
  }

  /** Takes the place of a label whose text begins at x, y; false where another one has it. */
  take(x, y, width, height) {
    const [left, right, top, bottom] = [x - 2, x + width + 2, y - height / 2, y + height / 2];
    if (this.taken.some((other) => left < other.right && other.left < right && top < other.bottom && other.top < bottom)) return false;
    this.taken.push({ left, right, top, bottom });
    return true;
  }
}
