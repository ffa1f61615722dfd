import { byStart } from "../shared/match-order.js";
import { hasBegun, isOver, statusOf } from "../shared/match-status.js";
import { noCourt } from "./query.js";
import { text } from "../shared/text.js";

// A cancelled match wasn't played, and a postponed one is played at another time: neither is shown.
function wasPlayed(status) {
  return isOver(status) && status !== "cancelled";
}

/** The id of a match's court as text. */
function courtIdOf({ match }) {
  return `${match.court?.id ?? noCourt}`;
}

/** The courts with planned matches, `{ id, name }`, ordered by id; matches without a court come last. */
export function courtsOf(matches) {
  const known = new Map(matches.map((shown) => [courtIdOf(shown), shown.match.court]));
  return [...known]
    .sort(([a], [b]) => Number(a === noCourt) - Number(b === noCourt) || Number(a) - Number(b))
    .map(([id, court]) => ({ id, name: court?.name ?? text("display.withoutCourt") }));
}

/**
 * Returns what to show of one court, `{ name, isKnown, current, last, next }`: the match in play; or, between matches, the last result
 * and the next match. If several are in play on it, there is one of these for each. The order of play decides, not which match was touched
 * last: scores are corrected later. api/Pages/Plain/CourtView.cs decides the same for browsers without JavaScript.
 */
export function courtViews({ event, matches }, id) {
  const planned = matches.filter((shown) => courtIdOf(shown) === id);
  // Of a tie with a rubber on the same court, the rubber is shown.
  const ties = new Set(planned.map(({ match }) => match.partOf));
  const here = planned.filter(({ match }) => !ties.has(match.id)).sort(byStart);
  const last = here.findLastIndex((shown) => wasPlayed(statusOf(shown)));
  // One that was left open before the last result is over, unless somebody still keeps its score.
  const current = here.filter((shown, index) => hasBegun(statusOf(shown)) && (index > last || shown.claim?.state === "claimed"));
  // A match that was planned before those and has no score was not played, or nobody kept its score.
  const latest = Math.max(last, here.indexOf(current.at(-1)));
  const next = here.slice(latest + 1).find((shown) => statusOf(shown) === "scheduled");
  const view = {
    name: here[0]?.match.court?.name ?? (id === noCourt ? event?.name ?? "" : text("display.courtWithId", { id })),
    isKnown: here.length > 0,
    current: undefined,
    last: here[last],
    next,
  };
  return current.length === 0 ? [view] : current.map((shown) => ({ ...view, current: shown }));
}
