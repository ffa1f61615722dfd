import { columnsOf } from "../shared/score-columns.js";
import { element, headCell } from "../shared/dom.js";
import { hasBegun, statusOf } from "../shared/match-status.js";
import { tableRegion } from "../shared/table.js";
import { teamName } from "../shared/format.js";
import { text } from "../shared/text.js";
import { separationText } from "./separation.js";
import { standingsColumns } from "./standings-columns.js";

/** The standings of one pool: a table, and notes below it on what the table doesn't show. */
export class StandingsTable {
  #heading = element("h2");
  // The region stays, and with it how far a reader has scrolled it.
  #region = tableRegion("", element("table"));
  #notes = element("div");
  #shown = "";

  // The region of the table has the same name: a landmark around it would only repeat that.
  element = element("div", "group pool", this.#heading, this.#region, this.#notes);

  /**
   * @param {import("../../livefeed.js").Standings} pool
   * @param {{ event: any, matches: readonly any[], favourites: any, hrefOf: (matchId: number) => string }} context
   */
  show(pool, context) {
    const parts = partsOf(pool, context);
    const shown = JSON.stringify(parts);
    if (shown === this.#shown) return;
    this.#shown = shown;
    const focused = this.#region.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement).dataset.match : undefined;
    this.#heading.textContent = parts.name;
    this.#region.setAttribute("aria-label", parts.name);
    this.#region.replaceChildren(tableOf(parts));
    this.#notes.replaceChildren(
      ...(parts.notes.length > 0 ? [element("ol", "standing-notes", ...parts.notes.map((note) => element("li", "", note)))] : []),
      ...(parts.rows.some(({ live }) => live) ? [element("p", "standing-notes", text("standings.inPlayNote"))] : []));
    if (focused !== undefined) /** @type {HTMLElement | null} */ (this.#region.querySelector(`[data-match="${focused}"]`))?.focus({ preventScroll: true });
  }
}

/** The content as texts and numbers only, so that two can be compared. */
function partsOf({ name, division, rows }, { event, matches, favourites, hrefOf }) {
  const columns = standingsColumns(rows, event);
  const notes = [];
  const shown = rows.map((row, index) => {
    const why = separationText(row, rows[index - 1]);
    if (why) notes.push(why);
    return {
      rank: row.rank, team: row.team.name, mark: why ? notes.length : 0, isMine: favourites.has(row.team.id), live: liveOf(row.team.id, { event, matches, hrefOf }),
      values: columns.map(({ value }) => value(row)),
    };
  });
  return {
    name: text("standings.pool", { division: division.name, pool: name }),
    heads: columns.map(({ name: full, short }) => ({ full, short })),
    rows: shown,
    // Numbered as the marks in the table.
    notes,
  };
}

/** The match that a team plays now: a link, and its score with the team's own number first. */
function liveOf(teamId, { event, matches, hrefOf }) {
  const found = matches.find((shown) => hasBegun(statusOf(shown)) && [shown.match.team1?.id, shown.match.team2?.id].includes(teamId));
  if (!found) return null;
  const { match, score } = found;
  const side = match.team1?.id === teamId ? 1 : 2;
  const [first] = columnsOf(score, event, match);
  const points = first ? `${first.values[side - 1]}–${first.values[2 - side]}` : "";
  return { match: match.id, href: hrefOf(match.id), points, words: text("standings.inPlay", { other: teamName(match, 3 - side), points }) };
}

function tableOf({ heads, rows }) {
  const head = element("tr", "", headOf({ full: text("standings.rank"), short: text("standings.rankShort") }), headCell(text("shared.team")), ...heads.map(headOf));
  return element("table", "table standings", element("thead", "", head), element("tbody", "", ...rows.map(rowOf)));
}

function headOf({ full, short }) {
  const cell = headCell("", "number");
  if (full === short) cell.textContent = full;
  else cell.append(silent(element("span", "", short)), element("span", "visually-hidden", full));
  cell.title = full;
  return cell;
}

function rowOf({ rank, team, mark, isMine, live, values }) {
  const name = headCell("", "standing-team", "row");
  name.append(element("span", isMine ? "team is-mine" : "team", team));
  if (mark) name.append(silent(element("sup", "", `${mark}`)));
  if (live) {
    const link = element("a", "standing-live", silent(element("span", "", live.points)), element("span", "visually-hidden", live.words));
    link.href = live.href;
    link.dataset.match = `${live.match}`;
    name.append(link);
  }
  return element("tr", live ? "is-live" : "", element("td", "number standing-rank", `${rank}`), name, ...values.map((value) => element("td", "number", value)));
}

function silent(node) {
  node.ariaHidden = "true";
  return node;
}
