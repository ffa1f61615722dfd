import { setText } from "../dom.js";

const between = 10_000;

/** Tells a screen reader something now and then: of what comes too often, the latest. */
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

  /** What was to be said is of no interest any more. */
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
