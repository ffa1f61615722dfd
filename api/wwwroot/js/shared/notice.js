import { arrange, button, element, focusContent } from "./dom.js";

/** Notices that stay in the page until the user responds or they no longer apply; one for each name. */
export class Notices {
  #box;
  #shown = new Map();

  constructor(box) {
    this.#box = box;
  }

  /** `answers` are buttons, `{ text, className, act }`; each of them removes the notice. Showing the same text again changes nothing. */
  show(name, message, { tone = "info", answers = [] } = {}) {
    if (this.#shown.get(name)?.message === message) return;
    const notice = element("div", "notice", element("p", "", message));
    notice.dataset.tone = tone;
    if (answers.length > 0) {
      notice.append(element("div", "notice-answers", ...answers.map((answer) => {
        const made = button(answer.text, answer.className);
        made.addEventListener("click", () => {
          this.hide(name);
          focusContent();
          answer.act?.();
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
