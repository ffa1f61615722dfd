import { setText } from "../shared/dom.js";

/** Shown in place of the list, with the one action that helps. */
export class EmptyState {
  #box;
  #button;
  #onAction = null;

  constructor(box) {
    this.#box = box;
    this.#button = box.querySelector("button");
    this.#button.addEventListener("click", () => this.#onAction?.());
  }

  show({ title, text, label = "", isPrimary = false, onAction = null }) {
    this.#onAction = onAction;
    setText(this.#box.querySelector("h2"), title);
    setText(this.#box.querySelector("p"), text);
    setText(this.#button, label);
    this.#button.hidden = label === "";
    this.#button.classList.toggle("primary", isPrimary);
    this.#box.hidden = false;
  }

  hide() {
    this.#box.hidden = true;
  }
}
