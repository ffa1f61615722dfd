import { arrange, button, element, setText } from "../shared/dom.js";
import { compareNames } from "../shared/format.js";
import { addTexts, text } from "../shared/text.js";
import { texts } from "../texts/en/standings.js";
import { StandingsTable } from "./standings-table.js";

addTexts(texts);

/** The standings of all pools, or of those of one division. Loaded when somebody opens them. */
export class TablesView {
  #address;
  #choices = element("div", "chips");
  #tables = element("div", "sections tables");
  #known = new Map();
  #chips = new Map();
  #none = element("p");
  #empty = element("div", "empty", element("h2", "", text("standings.none")), this.#none);

  constructor(box, address) {
    this.#address = address;
    this.#choices.setAttribute("role", "group");
    this.#choices.setAttribute("aria-label", text("standings.divisions"));
    box.append(this.#choices, this.#tables, this.#empty);
  }

  /**
   * @param {readonly import("../../livefeed.js").Standings[]} standings
   * @param {{ event: any, view: any, matches: readonly any[], favourites: any }} context
   */
  show(standings, { event, view, matches, favourites }) {
    const pools = standings.filter(({ division }) => view.division === null || division.id === view.division)
      .toSorted((one, other) => compareNames(one.division.name, other.division.name) || compareNames(one.name, other.name));
    this.#offer(standings, view);
    this.#empty.hidden = pools.length > 0;
    setText(this.#none, text(view.division === null ? "standings.noneText" : "standings.noneHereText"));
    const context = { event, matches, favourites, hrefOf: (match) => this.#address.hrefWith({ match }) };
    arrange(this.#tables, pools.map((pool) => {
      const table = this.#known.get(pool.poolId) ?? new StandingsTable();
      this.#known.set(pool.poolId, table);
      table.show(pool, context);
      return table.element;
    }));
  }

  #offer(standings, view) {
    const divisions = new Map(standings.map(({ division }) => [division.id, division.name]));
    this.#choices.hidden = divisions.size < 2;
    const choices = [[null, text("shared.allDivisions")], ...[...divisions].sort(([, one], [, other]) => compareNames(one, other))];
    arrange(this.#choices, choices.map(([id, name]) => {
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
