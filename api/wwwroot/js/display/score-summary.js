import { columnsOf } from "../shared/score-columns.js";
import { text } from "../shared/text.js";

/**
 * Returns the numbers of a score by their importance to a spectator, `{ label, large, won, others }`. `large` is what spectators look for
 * first: the points of the set in play, or the deciding number. `won` are the sets won, unless `large` is already that.
 * api/Pages/Plain/Figures.cs decides the same for browsers without JavaScript.
 */
export function scoreSummary(score, event) {
  const [first, ...periods] = columnsOf(score, event);
  if (!first) return { label: "", large: [0, 0], won: null, others: [] };
  if (first.key !== "sets") return { label: "", large: first.values, won: null, others: periods.map(named) };
  if (score.status !== "inProgress") return { label: text("shared.sets"), large: first.values, won: null, others: periods.map(named) };
  const current = periods.pop();
  return { label: current.title, large: current.values, won: first.values, others: periods.map(named) };
}

function named({ key, label, title, values }) {
  return { label: key === "penalties" ? title : label, values };
}
