import { momentText, teamName } from "../shared/format.js";

export const statusLabels = { scheduled: "To come", inProgress: "In play", final: "Final", cancelled: "Cancelled" };

export function matchTitle(match) {
  return match ? `${teamName(match, 1)} – ${teamName(match, 2)}` : "A match that is no longer in the schedule";
}

/** Where and when a match is played, as far as it is known. */
export function placeText(match) {
  if (!match) return "";
  return [match.court?.name, match.division?.name, match.startsAt ? momentText(match.startsAt) : ""].filter(Boolean).join(" · ");
}

/** Formats sets as "25–20, 11–9"; without sets there are no points yet. */
export function setsText(sets) {
  return sets.length > 0 ? sets.map(({ team1, team2 }) => `${team1}–${team2}`).join(", ") : "No points";
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
