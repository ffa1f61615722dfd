import { tieBreakAt } from "../shared/match-format.js";

const leadToWin = 2;
// The tie-break of a short set has a deciding point at four all (ITF Rules of Tennis, Appendix V).
const shortTieBreakTo = 5;

/**
 * Returns how far a set has come by its format: `running`, `finished`, or `past` if it must have been over before (as the server's PointSet and
 * GamesRules).
 *
 * @param {{ team1: number, team2: number }} set
 * @param {boolean} isDeciding Whether the match was level before it, by its number.
 * @param {boolean} isOver Whether play has left it.
 * @param {any} format
 */
export function stageOf(set, isDeciding, isOver, format) {
  if (format.kind === "games") return isDeciding ? finalSet(set, isOver, format) : gameSet(set, tieBreakAt(false, format), format);
  // No score ends a set that ends by time.
  if (format.timed) return isOver ? "finished" : "running";
  return pointSet(set, (isDeciding && format.decider) || format);
}

/** Whether somebody has won the tie-break of a set of games with these points. */
export function isTieBreakOver(points, { tieBreakTo }) {
  return pointSet(points, { setTo: tieBreakTo, lead: leadToWin, ...(tieBreakTo === shortTieBreakTo && { cap: tieBreakTo }) }) !== "running";
}

/**
 * @param {{ team1: number, team2: number }} set
 * @param {{ setTo: number, lead: number, cap?: number }} end
 */
function pointSet(set, { setTo, lead: leadToEnd, cap }) {
  const { high, lead } = figures(set);
  if (high > cap) return "past";
  const isAtCap = high === cap && lead > 0;
  if (!isAtCap && (high < setTo || lead < leadToEnd)) return "running";
  return high > setTo && (lead > leadToEnd || leadToEnd === 1) ? "past" : "finished";
}

function gameSet(set, breakAt, { gamesTo }) {
  const { high, low, lead } = figures(set);
  const isLed = high >= gamesTo && lead >= leadToWin;
  if (breakAt > 0 && high > breakAt && !(isLed && high === gamesTo)) {
    const isWon = low === breakAt || (low === breakAt - 1 && breakAt >= gamesTo);
    return high === breakAt + 1 && isWon ? "finished" : "past";
  }
  if (!isLed) return "running";
  return high > gamesTo && lead > leadToWin ? "past" : "finished";
}

function finalSet(set, isOver, format) {
  const { high, low, lead } = figures(set);
  const matchTieBreak = pointSet(set, { setTo: format.finalSet === "matchTieBreak7" ? 7 : 10, lead: leadToWin });
  // A match tie-break is also recorded as 1-0.
  const isOneNil = isOver && high === 1 && low === 0;
  switch (format.finalSet) {
    case "matchTieBreak10": case "matchTieBreak7": return isOneNil ? "finished" : matchTieBreak;
    case "any": {
      // Nothing says whether these are games or points. While it runs, it is won only if both readings agree.
      if (!isOver) return matchTieBreak;
      const readings = [gameSet(set, format.tieBreakAt, format), gameSet(set, 0, format), matchTieBreak];
      if (isOneNil || readings.includes("finished")) return "finished";
      return lead >= leadToWin && readings.includes("past") ? "past" : "running";
    }
    default: return gameSet(set, tieBreakAt(true, format), format);
  }
}

function figures({ team1, team2 }) {
  return { high: Math.max(team1, team2), low: Math.min(team1, team2), lead: Math.abs(team1 - team2) };
}
