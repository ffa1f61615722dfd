import { arrange, element, setText } from "../shared/dom.js";

/** A heading with the number of its matches, and their rows. */
export class Section {
  #name = element("span");
  #count = element("span", "count");
  #list = element("ul", "matches");

  constructor(number) {
    const heading = element("h2", "", this.#name, " ", this.#count);
    heading.id = `section-${number}`;
    this.element = element("section", "group", heading, this.#list);
    this.element.setAttribute("aria-labelledby", heading.id);
  }

  show(heading, rows) {
    setText(this.#name, heading);
    setText(this.#count, `${rows.length}`);
    this.element.classList.toggle("is-single", rows.length === 1);
    arrange(this.#list, rows);
  }
}
