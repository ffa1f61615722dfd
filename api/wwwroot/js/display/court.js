import { byStart } from "../shared/match-order.js";
import { statusOf } from "../shared/match-status.js";
import { noCourt } from "./query.js";
import { text } from "../shared/text.js";

/** The id of a match's court as text. */
export function courtIdOf({ match }) {
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
 * and the next match. api/Pages/Plain/CourtView.cs decides the same for browsers without JavaScript.
 */
export function courtView({ event, matches }, id) {
  const here = matches.filter((shown) => courtIdOf(shown) === id).sort(byStart);
  const last = latest(here, "final");
  // A match that was planned before the last result and has no score was not played, or nobody scored it.
  const next = here.slice(last ? here.indexOf(last) : 0).find((shown) => statusOf(shown) === "scheduled");
  return {
    name: here[0]?.match.court?.name ?? (id === noCourt ? event?.name ?? "" : text("display.courtWithId", { id })),
    isKnown: here.length > 0,
    current: latest(here, "inProgress"),
    last,
    next,
  };
}

function latest(matches, status) {
  const those = matches.filter((shown) => statusOf(shown) === status);
  return those.reduce((best, shown) => (!best || shown.score.lastUpdated > best.score.lastUpdated ? shown : best), undefined);
}
