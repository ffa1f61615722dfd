import { arrange, button, element, focusContent } from "./dom.js";

/** Notices that stay in the page until the user responds or they no longer apply; one for each name. */
export class Notices {
  #box;
  #shown = new Map();

  constructor(box) {
    this.#box = box;
  }

  /** Each of `buttons`, `{ text, className, act }`, removes the notice. Showing the same text again changes nothing. */
  show(name, message, { tone = "info", buttons = [] } = {}) {
    if (this.#shown.get(name)?.message === message) return;
    const notice = element("div", "notice", element("p", "", message));
    notice.dataset.tone = tone;
    if (buttons.length > 0) {
      notice.append(element("div", "notice-buttons", ...buttons.map(({ text, className, act }) => {
        const made = button(text, className);
        made.addEventListener("click", () => {
          this.hide(name);
          focusContent();
          act?.();
        });
        return made;
      })));
    }
    this.#shown.set(name, { message, notice });
    this.#arrange();
  }

  hide(name) {
    if (this.#shown.delete(name)) this.#arrange();
  }

  #arrange() {
    arrange(this.#box, [...this.#shown.values()].map(({ notice }) => notice));
  }
}
