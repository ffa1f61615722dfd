import { setText } from "../shared/dom.js";

const between = 10_000;

/** Announces texts to screen readers at intervals: if they come too often, only the latest. */
export class Announcer {
  #region;
  #timer = 0;
  #next = "";
  #last = -Infinity;

  constructor(region) {
    this.#region = region;
  }

  say(text) {
    this.#next = text;
    this.#timer ||= setTimeout(() => this.#tell(), Math.max(0, this.#last + between - performance.now()));
  }

  /** Drops the pending announcement. */
  forget() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    setText(this.#region, "");
  }

  #tell() {
    this.#timer = 0;
    this.#last = performance.now();
    setText(this.#region, this.#next);
  }
}
