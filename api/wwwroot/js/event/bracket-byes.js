import { teamName } from "../shared/format.js";

/** The names of those who have no match in a round and enter the bracket in the next one, where no line leads to them. */
export function byesOf({ round }, next, shownOf) {
  if (round.stage !== next?.round.stage) return [];
  return next.nodes.flatMap(({ matches }) => {
    const { match } = shownOf(matches[0]);
    return [1, 2].filter((side) => {
      const source = match[`team${side}From`];
      return source ? source.pool !== undefined : match[`team${side}`];
    }).map((side) => teamName(match, side));
  });
}
