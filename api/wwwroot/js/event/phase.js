import { isSetSport } from "../shared/score-columns.js";
import { statusOf } from "../shared/match-status.js";

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
  if (status === "final") return "Final";
  if (status === "cancelled") return "Cancelled";
  if (status === "scheduled") return "Scheduled";
  const sets = shown.score.sets.length;
  return isSetSport(event) && sets > 0 ? `Set ${sets}` : "In play";
}
