import { columnsOf } from "../shared/score-columns.js";
import { hasBegun } from "../shared/match-status.js";
import { outcomeText } from "../shared/outcome.js";
import { teamName } from "../shared/format.js";
import { runningGameText } from "./running-game.js";
import { text } from "../shared/text.js";

/**
 * A match's score in spoken form: the deciding number, then set by set; who serves; and why the match ended, if not by play. Empty if there
 * is no score.
 */
export function screenReaderScore(score, event, match) {
  const { server, outcome, status } = score ?? {};
  const serves = server && hasBegun(status) ? text("shared.serves", { team: teamName(match, server) }) : "";
  return [[pointsOf(score, event, match), serves].filter(Boolean).join(", "), outcome && outcomeText(match, outcome)].filter(Boolean).join(". ");
}

function pointsOf(score, event, match) {
  const [first, ...rest] = columnsOf(score, event, match);
  if (!first) return "";
  const points = (one, other) => text("event.spokenPoints", { one, other });
  const pair = ({ values: [one, other], tieBreak }) =>
    [points(one, other), tieBreak && text("shared.tieBreakPoints", { points: points(tieBreak.team1, tieBreak.team2) })].filter(Boolean).join(", ");
  const whole = first.key === "sets" || first.key === "total" ? `${first.title} ${pair(first)}` : pair(first);
  return [whole, ...rest.map((column) => (column.kind === "game" ? runningGameText(column, match, points) : `${column.title}: ${pair(column)}`))].join(", ");
}

/** The two teams in spoken form. */
export function screenReaderTeams(match) {
  return text("event.spokenTeams", { one: teamName(match, 1), other: teamName(match, 2) });
}
