import { columnsOf } from "../shared/score-columns.js";
import { teamName } from "../shared/format.js";

/** A match's score in spoken form: the deciding number, then set by set. Empty if there is no score. */
export function screenReaderScore(score, event) {
  const [first, ...rest] = columnsOf(score, event);
  if (!first) return "";
  const pair = ({ values: [one, other] }) => `${one} to ${other}`;
  const whole = first.label === "Score" || first.label === "Goals" ? pair(first) : `${first.title} ${pair(first)}`;
  return [whole, ...rest.map((column) => `${column.title}: ${pair(column)}`)].join(", ");
}

/** The two teams in spoken form. */
export function screenReaderTeams(match) {
  return `${teamName(match, 1)} against ${teamName(match, 2)}`;
}
