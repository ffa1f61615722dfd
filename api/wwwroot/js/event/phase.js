import { isSetSport } from "../shared/score-columns.js";
import { statusOf, statusText } from "../shared/match-status.js";
import { text } from "../shared/text.js";

const phases = { inProgress: "live", scheduled: "upcoming", final: "finished", cancelled: "finished" };

/** The phase of a match, as the filters name it. */
export function phaseOf(shown) {
  return phases[statusOf(shown)] ?? "upcoming";
}

/** Whether a match's start has passed without a score. Whether it is being played is unknown. */
export function isOverdue(shown, now) {
  return phaseOf(shown) === "upcoming" && shown.match.startsAt !== null && Date.parse(shown.match.startsAt) < now;
}

/** The phase of a match in a word or two, if its day and time are shown elsewhere. */
export function phaseText(shown, event) {
  const status = statusOf(shown);
  const sets = status === "inProgress" ? shown.score.sets.length : 0;
  return isSetSport(event) && sets > 0 ? text("shared.set", { number: sets }) : statusText(status);
}
