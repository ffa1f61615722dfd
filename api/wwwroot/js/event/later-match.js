import { byId, setText } from "../shared/dom.js";
import { text } from "../shared/text.js";
import { loadFault } from "./load-fault.js";

/** The match that the address names. Its code is loaded when somebody first opens one: most visitors see the list only. */
export class LaterMatch {
  #section = byId("match");
  #address;
  #load;
  #onLoad;
  /** @type {import("./open-match.js").OpenMatch | null} */
  #open = null;
  #isAsked = false;
  #hasFailed = false;
  #isDue = false;

  /**
   * @param {import("./view.js").ViewInAddress} address
   * @param {() => Promise<import("./open-match.js").OpenMatch>} load Loads the code and makes the view.
   * @param {() => void} onLoad Called once it can be shown.
   */
  constructor(address, load, onLoad) {
    this.#address = address;
    this.#load = load;
    this.#onLoad = onLoad;
  }

  /** The open match; undefined if none is open, it isn't in the schedule, or the code isn't here yet. */
  get match() {
    return this.#open?.match;
  }

  show(matches, context) {
    const isClosed = context.view.match === null;
    // The link to the list is the way out, and loads the page again.
    if (this.#hasFailed) this.#section.hidden = isClosed;
    if (this.#open) this.#open.show(matches, context);
    else if (!isClosed) this.#begin();
    if (this.#open && this.#isDue) this.focus();
  }

  /** Hides the match. */
  hide() {
    this.#section.hidden = true;
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

  async #begin() {
    if (this.#isAsked) return;
    this.#isAsked = true;
    try {
      this.#open = await this.#load();
    } catch (error) {
      this.#hasFailed = true;
      this.#section.hidden = false;
      byId("match-body").hidden = byId("match-share").hidden = true;
      setText(byId("match-heading"), text("event.notLoaded"));
      byId("match-fault").hidden = false;
      byId("match-fault").replaceChildren(loadFault(error));
      const close = byId("match-close");
      close.setAttribute("href", this.#address.hrefWith({ match: null }));
      if (this.#isDue) close.focus({ preventScroll: true });
    }
    this.#onLoad();
  }
}
