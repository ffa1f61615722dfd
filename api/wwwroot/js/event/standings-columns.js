import { isInSets } from "../shared/score-columns.js";
import { formatOf } from "../shared/match-format.js";
import { text } from "../shared/text.js";

/**
 * The columns of a pool's standings after rank and team, as `{ name, short, value(row) }`: matches, what the sport counts, and points.
 *
 * @param {readonly import("../../livefeed.js").StandingsRow[]} rows
 */
export function standingsColumns(rows, event) {
  const { unit, isInSets: areSets } = formatOf(event);
  const column = (/** @type {TextKey} */ name, /** @type {TextKey} */ short, value) => ({ name: text(name), short: text(short), value });
  // A division may be played otherwise than the event.
  const countsSets = isInSets(event) || rows.some(({ played, setsWon, setsLost }) => setsWon + setsLost > played);
  const mayDraw = !areSets || rows.some(({ drawn }) => drawn > 0);
  return [
    column("standings.played", "standings.playedShort", ({ played }) => `${played}`),
    column("standings.won", "standings.wonShort", ({ won }) => `${won}`),
    ...(mayDraw ? [column("standings.drawn", "standings.drawnShort", ({ drawn }) => `${drawn}`)] : []),
    column("standings.lost", "standings.lostShort", ({ lost }) => `${lost}`),
    ...(areSets ? [
      ...(countsSets ? [column("shared.sets", "shared.sets", ({ setsWon, setsLost }) => `${setsWon}–${setsLost}`)] : []),
      column("standings.pointRatio", "standings.ratioShort", ratio),
    ] : [
      unit === "goal" ? column("shared.goals", "shared.goals", forAndAgainst) : column("standings.score", "standings.scoreShort", forAndAgainst),
      column(unit === "goal" ? "standings.goalDifference" : "standings.difference", "standings.differenceShort", difference),
    ]),
    column("standings.points", "standings.pointsShort", ({ points }) => `${points}`),
  ];
}

function forAndAgainst(row) {
  return `${row.for}–${row.against}`;
}

function difference(row) {
  const by = row.for - row.against;
  return by > 0 ? `+${by}` : `${by}`.replace("-", "−");
}

// Three decimals, as the books print it. Without any point of the opponents there is no ratio.
function ratio({ pointRatio }) {
  return pointRatio === null ? "–" : pointRatio.toFixed(3);
}
