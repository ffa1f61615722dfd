import { isSetSport } from "../columns.js";
import { statusOf } from "../state.js";

const phases = { inProgress: "live", scheduled: "upcoming", final: "finished", cancelled: "finished" };

/** Where a match stands, as the filters call it. */
export function phaseOf(shown) {
  return phases[statusOf(shown)] ?? "upcoming";
}

/** Its start has passed, and nobody has posted a score: whether it is played, nobody has told. */
export function isOverdue(shown, now) {
  return phaseOf(shown) === "upcoming" && shown.match.startsAt !== null && Date.parse(shown.match.startsAt) < now;
}

/** Where a match stands, in a word or two, for who sees its day and time elsewhere. */
export function phaseText(shown, event) {
  const status = statusOf(shown);
  if (status === "final") return "Final";
  if (status === "cancelled") return "Cancelled";
  if (status === "scheduled") return "Scheduled";
  const sets = shown.score.sets.length;
  return isSetSport(event) && sets > 0 ? `Set ${sets}` : "In play";
}
