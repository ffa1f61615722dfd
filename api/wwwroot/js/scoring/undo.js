import { isSame } from "./score.js";
import { readLocal, writeLocal } from "../client/local-storage.js";

const most = 200;
// Of so many matches the steps are kept: a phone's storage is small.
const mostMatches = 10;
const index = "livefeed:undo";

/**
 * The steps taken on this device, so that each can be undone, also after a reload. A step can be undone only while its result still
 * stands: nobody else's later score may be lost.
 */
export class UndoSteps {
  #key;
  #steps;

  constructor(...names) {
    this.#key = [index, ...names].join(" ");
    const opened = readLocal(index);
    const keys = [...(Array.isArray(opened) ? opened : []).filter((key) => key !== this.#key), this.#key];
    for (const old of keys.slice(0, -mostMatches)) writeLocal(old, null);
    writeLocal(index, keys.slice(-mostMatches));
    const steps = readLocal(this.#key);
    this.#steps = Array.isArray(steps) ? steps : [];
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
    writeLocal(this.#key, this.#steps);
  }
}
