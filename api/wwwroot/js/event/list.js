import { arrange, element, keepingFocus, setText } from "../shared/dom.js";
import { filterOf } from "./filter.js";
import { compareSections, rowOrder, sectionOf, spansDays, timeOf } from "./grouping.js";
import { phaseOf } from "./phase.js";
import { clockOf } from "../shared/match-clock.js";
import { Row } from "./row.js";

const frameOf = ["event", "view", "now", "favouriteIds"];

/** The list of matches, in sections. An unchanged match costs one comparison; the list is rearranged only if a row has to move. */
export class MatchList {
  #box;
  #known = new Map();
  #sections = new Map();
  #frame = {};
  #filter = null;
  #severalDays = false;

  /** The number of matches in each phase, whatever phase is selected, and the number in the list. */
  counts = { all: 0, live: 0, upcoming: 0, finished: 0, listed: 0 };

  /** Whether the last `show` moved any row, and whether the schedule had changed. */
  isArranged = false;
  isRescheduled = false;

  constructor(box) {
    this.#box = box;
  }

  /** Shows the matches and returns those that have ended since the last call. `hrefOf` returns a match's address. */
  show(matches, frame, hrefOf) {
    const isNewFrame = frameOf.some((name) => frame[name] !== this.#frame[name]);
    this.#frame = frame;
    if (isNewFrame) this.#filter = filterOf(frame.view, frame.favourites);
    this.isRescheduled = false;
    let isMoved = isNewFrame;
    const changed = [];
    const ended = [];
    for (const shown of matches) {
      const known = this.#known.get(shown.match.id) ?? this.#add(shown.match.id);
      const before = known.shown;
      if (before === shown && !isNewFrame) continue;
      changed.push(known);
      known.shown = shown;
      const phase = phaseOf(shown);
      if (before && known.phase !== "finished" && shown.score?.status === "final" && this.#filter.isIn(shown)) ended.push(shown);
      if (before?.match !== shown.match) this.isRescheduled = true;
      if (known.phase !== phase) isMoved = true;
      known.phase = phase;
      known.time = timeOf(shown);
    }
    this.isRescheduled ||= matches.length !== this.#known.size;
    this.isArranged = isMoved || this.isRescheduled;
    if (this.isArranged) this.#place(matches, changed, isNewFrame, hrefOf);
    for (const known of changed) this.#draw(known);
    return ended;
  }

  /** Counts on in the rows of matches whose clock runs. */
  tick() {
    for (const known of this.#known.values())
      if (clockOf(known.shown)?.state === "running") this.#draw(known);
  }

  rowOf(id) {
    return this.#known.get(id)?.row;
  }

  #draw({ shown, section, row }) {
    if (section) row.update(shown, { ...this.#frame, by: this.#frame.view.by, showsDay: section.showsDay });
  }

  #add(id) {
    const known = { row: new Row(id), shown: null, phase: "", time: 0, isCounted: false, section: null };
    this.#known.set(id, known);
    return known;
  }

  #place(matches, changed, isNewFrame, hrefOf) {
    const { view, now } = this.#frame;
    if (this.isRescheduled) {
      const ids = new Set(matches.map(({ match }) => match.id));
      for (const id of this.#known.keys()) if (!ids.has(id)) this.#known.delete(id);
      const severalDays = spansDays(matches);
      if (severalDays !== this.#severalDays) changed.splice(0, changed.length, ...this.#known.values());
      this.#severalDays = severalDays;
    }
    for (const known of changed) {
      const { shown, row } = known;
      known.isCounted = this.#filter.isInBut(shown);
      known.section = this.#filter.isIn(shown) ? sectionOf(shown, view.by, { now, severalDays: this.#severalDays }) : null;
      if (isNewFrame || this.isRescheduled) row.pointTo(hrefOf(shown.match.id), view.match === shown.match.id);
    }
    this.#arrange();
  }

  #arrange() {
    const counts = { all: 0, live: 0, upcoming: 0, finished: 0, listed: 0 };
    const groups = new Map();
    for (const known of this.#known.values()) {
      if (!known.isCounted) continue;
      counts.all++;
      counts[known.phase]++;
      if (!known.section) continue;
      counts.listed++;
      const group = groups.get(known.section.key);
      if (group) group.list.push(known);
      else groups.set(known.section.key, { ...known.section, list: [known] });
    }
    this.counts = counts;
    const order = rowOrder(this.#frame.view.by);
    keepingFocus(() => {
      const shown = [...groups.values()].sort(compareSections).map(({ key, headingText, list }) => {
        const section = this.#sections.get(key) ?? new Section(this.#sections.size);
        this.#sections.set(key, section);
        section.show(headingText(), list.sort(order).map(({ row }) => row.element));
        return section.element;
      });
      arrange(this.#box, shown);
    });
  }
}

/** A heading with the number of its matches, and their rows. */
class Section {
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
