import { element } from "../shared/dom.js";
import { field } from "../shared/form.js";
import { teamName } from "../shared/format.js";

/** Filters by text, court and division, and by whether finished matches are shown. */
export class MatchFilters {
  #search = field({ name: "search", label: "Search", type: "search", placeholder: "Team or match", autocomplete: "off" });
  #court = choice("court", "Court", "All courts");
  #division = choice("division", "Division", "All divisions");
  #finished = element("input");

  constructor(form, onChange) {
    this.#finished.type = "checkbox";
    form.replaceChildren(
      this.#search.element, this.#court.element, this.#division.element, element("label", "check", this.#finished, "Finished too"));
    // `oninput` replaces the previous handler, because another user at this device gets new filters.
    form.oninput = onChange;
    form.onsubmit = (event) => event.preventDefault();
  }

  /** Fills the choices with the courts and divisions of the matches. */
  offer(matches) {
    this.#court.offer(matches.map(({ court }) => court));
    this.#division.offer(matches.map(({ division }) => division));
  }

  fits({ match, isOver }) {
    if (isOver && !this.#finished.checked) return false;
    if (this.#court.value && `${match.court?.id}` !== this.#court.value) return false;
    if (this.#division.value && `${match.division?.id}` !== this.#division.value) return false;
    const words = this.#search.input.value.toLowerCase().split(/\s+/);
    const text = [teamName(match, 1), teamName(match, 2), match.court?.name, match.division?.name, match.id].join(" ").toLowerCase();
    return words.every((word) => text.includes(word));
  }
}

function choice(name, label, all) {
  const select = element("select");
  select.id = `filter-${name}`;
  const caption = element("label", "", label);
  caption.htmlFor = select.id;
  const box = element("div", "field", caption, select);
  let offered = "";
  return {
    element: box,
    get value() {
      return select.value;
    },
    offer(things) {
      const byName = new Map(things.filter(Boolean).map(({ id, name: called }) => [`${id}`, called]));
      const next = JSON.stringify([...byName]);
      if (next === offered) return;
      offered = next;
      const { value } = select;
      const sorted = [...byName].sort(([, a], [, b]) => a.localeCompare(b, undefined, { numeric: true }));
      select.replaceChildren(option("", all), ...sorted.map(([id, called]) => option(id, called)));
      select.value = byName.has(value) ? value : "";
      box.hidden = byName.size < 2;
    },
  };
}

function option(value, text) {
  const made = element("option", "", text);
  made.value = value;
  return made;
}
