import { columnsOf } from "../shared/score-columns.js";
import { teamName } from "../shared/format.js";
import { text } from "../shared/text.js";

/** A match's score in spoken form: the deciding number, then set by set. Empty if there is no score. */
export function screenReaderScore(score, event) {
  const [first, ...rest] = columnsOf(score, event);
  if (!first) return "";
  const pair = ({ values: [one, other] }) => text("event.spokenPoints", { one, other });
  const whole = first.key === "sets" || first.key === "total" ? `${first.title} ${pair(first)}` : pair(first);
  return [whole, ...rest.map((column) => `${column.title}: ${pair(column)}`)].join(", ");
}

/** The two teams in spoken form. */
export function screenReaderTeams(match) {
  return text("event.spokenTeams", { one: teamName(match, 1), other: teamName(match, 2) });
}
