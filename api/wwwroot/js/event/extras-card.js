import { button, element, setText } from "../shared/dom.js";
import { text } from "../shared/text.js";

/**
 * One card of what else there is of a match: its content, and if that couldn't be read, why, with a button that reads it again. The button stays
 * the same element, and keeps the focus.
 */
export class ExtrasCard {
  #heading = element("h3");
  #content = element("div");
  #failure = element("p", "facts");
  #again = button(text("incidents.again"));
  #shown = "";

  element = element("section", "card extras", this.#heading, this.#content, this.#failure, this.#again);

  /** `onAgain` is called if the reader wants it to be read again. */
  constructor(title, onAgain = () => {}) {
    setText(this.#heading, title);
    // The focus goes there when the button goes away.
    this.#heading.tabIndex = -1;
    this.#failure.setAttribute("role", "status");
    this.#again.addEventListener("click", () => this.#again.ariaDisabled === "true" || onAgain());
  }

  /**
   * Shows what there is; nothing at all if that is neither content nor a failure. `make` returns the content, and is called only if `parts`, from which it
   * follows, have changed.
   *
   * @param {readonly any[]} parts Whose last one is whether there is content.
   * @param {() => Node} make
   * @param {{ failure: string, isLoading: boolean }} [source]
   */
  show(parts, make, { failure, isLoading } = { failure: "", isLoading: false }) {
    const hasContent = parts.at(-1);
    const shown = JSON.stringify(parts);
    if (shown !== this.#shown) this.#content.replaceChildren(...(hasContent ? [make()] : []));
    this.#shown = shown;
    this.#content.hidden = !hasContent;
    setText(this.#failure, failure && hasContent ? text("incidents.mayBeOld", { problem: failure }) : failure);
    this.#failure.hidden = failure === "";
    this.element.hidden = !hasContent && failure === "";
    this.#again.ariaDisabled = isLoading ? "true" : null;
    const losesFocus = failure === "" && document.activeElement === this.#again;
    this.#again.hidden = failure === "";
    if (losesFocus && hasContent) this.#heading.focus({ preventScroll: true });
  }
}
