import { isDeciding, isInTieBreak, isMatchTieBreak } from "../shared/match-format.js";
import { tieBreakPoints, withGamePoint, withoutGamePoint } from "./game-points.js";
import { totalOf } from "./rules.js";
import { withPoint } from "./score.js";
import { isByRally, other, serverAfterRally, serverAfterTieBreak, serverInTieBreak } from "./serving.js";

/**
 * Whether a tap is a point of a game, and not what the set or period counts. `format` has `gamesOnly` if the scorekeeper wants to record games
 * only; the points of a match tie-break are the set's.
 */
export function countsGamePoints({ sets, decider }, format) {
  return format.kind === "games" && !format.gamesOnly && !decider && !isInMatchTieBreak({ sets }, format) && !isUndecidedFinal({ sets }, format);
}

/** Whether a match tie-break is played in place of the deciding set. */
export function isInMatchTieBreak({ sets }, format) {
  return format.kind === "games" && isDeciding(sets.length - 1, format) && isMatchTieBreak(format.finalSet);
}

/** Whether the deciding set has begun, and nobody has said how it is played: then points can't be counted. */
export function isUndecidedFinal({ sets }, format) {
  return !format.gamesOnly && isUnknownFinal({ sets }, format);
}

function isUnknownFinal({ sets }, format) {
  return format.kind === "games" && format.finalSet === "any" && isDeciding(sets.length - 1, format);
}

/** Returns the score after a tap for a team, `by` 1 or -1, with who serves then; null if there is nothing to take away. */
export function tapped(score, team, by, format) {
  if (countsGamePoints(score, format)) return by > 0 ? gamePoint(score, team, format) : gamePointTaken(score, team, format);
  const next = withPoint(score, team, by);
  return next && { ...next, server: serverAfter(score, next, team, by, format) };
}

function gamePoint(score, team, format) {
  const next = withGamePoint(score, team, format);
  return { ...next, server: serverAfterGamePoint(score, next, format) };
}

function serverAfterGamePoint(score, next, format) {
  const isGameOver = totalOf(score).team1 + totalOf(score).team2 !== totalOf(next).team1 + totalOf(next).team2;
  if (!isInTieBreak(score, format)) return isGameOver ? other(score.server) : score.server;
  const played = tieBreakPoints(score, format);
  return isGameOver ? serverAfterTieBreak(score.server, played) : serverInTieBreak(score.server, played + 1);
}

function gamePointTaken(score, team, format) {
  const next = withoutGamePoint(score, team, format);
  if (!next || !isInTieBreak(score, format)) return next;
  return { ...next, server: serverInTieBreak(score.server, tieBreakPoints(score, format)) };
}

function serverAfter(score, next, team, by, format) {
  if (score.decider || !format.isInSets) return score.server;
  if (isByRally(format)) return serverAfterRally(team, by);
  if (format.kind !== "games") return score.server;
  // Nobody can say whether that was a game or a point.
  if (isUnknownFinal(score, format)) return undefined;
  // Games alone are counted since the middle of a tie-break: the server is that of the point.
  if (score.points && isInTieBreak(score, format)) return serverAfterTieBreak(score.server, tieBreakPoints(score, format) - 1);
  if (!isInMatchTieBreak(score, format)) return other(score.server);
  const { team1, team2 } = (by > 0 ? next : score).sets.at(-1);
  return serverInTieBreak(score.server, team1 + team2);
}
