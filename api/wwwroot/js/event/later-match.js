import { byId, setText } from "../shared/dom.js";
import { problemText } from "../shared/problem-text.js";

/** The match that the address names. Its code is loaded when somebody first opens one: most visitors see the list only. */
export class LaterMatch {
  #section = byId("match");
  #fault = byId("match-fault");
  #load;
  #onLoad;
  /** @type {import("./open-match.js").OpenMatch | null} */
  #open = null;
  #isAsked = false;
  #isDue = false;

  /**
   * @param {() => Promise<import("./open-match.js").OpenMatch>} load Loads the code and makes the view.
   * @param {() => void} onLoad Called once it can be shown.
   */
  constructor(load, onLoad) {
    this.#load = load;
    this.#onLoad = onLoad;
  }

  /** The open match; undefined if none is open, it isn't in the schedule, or the code isn't here yet. */
  get match() {
    return this.#open?.match;
  }

  show(matches, context) {
    this.#fault.hidden = context.view.match === null || this.#fault.textContent === "";
    if (this.#open) this.#open.show(matches, context);
    else if (context.view.match !== null) this.#begin();
    if (this.#open && this.#isDue) this.focus();
  }

  /** Hides the match. */
  hide() {
    this.#section.hidden = this.#fault.hidden = true;
  }

  /** Focuses the match, as soon as it is there. */
  focus() {
    this.#isDue = this.#open === null;
    this.#open?.focus();
  }

  tick() {
    this.#open?.tick();
  }

  take(entry) {
    this.#open?.take(entry);
  }

  reset() {
    this.#open?.reset();
  }

  // Some browsers don't fetch a module again after a failure, so the page has to be loaded again.
  async #begin() {
    if (this.#isAsked) return;
    this.#isAsked = true;
    try {
      this.#open = await this.#load();
    } catch (error) {
      setText(this.#fault, problemText(error));
    }
    this.#onLoad();
  }
}
