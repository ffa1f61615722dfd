import { byId, setText } from "../shared/dom.js";
import { MatchList } from "./match-list.js";
import { placeText, teamsText } from "../shared/format.js";
import { courtKind, divisionKind, MatchFilters, teamKind } from "../shared/match-filters.js";
import { wholeDayText } from "./plan-text.js";
import { text } from "../shared/text.js";

const dayKind = () => ({
  name: "day",
  label: text("coverage.day"),
  every: text("coverage.allDays"),
  valuesOf: ({ startsAt }) => (startsAt ? [[new Date(startsAt).toDateString(), wholeDayText(startsAt)]] : []),
  isInOrder: true,
});

/** The part of the page that lists matches to choose from. */
export class Choosing {
  #filters;
  #list;
  #fitting = [];
  #last;

  constructor(plan) {
    this.#filters = new MatchFilters(byId("filters"), {
      kinds: [dayKind(), divisionKind(), courtKind(), teamKind()],
      textOf: (match) => `${teamsText(match)} ${placeText(match)}`,
      onChange: () => this.#show(),
    });
    this.#list = new MatchList(byId("choices"), (id, isChosen) => (isChosen ? plan.add([id]) : plan.remove([id])));
    byId("choose-all").addEventListener("click", () => plan.add(this.#fitting.map(({ match }) => match.id)));
    byId("clear-filters").addEventListener("click", () => {
      this.#filters.clear();
      this.#show();
    });
  }

  show(matches, selected) {
    this.#last = { matches, selected };
    this.#filters.offer(matches.map(({ match }) => match));
    this.#show();
  }

  #show() {
    if (!this.#last) return;
    const { matches, selected } = this.#last;
    const isSet = this.#filters.isSet;
    const chosen = new Set(selected);
    this.#fitting = matches.filter(({ match }) => this.#filters.fits(match));
    const left = this.#fitting.filter((one) => !chosen.has(one)).length;
    setText(byId("found"), isSet ? text("coverage.found", { found: this.#fitting.length, count: matches.length }) : text("shared.matches", { count: matches.length }));
    byId("clear-filters").hidden = !isSet;
    byId("choose-all").hidden = !isSet || left === 0;
    setText(byId("choose-all"), text("coverage.chooseAll", { count: left }));
    byId("none-fit").hidden = this.#fitting.length > 0 || matches.length === 0;
    this.#list.show(this.#fitting, selected);
  }
}
