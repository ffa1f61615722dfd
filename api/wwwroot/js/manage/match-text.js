import { setsText, teamsText } from "../shared/format.js";

export const statusLabels = { scheduled: "To come", inProgress: "In play", final: "Final", cancelled: "Cancelled" };

export function matchTitle(match) {
  return match ? teamsText(match) : "A match that is no longer in the schedule";
}

/** Formats sets as "25–20, 11–9"; without sets there are no points yet. */
export function pointsText(sets) {
  return setsText(sets, ", ") || "No points";
}

export function minutesText(minutes) {
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return minutes % 60 ? `${hours} h ${minutes % 60} min` : `${hours} h`;
  return `${Math.floor(hours / 24)} days`;
}

/** Formats a number with its noun: "1 match", "3 matches". */
export function counted(number, one, many = `${one}s`) {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}
