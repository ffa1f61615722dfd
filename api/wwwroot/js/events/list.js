import { arrange, element, keepingFocus, setText } from "../dom.js";
import { filterOf } from "./filter.js";
import { compareSections, rowOrder, sectionOf, spansDays } from "./grouping.js";
import { phaseOf } from "./phase.js";
import { Row } from "./row.js";

/** The list of matches, in sections. What didn't change costs a comparison; only what moves a row makes the list be arranged anew. */
export class MatchList {
  #box;
  #known = new Map();
  #sections = new Map();
  #shown = {};

  /** How many matches there are in each phase, whatever phase is asked for, and how many are in the list. */
  counts = { all: 0, live: 0, upcoming: 0, finished: 0, listed: 0 };

  constructor(box) {
    this.#box = box;
  }

  /** Shows the matches; returns those that ended since. `hrefOf` gives a match's address. */
  show(matches, shown, hrefOf) {
    const before = this.#shown;
    const isNewFrame = ["event", "view", "now", "favouriteIds"].some((name) => shown[name] !== before[name]);
    if (matches === before.matches && !isNewFrame) return [];
    this.#shown = { ...shown, matches };
    const severalDays = matches === before.matches ? this.#shown.severalDays = before.severalDays : spansDays(matches);
    this.#shown.severalDays = severalDays;

    const { isIn, isInBut } = filterOf(shown.view, shown.favourites);
    let isMoved = isNewFrame || severalDays !== before.severalDays || matches.length !== this.#known.size;
    const ended = [];
    for (const match of matches) {
      const known = this.#known.get(match.match.id) ?? this.#add(match.match.id);
      if (known.shown === match && !isMoved) continue;
      if (known.shown && phaseOf(known.shown) !== "finished" && match.score?.status === "final" && isIn(match)) ended.push(match);
      isMoved ||= known.shown?.match !== match.match || phaseOf(known.shown) !== phaseOf(match);
      known.shown = match;
      known.isStale = true;
    }
    if (isMoved) this.#arrange(matches, { isIn, isInBut, severalDays, hrefOf });
    for (const known of this.#known.values()) {
      if (!known.isStale) continue;
      known.isStale = false;
      // What isn't listed is drawn when it is.
      if (known.section) known.row.update(known.shown, { ...shown, by: shown.view.by, tellsDay: known.section.tellsDay });
    }
    return ended;
  }

  rowOf(id) {
    return this.#known.get(id)?.row;
  }

  #add(id) {
    const known = { row: new Row(id), shown: null, section: null, isStale: true };
    this.#known.set(id, known);
    return known;
  }

  #arrange(matches, { isIn, isInBut, severalDays, hrefOf }) {
    const { view, now } = this.#shown;
    const ids = new Set(matches.map(({ match }) => match.id));
    for (const id of this.#known.keys()) if (!ids.has(id)) this.#known.delete(id);
    const groups = new Map();
    const counts = { all: 0, live: 0, upcoming: 0, finished: 0, listed: 0 };
    for (const shown of matches) {
      const known = this.#known.get(shown.match.id);
      // A row tells the day or not by where it is, and has another address in another view.
      known.isStale = true;
      known.section = null;
      if (!isInBut(shown)) continue;
      counts.all++;
      counts[phaseOf(shown)]++;
      if (!isIn(shown)) continue;
      counts.listed++;
      const section = sectionOf(shown, view.by, { now, severalDays });
      known.section = section;
      known.row.pointTo(hrefOf(shown.match.id), view.match === shown.match.id);
      const group = groups.get(section.key) ?? { ...section, list: [] };
      groups.set(section.key, group);
      group.list.push(shown);
    }
    this.counts = counts;
    const order = rowOrder(view.by);
    keepingFocus(() => {
      const ordered = [...groups.values()].sort(compareSections);
      const shownSections = ordered.map(({ key, heading, list }) => {
        const section = this.#sections.get(key) ?? newSection(this.#sections.size);
        this.#sections.set(key, section);
        setText(section.name, heading);
        setText(section.count, `${list.length}`);
        arrange(section.list, list.sort(order).map(({ match }) => this.#known.get(match.id).row.element));
        return section.element;
      });
      arrange(this.#box, shownSections);
    });
  }
}

function newSection(number) {
  const name = element("span");
  const count = element("span", "count");
  const heading = element("h2", "", name, " ", count);
  heading.id = `section-${number}`;
  const list = element("ul", "matches");
  const section = element("section", "group", heading, list);
  section.setAttribute("aria-labelledby", heading.id);
  return { element: section, name, count, list };
}
