import { arrange, byId, element, setText } from "../shared/dom.js";
import { MatchRow } from "./match-row.js";
import { placeText, teamsText } from "../shared/format.js";
import { courtKind, divisionKind, MatchFilters } from "../shared/match-filters.js";
import { byStart } from "../shared/match-order.js";
import { isOver } from "../shared/match-status.js";
import { text } from "../shared/text.js";

/** @type {{ name: string, heading: TextKey }[]} */
const groups = [
  { name: "mine", heading: "scoring.yours" },
  { name: "free", heading: "scoring.free" },
  { name: "held", heading: "scoring.byOthers" },
];

/** The event's matches, grouped by claim: the user's own, free ones, and those of others. */
export class MatchList {
  #session;
  #rows = new Map();
  #filters;
  #finished = element("input");
  #sections;

  constructor(session) {
    this.#session = session;
    this.#finished.type = "checkbox";
    this.#filters = new MatchFilters(byId("filters"), {
      kinds: [courtKind(), divisionKind()],
      textOf: (match) => `${teamsText(match)} ${placeText(match)} ${match.id}`,
      placeholder: text("scoring.teamOrMatch"),
      more: [element("label", "check", this.#finished, text("scoring.finishedToo"))],
      chosen: { court: new URLSearchParams(location.search).get("court") ?? undefined },
      onChange: () => this.show(),
    });
    this.#sections = groups.map(({ name, heading }) => {
      const rows = element("ul", "rows");
      const count = element("span", "count");
      const title = element("h2", "", text(heading), " ", count);
      title.id = `group-${name}`;
      const section = element("section", "group", title, rows);
      section.setAttribute("aria-labelledby", title.id);
      section.dataset.group = name;
      return { name, section, rows, count };
    });
    const [mine, ...others] = this.#sections.map(({ section }) => section);
    byId("yours").replaceChildren(mine);
    byId("groups").replaceChildren(...others);
  }

  show() {
    const matches = this.#session.matches.map((shown) => this.#look(shown));
    this.#filters.offer(matches.map(({ match }) => match));
    byId("filters").hidden = matches.length === 0;
    const shown = matches.filter((one) => one.group === "mine" || this.#fits(one)).sort(byPlay);
    for (const { name, section, rows, count } of this.#sections) {
      const own = shown.filter(({ group }) => group === name);
      section.hidden = own.length === 0;
      setText(count, `${own.length}`);
      arrange(rows, own.map((one) => this.#row(one)));
    }
    this.#showEmpty(matches.length, shown.length);
  }

  clear() {
    for (const id of ["yours", "groups", "filters"]) byId(id).replaceChildren();
    byId("filters").hidden = byId("empty").hidden = true;
  }

  #look({ match }) {
    const claim = this.#session.claims.of(match.id);
    const waiting = this.#session.waiting(match.id);
    const isMine = claim.mode === "mine" || claim.mode === "lapsed" || claim.mode === "elsewhere" || waiting > 0;
    const score = this.#session.score(match.id);
    return { match, claim, waiting, score, group: isMine ? "mine" : claim.mode, isOver: isOver(score.status) };
  }

  #fits({ match, isOver }) {
    return (!isOver || this.#finished.checked) && this.#filters.fits(match);
  }

  #row(one) {
    const { id } = one.match;
    if (!this.#rows.has(id)) this.#rows.set(id, new MatchRow(id));
    return this.#rows.get(id).show(one);
  }

  #showEmpty(all, shown) {
    const empty = byId("empty");
    const isKnown = this.#session.event !== undefined;
    empty.hidden = shown > 0 || !isKnown;
    if (empty.hidden) return;
    empty.replaceChildren(...(all === 0
      ? [element("h2", "", text("scoring.noMatches")), element("p", "", text("scoring.noMatchesText"))]
      : [element("h2", "", text("scoring.noMatchLikeThis")), element("p", "", text("scoring.noMatchLikeThisText"))]));
  }
}

// Matches in play first, then by time; matches without a time come last.
function byPlay(a, b) {
  const rank = ({ score: { status } }) => ["inProgress", "suspended", "scheduled", "postponed", "final", "abandoned", "cancelled"].indexOf(status);
  return rank(a) - rank(b) || byStart(a, b);
}
