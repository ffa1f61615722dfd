import { element } from "./dom.js";
import { compareNames } from "./format.js";
import { text } from "./text.js";

/**
 * A search box and selects, in a form, by which matches are filtered. Calls back when they change.
 *
 * A kind of select has a `name`, a `label`, a text for `every` choice, and `valuesOf(match)`, which returns the pairs of id and name under
 * which a match can be found. Names are sorted, unless the matches' own order is the right one (`isInOrder`).
 */
export class MatchFilters {
  #kinds;
  #textOf;
  #search = element("input");
  #selects;
  #chosen;

  /** @param options `textOf(match)` returns the text that is searched; `more` are elements after the selects; `chosen` are values to begin with, by name. */
  constructor(form, { kinds, textOf, placeholder = "", more = [], chosen = {}, onChange }) {
    this.#kinds = kinds;
    this.#chosen = chosen;
    this.#textOf = textOf;
    Object.assign(this.#search, { type: "search", id: "filter-search", name: "search", autocomplete: "off", placeholder });
    this.#selects = kinds.map(({ name }) => Object.assign(element("select"), { id: `filter-${name}`, name }));
    form.replaceChildren(fieldOf(this.#search, text("shared.search")), ...kinds.map(({ label }, index) => fieldOf(this.#selects[index], label)), ...more);
    // As properties, which replace earlier listeners: another user at this device gets new filters in the same form.
    form.oninput = onChange;
    form.onsubmit = (event) => event.preventDefault();
  }

  get isSet() {
    return this.#search.value.trim() !== "" || this.#selects.some(({ value }) => value !== "");
  }

  /** Offers the values of the schedule's matches. A selected value that no longer exists is reset to all. */
  offer(matches) {
    this.#kinds.forEach(({ name, every, valuesOf, isInOrder = false }, index) => {
      const options = [...new Map(matches.flatMap(valuesOf))];
      if (!isInOrder) options.sort(([, a], [, b]) => compareNames(a, b));
      const select = this.#selects[index];
      select.closest(".field").hidden = options.length < 2;
      const wanted = JSON.stringify(options);
      if (select.dataset.offered === wanted) return;
      const has = (value) => options.some(([id]) => `${id}` === value);
      const chosen = this.#chosen[name];
      const value = has(chosen) ? chosen : select.value;
      if (value === chosen) delete this.#chosen[name];
      select.replaceChildren(new Option(every, ""), ...options.map(([id, shown]) => new Option(shown, id)));
      select.value = has(value) ? value : "";
      select.dataset.offered = wanted;
    });
  }

  fits(match) {
    const words = this.#search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const searched = this.#textOf(match).toLowerCase();
    return words.every((word) => searched.includes(word))
      && this.#kinds.every(({ valuesOf }, index) => this.#selects[index].value === "" || valuesOf(match).some(([id]) => `${id}` === this.#selects[index].value));
  }

  clear() {
    for (const input of [this.#search, ...this.#selects]) input.value = "";
  }
}

/** The kinds of select that pages share. */
export const courtKind = () => ({ name: "court", label: text("shared.court"), every: text("shared.allCourts"), valuesOf: ({ court }) => named(court) });
export const divisionKind = () => ({ name: "division", label: text("shared.division"), every: text("shared.allDivisions"), valuesOf: ({ division }) => named(division) });
export const teamKind = () => ({ name: "team", label: text("shared.team"), every: text("shared.allTeams"), valuesOf: ({ team1, team2 }) => [...named(team1), ...named(team2)] });

function named(thing) {
  return thing ? [[thing.id, thing.name]] : [];
}

function fieldOf(input, label) {
  const caption = element("label", "", label);
  caption.htmlFor = input.id;
  return element("div", `field filter-${input.name}`, caption, input);
}
