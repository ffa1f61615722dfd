import { byId } from "../shared/dom.js";
import { loadFault } from "./load-fault.js";

/** A view of the event whose code is loaded when somebody first opens it: most visitors see the matches only. */
export class LaterView {
  #box;
  #load;
  #onLoad;
  #view = null;
  #isAsked = false;

  /**
   * @param {string} name The id of the view's element.
   * @param {(box: HTMLElement) => Promise<any>} load Loads the view and makes it.
   * @param {() => void} onLoad Called once it can be shown.
   */
  constructor(name, load, onLoad) {
    this.#box = byId(name);
    this.#load = load;
    this.#onLoad = onLoad;
  }

  /** Shows the view if it is open, as far as it is loaded. */
  show(isOpen, context) {
    this.#box.hidden = !isOpen;
    if (!isOpen) return;
    if (this.#view) this.#view.show(context);
    else this.#begin();
  }

  /** Counts on in matches whose clock runs. */
  tick() {
    if (!this.#box.hidden) this.#view?.tick?.();
  }

  /** The link to a match in this view; undefined if there is none. */
  linkTo(matchId) {
    return this.#box.hidden ? undefined : /** @type {HTMLAnchorElement | null} */ (this.#box.querySelector(`a[data-match="${matchId}"]`)) ?? undefined;
  }

  async #begin() {
    if (this.#isAsked) return;
    this.#isAsked = true;
    try {
      this.#view = await this.#load(this.#box);
      this.#onLoad();
    } catch (error) {
      this.#box.replaceChildren(loadFault(error));
    }
  }
}
