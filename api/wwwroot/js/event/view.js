import { teamsText } from "../shared/format.js";
import { text } from "../shared/text.js";

const phases = new Set(["live", "upcoming", "finished"]);
const groupings = new Set(["court", "division", "time"]);

/** Reads the view from an address. Unknown values are ignored. */
function viewOf(search) {
  const asked = new URLSearchParams(search);
  const oneOf = (name, known) => (known.has(asked.get(name)) ? asked.get(name) : "");
  return {
    show: oneOf("show", phases),
    division: idOf(asked.get("division")),
    court: idOf(asked.get("court")),
    team: asked.get("team") ?? "",
    mine: asked.get("mine") === "1",
    by: oneOf("by", groupings),
    tables: asked.get("tables") === "1",
    brackets: asked.get("brackets") === "1" && asked.get("tables") !== "1",
    match: idOf(asked.get("match")),
  };
}

/** Returns the query of a view, empty for the default one. The order is always the same, so that one view has one address. */
function queryOf({ show, division, court, team, mine, by, tables, brackets, match }) {
  const parts = Object.entries({ show, division, court, team, mine: mine ? "1" : "", by, tables: tables ? "1" : "", brackets: brackets ? "1" : "", match }).filter(([, value]) => value !== "" && value !== null);
  return parts.length === 0 ? "" : `?${new URLSearchParams(parts)}`;
}

/** The parts of a view that filter the list. The other parts arrange it or name the match beside it. */
export const noFilters = Object.freeze({ show: "", division: null, court: null, team: "", mine: false });

/** The view in the window's address. Calls `onChange(view, before)` for every change, also by the browser's back and forward buttons. */
export class ViewInAddress {
  #onChange;
  #view = Object.freeze(viewOf(location.search));

  constructor(onChange) {
    this.#onChange = onChange;
    addEventListener("popstate", () => this.#become(viewOf(location.search)));
  }

  get view() {
    return this.#view;
  }

  /** Returns a link to the current view with this change; relative, so it works below any path. */
  hrefWith(change) {
    return queryOf({ ...this.#view, ...change }) || location.pathname;
  }

  go(change, { replace = false } = {}) {
    const address = this.hrefWith(change);
    if (replace) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
    this.#become(viewOf(location.search));
  }

  #become(view) {
    const before = this.#view;
    this.#view = Object.freeze(view);
    this.#onChange(view, before);
  }
}

// Zero and negative ids are valid.
function idOf(text) {
  return /^-?\d{1,10}$/.test(text ?? "") ? Number(text) : null;
}

/** @type {Record<string, TextKey>} */
const showTexts = { live: "shared.inPlay", upcoming: "event.upcoming", finished: "event.finished" };

/** The window's title for a view: the open match, or the list's filters, and the event. */
export function titleOf(view, event, { divisions, courts }, open) {
  if (open) return [teamsText(open.match), event.name];
  const nameIn = (named, id) => named.find((one) => one.id === id)?.name;
  if (view.tables || view.brackets)
    return [[text(view.tables ? "event.tables" : "event.brackets"), nameIn(divisions, view.division)].filter(Boolean).join(", "), event.name];
  const filters = [view.show && text(showTexts[view.show]), view.mine && text("event.myTeams"), nameIn(divisions, view.division), nameIn(courts, view.court), view.team];
  return [filters.filter(Boolean).join(", "), event.name];
}
