import { isSame } from "./score.js";

const most = 200;

/**
 * The steps taken on this device, so that each can be undone, also after a reload. A step can be undone only while its result still
 * stands: nobody else's later score may be lost.
 */
export class UndoSteps {
  #key;
  #steps;

  constructor(...names) {
    this.#key = ["livefeed:undo", ...names].join(" ");
    this.#steps = stored(this.#key);
  }

  add(before, after) {
    this.#steps = [...this.#steps.slice(1 - most), { before, after }];
    this.#store();
  }

  /** Returns the score before the step that led to this score; undefined if it wasn't a step of this device. */
  before(score) {
    const last = this.#steps.at(-1);
    return last && isSame(last.after, score) ? last.before : undefined;
  }

  drop() {
    this.#steps = this.#steps.slice(0, -1);
    this.#store();
  }

  #store() {
    try {
      localStorage.setItem(this.#key, JSON.stringify(this.#steps));
    } catch {
      // Storage is full or switched off: the steps last as long as the page.
    }
  }
}

function stored(key) {
  try {
    const steps = JSON.parse(localStorage.getItem(key));
    return Array.isArray(steps) ? steps : [];
  } catch {
    return [];
  }
}
