import { statusOf } from "../shared/match-status.js";
import { clockText, counted, locale, teamsText } from "../shared/format.js";

const clock = new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit" });
const wholeDay = new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long" });
const statusLabels = { inProgress: "In play", final: "Final", cancelled: "Cancelled" };

export function spanText({ startsAt, endsAt }) {
  if (!startsAt) return "Time not set";
  return endsAt ? clock.formatRange(new Date(startsAt), new Date(endsAt)) : clockText(startsAt);
}

export function dayText(time) {
  return wholeDay.format(new Date(time));
}

export function placeText(match) {
  return [match.court?.name, match.division?.name].filter(Boolean).join(" · ");
}

/** All sets in a row; empty before the first. */
export function scoreText(score) {
  return (score?.sets ?? []).map(({ team1, team2 }) => `${team1}–${team2}`).join("  ");
}

export function statusText(shown) {
  return statusLabels[statusOf(shown)] ?? "";
}

/** Formats 95 as "1 hour 35 minutes". */
export function minutesText(minutes) {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 && counted(hours, "hour"), (rest > 0 || hours === 0) && counted(rest, "minute")].filter(Boolean).join(" ");
}

export function overlapText({ match, minutes }) {
  return `Overlaps with ${teamsText(match)} by ${minutesText(minutes)}`;
}
