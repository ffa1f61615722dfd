import { arrange, button, element, setText } from "../shared/dom.js";
import { text } from "../shared/text.js";

/** The rounds of a bracket, of which a phone shows one: a row of them, with the previous and the next one at its ends. */
export class RoundChoice {
  #chips = new Map();
  #list = element("div", "chips");
  #previous = step("icon-back", text("brackets.previous"));
  #next = step("icon-back is-next", text("brackets.next"));
  #onChoose;
  #ids = [];
  #chosen = "";

  element = element("div", "round-choice", this.#previous, this.#list, this.#next);

  /** `onChoose` gets the id of a round. */
  constructor(onChoose) {
    this.#onChoose = onChoose;
    this.#list.setAttribute("role", "group");
    this.#previous.addEventListener("click", () => this.#step(-1));
    this.#next.addEventListener("click", () => this.#step(1));
    // Also when the row gets its place in the page.
    new ResizeObserver(() => this.#reveal()).observe(this.#list);
  }

  /** @param {{ id: string, name: string }[]} rounds */
  show(rounds, chosen, label) {
    this.#ids = rounds.map(({ id }) => id);
    this.#list.setAttribute("aria-label", label);
    arrange(this.#list, rounds.map(({ id, name }) => {
      const chip = this.#chips.get(id) ?? this.#chip(id);
      this.#chips.set(id, chip);
      setText(chip, name);
      chip.ariaPressed = `${id === chosen}`;
      return chip;
    }));
    const at = this.#ids.indexOf(chosen);
    // Not `disabled`, which would lose the focus at the last step.
    this.#previous.ariaDisabled = at <= 0 ? "true" : null;
    this.#next.ariaDisabled = at >= this.#ids.length - 1 ? "true" : null;
    this.element.classList.toggle("is-single", rounds.length < 2);
    if (chosen === this.#chosen) return;
    this.#chosen = chosen;
    this.#reveal();
  }

  /** Scrolls the row to the chosen round. Not by scrollIntoView, which would scroll the page too. */
  #reveal() {
    const chip = this.#chips.get(this.#chosen);
    if (chip) this.#list.scrollLeft = chip.offsetLeft - this.#list.offsetLeft - (this.#list.clientWidth - chip.offsetWidth) / 2;
  }

  #step(by) {
    const next = this.#ids[this.#ids.indexOf(this.#chosen) + by];
    if (next !== undefined) this.#onChoose(next);
  }

  #chip(id) {
    const made = button("", "chip");
    made.addEventListener("click", () => this.#onChoose(id));
    return made;
  }
}

function step(icon, label) {
  const made = button("", "button quiet icon-button");
  made.setAttribute("aria-label", label);
  made.append(element("span", `icon ${icon}`));
  return made;
}
