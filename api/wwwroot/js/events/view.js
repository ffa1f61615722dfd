const shows = new Set(["live", "upcoming", "finished"]);
const groupings = new Set(["court", "division", "time"]);

/** What an address asks for. Whatever is no value of ours counts as not asked for. */
export function viewOf(search) {
  const asked = new URLSearchParams(search);
  const oneOf = (name, known) => (known.has(asked.get(name)) ? asked.get(name) : "");
  return {
    show: oneOf("show", shows),
    division: idOf(asked.get("division")),
    court: idOf(asked.get("court")),
    team: asked.get("team") ?? "",
    mine: asked.get("mine") === "1",
    by: oneOf("by", groupings),
    match: idOf(asked.get("match")),
  };
}

/** The query of a view, empty for the plain one; always in the same order, so that one view has one address. */
export function queryOf({ show, division, court, team, mine, by, match }) {
  const parts = Object.entries({ show, division, court, team, mine: mine ? "1" : "", by, match }).filter(([, value]) => value !== "" && value !== null);
  return parts.length === 0 ? "" : `?${new URLSearchParams(parts)}`;
}

/** What narrows the list; the rest is how it is arranged, and what is open beside it. */
export const noFilters = Object.freeze({ show: "", division: null, court: null, team: "", mine: false });

/** The view in the window's address. `onChange(view, before)` comes for every change, also by the browser's own buttons. */
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

  /** Where a link leads that changes this much; relative, so below any path. */
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

// Zero and negative ids are as good as any.
function idOf(text) {
  return /^-?\d{1,10}$/.test(text ?? "") ? Number(text) : null;
}
