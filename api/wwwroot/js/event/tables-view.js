import { arrange, element, setText } from "../shared/dom.js";
import { compareNames } from "../shared/format.js";
import { addTexts, text } from "../shared/text.js";
import { texts } from "../texts/en/standings.js";
import { DivisionChips } from "./division-chips.js";
import { StandingsTable } from "./standings-table.js";

addTexts(texts);

/** The standings of all pools, or of those of one division. Loaded when somebody opens them. */
export class TablesView {
  #address;
  #chips;
  #tables = element("div", "sections tables");
  #known = new Map();
  #links = new Map();
  #none = element("p");
  #empty = element("div", "empty", element("h2", "", text("standings.none")), this.#none);

  constructor(box, address) {
    this.#address = address;
    this.#chips = new DivisionChips(address);
    box.append(this.#chips.element, this.#tables, this.#empty);
  }

  /** @param {{ standings: readonly import("../../livefeed.js").Standings[], bracketed: ReadonlySet<number | null>, event: any, view: any, matches: readonly any[], favourites: any }} context */
  show({ standings, bracketed, event, view, matches, favourites }) {
    const pools = standings.filter(({ division }) => view.division === null || division.id === view.division)
      .toSorted((one, other) => compareNames(one.division.name, other.division.name) || compareNames(one.name, other.name));
    this.#chips.show(standings.map(({ division }) => division), view);
    this.#empty.hidden = pools.length > 0;
    setText(this.#none, text(view.division === null ? "standings.noneText" : "standings.noneHereText"));
    const context = { event, matches, favourites, hrefOf: (match) => this.#address.hrefWith({ match }) };
    arrange(this.#tables, pools.flatMap((pool, index) => {
      const table = this.#known.get(pool.poolId) ?? new StandingsTable();
      this.#known.set(pool.poolId, table);
      table.show(pool, context);
      const isLast = pools[index + 1]?.division.id !== pool.division.id;
      return isLast && bracketed.has(pool.division.id) ? [table.element, this.#bracketLink(pool.division)] : [table.element];
    }));
  }

  /** The way from the pools of a division to its bracket, below the last of them. */
  #bracketLink({ id, name }) {
    const change = { brackets: true, tables: false, division: id };
    const known = this.#links.get(id) ?? this.#makeLink(change);
    this.#links.set(id, known);
    const link = known.firstElementChild;
    setText(link, text("standings.bracket", { division: name }));
    link.setAttribute("href", this.#address.hrefWith(change));
    return known;
  }

  #makeLink(change) {
    const link = element("a", "button");
    link.addEventListener("click", (event) => {
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      this.#address.go(change);
    });
    return element("p", "to-bracket", link);
  }
}
