import { columnsOf } from "../shared/score-columns.js";
import { hasBegun } from "../shared/match-status.js";

/**
 * Returns the numbers of a score by their importance to a spectator, `{ label, large, won, others }`. `large` is what spectators look for
 * first: the points of the set in play, or the deciding number. `won` are the sets won, unless `large` is already that.
 * api/Pages/Plain/Figures.cs decides the same for browsers without JavaScript.
 */
export function scoreSummary(score, event, match) {
  const columns = columnsOf(score, event, match);
  const [first, ...periods] = columns.filter(({ kind }) => kind !== "game");
  const game = columns.filter(({ kind }) => kind === "game");
  // A walkover has a winner, and no numbers.
  if (!first) return { label: "", large: score.outcome ? ["–", "–"] : [0, 0], won: null, others: [] };
  const others = () => [...periods, ...game].map(named);
  if (first.key !== "sets") return { label: "", large: first.values, won: null, others: others() };
  if (!hasBegun(score.status)) return { label: first.label, large: first.values, won: null, others: others() };
  const current = periods.pop();
  return { label: current.title, large: current.values, won: first.values, others: others() };
}

function named({ key, label, title, values: [one, other], tieBreak }) {
  const points = tieBreak ? `(${Math.min(tieBreak.team1, tieBreak.team2)})` : "";
  return { label: key === "penalties" || key === "decider" ? title : label, points: `${one}–${other}${points}` };
}
