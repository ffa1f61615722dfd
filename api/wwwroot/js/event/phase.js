import { outcomeLabel } from "../shared/outcome.js";
import { currentName } from "../shared/score-columns.js";
import { hasBegun, isOver, statusOf, statusText } from "../shared/match-status.js";

/** The phase of a match, as the filters name it. */
export function phaseOf(shown) {
  const status = statusOf(shown);
  if (hasBegun(status)) return "live";
  return isOver(status) ? "finished" : "upcoming";
}

/** Whether a match's start has passed without a score. Whether it is being played is unknown. */
export function isOverdue(shown, now) {
  return statusOf(shown) !== "postponed" && phaseOf(shown) === "upcoming" && shown.match.startsAt !== null && Date.parse(shown.match.startsAt) < now;
}

/** The phase of a match in a word or two, if its day and time are shown elsewhere. */
export function phaseText(shown, event) {
  const status = statusOf(shown);
  const { outcome } = shown.score ?? {};
  if (outcome) return `${statusText(status)}, ${outcomeLabel(outcome)}`;
  return (status === "inProgress" && currentName(shown.score, event, shown.match)) || statusText(status);
}
