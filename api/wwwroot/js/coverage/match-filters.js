import { element } from "../shared/dom.js";
import { dayText, placeText } from "./plan-text.js";
import { teamsText } from "../shared/format.js";

const byName = new Intl.Collator("en", { numeric: true, sensitivity: "base" }).compare;

// Each has a label, and a function from a match to the pairs of value and text under which it can be found.
const kinds = [
  { name: "day", label: "Day", every: "All days", of: ({ startsAt }) => (startsAt ? [[new Date(startsAt).toDateString(), dayText(startsAt)]] : []) },
  { name: "division", label: "Division", every: "All divisions", of: ({ division }) => named(division), isByName: true },
  { name: "court", label: "Court", every: "All courts", of: ({ court }) => named(court), isByName: true },
  { name: "team", label: "Team", every: "All teams", of: ({ team1, team2 }) => [...named(team1), ...named(team2)], isByName: true },
];

/** A search box and a select for each kind, in a form; calls back when they change. */
export class MatchFilters {
  #search;
  #selects;

  constructor(form, onChange) {
    this.#search = element("input");
    Object.assign(this.#search, { type: "search", id: "filter-search", name: "search", autocomplete: "off" });
    this.#selects = kinds.map(({ name }) => Object.assign(element("select"), { id: `filter-${name}`, name }));
    form.append(fieldOf(this.#search, "Search"), ...kinds.map(({ label }, index) => fieldOf(this.#selects[index], label)));
    form.addEventListener("input", onChange);
    form.addEventListener("submit", (event) => event.preventDefault());
  }

  /** Offers the values of the schedule's matches. A selected value that no longer exists is reset to all. */
  offer(matches) {
    kinds.forEach(({ every, of, isByName }, index) => {
      const options = [...new Map(matches.flatMap(of))];
      if (isByName) options.sort(([, a], [, b]) => byName(a, b));
      const select = this.#selects[index];
      select.closest(".field").hidden = options.length < 2;
      const wanted = JSON.stringify(options);
      if (select.dataset.offered === wanted) return;
      const { value } = select;
      select.replaceChildren(new Option(every, ""), ...options.map(([id, word]) => new Option(word, id)));
      select.value = options.some(([id]) => `${id}` === value) ? value : "";
      select.dataset.offered = wanted;
    });
  }

  get isSet() {
    return this.#search.value.trim() !== "" || this.#selects.some(({ value }) => value !== "");
  }

  clear() {
    for (const input of [this.#search, ...this.#selects]) input.value = "";
  }

  fits(match) {
    const words = this.#search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const text = `${teamsText(match)} ${placeText(match)}`.toLowerCase();
    return words.every((word) => text.includes(word))
      && kinds.every(({ of }, index) => this.#selects[index].value === "" || of(match).some(([id]) => `${id}` === this.#selects[index].value));
  }
}

function named(thing) {
  return thing ? [[thing.id, thing.name]] : [];
}

function fieldOf(input, label) {
  const caption = element("label", "", label);
  caption.htmlFor = input.id;
  return element("div", `field filter-${input.name}`, caption, input);
}
