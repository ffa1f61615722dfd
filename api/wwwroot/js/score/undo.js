import { isSame } from "./score.js";

const most = 200;

/**
 * The steps that were taken on this device, so that each can be taken back, after a reload too. A step can be undone only while its
 * outcome still stands: what somebody else wrote in the meantime is not theirs to lose.
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

  /** What was before the step that led to this score; undefined where it was no step of this device. */
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
