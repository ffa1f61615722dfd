import { button } from "./dialog.js";
import { arrange, element, focusContent } from "./dom.js";

/** Words that stay in the page until they are answered or no longer true, one for each name. */
export class Notices {
  #box;
  #shown = new Map();

  constructor(box) {
    this.#box = box;
  }

  /** `answers` are `{ text, className, act }`; every one takes the notice away. The same words again change nothing. */
  show(name, text, { tone = "info", answers = [] } = {}) {
    if (this.#shown.get(name)?.text === text) return;
    const notice = element("div", "notice", element("p", "", text));
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
    this.#shown.set(name, { text, notice });
    this.#arrange();
  }

  hide(name) {
    if (this.#shown.delete(name)) this.#arrange();
  }

  #arrange() {
    arrange(this.#box, [...this.#shown.values()].map(({ notice }) => notice));
  }
}
