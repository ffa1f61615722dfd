import { arrange, button, element, setText } from "../shared/dom.js";
import { compareNames } from "../shared/format.js";
import { text } from "../shared/text.js";

/** The choice of a division, kept in the address. Hidden if there is only one. */
export class DivisionChips {
  #address;
  #chips = new Map();

  element = element("div", "chips");

  constructor(address) {
    this.#address = address;
    this.element.setAttribute("role", "group");
    this.element.setAttribute("aria-label", text("event.divisions"));
  }

  /** @param {readonly { id: number, name: string }[]} offered The divisions, of which some may be the same. */
  show(offered, view) {
    const divisions = new Map(offered.map(({ id, name }) => [id, name]));
    this.element.hidden = divisions.size < 2 && (view.division === null || divisions.has(view.division));
    const choices = [[null, text("shared.allDivisions")], ...[...divisions].sort(([, one], [, other]) => compareNames(one, other))];
    arrange(this.element, choices.map(([id, name]) => {
      const chip = this.#chips.get(id) ?? this.#chip(id);
      this.#chips.set(id, chip);
      setText(chip, name);
      chip.ariaPressed = `${view.division === id}`;
      return chip;
    }));
  }

  #chip(division) {
    const made = button("", "chip");
    made.addEventListener("click", () => this.#address.go({ division }));
    return made;
  }
}
