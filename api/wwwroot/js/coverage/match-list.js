import { arrange, element, setText } from "../shared/dom.js";
import { statusOf } from "../shared/match-status.js";
import { MatchRow } from "./match-row.js";
import { sharedMinutes } from "./overlaps.js";
import { wholeDayText } from "./plan-text.js";
import { text } from "../shared/text.js";

/** The matches that pass the filters, by day, each with a checkbox. */
export class MatchList {
  #box;
  #onToggle;
  #rows = new Map();
  #days = new Map();

  constructor(box, onToggle) {
    [this.#box, this.#onToggle] = [box, onToggle];
  }

  show(fitting, selected) {
    const chosen = new Set(selected.map(({ match }) => match.id));
    const open = selected.filter((one) => statusOf(one) !== "cancelled").map(({ match }) => match);
    const byDay = Map.groupBy(fitting, ({ match }) => (match.startsAt ? new Date(match.startsAt).toDateString() : ""));
    arrange(this.#box, [...byDay].map(([key, matches]) => {
      const day = this.#days.get(key) ?? newDay();
      this.#days.set(key, day);
      setText(day.title, key ? wholeDayText(matches[0].match.startsAt) : text("shared.timeNotSet"));
      arrange(day.list, matches.map((one) => {
        const { match } = one;
        const row = this.#row(match.id);
        row.update(one, chosen.has(match.id), !chosen.has(match.id) && open.some((other) => sharedMinutes(match, other) > 0));
        return row.element;
      }));
      return day.element;
    }));
  }

  #row(id) {
    if (!this.#rows.has(id)) this.#rows.set(id, new MatchRow((isChosen) => this.#onToggle(id, isChosen)));
    return this.#rows.get(id);
  }
}

function newDay() {
  const [title, list] = [element("h3"), element("ul", "rows")];
  return { title, list, element: element("div", "choice-day", title, list) };
}
