import { text } from "./text.js";

/**
 * What a rubber is called within its tie: "Rubber 2", or "Rubber 2, 1st singles" if it has a name of its own; empty for a match that is no rubber.
 *
 * @param {{ rubber?: number, number?: string }} match
 */
export function rubberName({ rubber, number }) {
  if (rubber === undefined) return "";
  const name = text("shared.rubber", { number: rubber });
  return number ? `${name}, ${number}` : name;
}

/** The rubbers of a tie in their order; none for a match that is no tie. */
export function rubbersOf(tieId, matches) {
  return matches.filter(({ match }) => match.partOf === tieId).sort((one, other) => one.match.rubber - other.match.rubber);
}
