import { byId, element, setText } from "../shared/dom.js";
import { noFilters } from "./view.js";
import { text } from "../shared/text.js";

const pauseOfTyping = 250;

/** The controls that filter and group the list. They show the view in the address and change it. */
export class FilterBar {
  #address;
  #shows = byId("shows");
  #mine = byId("mine");
  #form = byId("filters");
  #team = /** @type {HTMLInputElement} */ (byId("team"));
  #toggle = byId("filters-toggle");
  #selects = {
    division: /** @type {HTMLSelectElement} */ (byId("division")),
    court: /** @type {HTMLSelectElement} */ (byId("court")),
    by: /** @type {HTMLSelectElement} */ (byId("by")),
  };
  #typing = 0;

  constructor(address) {
    this.#address = address;
    for (const chip of this.#chips) chip.addEventListener("click", () => address.go({ show: chip.dataset.show }));
    this.#mine.addEventListener("click", () => address.go({ mine: !address.view.mine }));
    for (const [name, select] of Object.entries(this.#selects)) select.addEventListener("change", () => address.go({ [name]: select.value }));
    this.#team.addEventListener("input", () => {
      clearTimeout(this.#typing);
      this.#typing = setTimeout(() => this.#search(), pauseOfTyping);
    });
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#search();
    });
    this.#toggle.addEventListener("click", () => this.#open(this.#toggle.ariaExpanded !== "true"));
    const { division, court, by } = address.view;
    this.#open(division !== null || court !== null || by !== "");
  }

  /** @param choices `{ divisions, courts }`, each a list of `{ id, name }`. */
  show(view, counts, { divisions, courts }) {
    this.#shows.hidden = this.#form.hidden = false;
    for (const chip of this.#chips) {
      chip.ariaPressed = `${chip.dataset.show === view.show}`;
      setText(chip.querySelector(".count"), `${counts[chip.dataset.show || "all"]}`);
    }
    this.#mine.ariaPressed = `${view.mine}`;
    this.#mine.querySelector(".icon").className = `icon ${view.mine ? "icon-star-full" : "icon-star"}`;
    // While the reader types, don't overwrite the input with what was typed a moment ago.
    if (document.activeElement !== this.#team || this.#typing === 0) this.#team.value = view.team;
    const { division, court, by } = this.#selects;
    fill(division, text("shared.allDivisions"), divisions, view.division);
    fill(court, text("shared.allCourts"), courts, view.court);
    by.value = view.by;
    for (const option of by.options) option.hidden = (option.value === "court" && courts.length < 2) || (option.value === "division" && divisions.length < 2);
  }

  clear() {
    this.#address.go(noFilters);
    this.#team.value = "";
    this.#chips[0].focus();
  }

  get #chips() {
    return [.../** @type {NodeListOf<HTMLElement>} */ (this.#shows.querySelectorAll("[data-show]"))];
  }

  #search() {
    clearTimeout(this.#typing);
    this.#typing = 0;
    const team = this.#team.value.trim();
    // Typing a letter adds no step to the browser's history.
    if (team !== this.#address.view.team) this.#address.go({ team }, { replace: true });
  }

  #open(isOpen) {
    this.#toggle.ariaExpanded = `${isOpen}`;
    this.#form.classList.toggle("is-open", isOpen);
  }
}

function fill(select, all, choices, chosen) {
  const value = chosen === null ? "" : `${chosen}`;
  const known = choices.map(({ id, name }) => ({ value: `${id}`, name }));
  // The address may name a choice that no longer exists, and the control must not hide that.
  if (value && !known.some((choice) => choice.value === value)) known.push({ value, name: text("event.noLongerThere") });
  const wanted = JSON.stringify(known);
  if (select.dataset.choices !== wanted) {
    select.dataset.choices = wanted;
    const option = (choice) => Object.assign(element("option", "", choice.name), { value: choice.value });
    select.replaceChildren(option({ value: "", name: all }), ...known.map(option));
  }
  select.value = value;
  select.closest(".field").hidden = choices.length < 2 && value === "";
}
