import { isOver, hasBegun, statusOf } from "../shared/match-status.js";

/** The round that most readers look for: the first with a match in play, otherwise the first that isn't over, otherwise the last main one. */
export function currentRound(columns, shownOf) {
  const statuses = columns.map(({ nodes }) => nodes.flatMap(({ matches }) => matches.filter(({ byes }) => !byes).map((one) => statusOf(shownOf(one)))));
  const first = (is) => columns[statuses.findIndex((list) => list.some(is))];
  return first(hasBegun) ?? first((status) => !isOver(status)) ?? columns.findLast(({ round }) => round.place === 1) ?? columns.at(-1);
}
