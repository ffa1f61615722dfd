import { statusOf } from "../shared/match-status.js";
import { clockRangeText, clockText, counted, locale, teamsText } from "../shared/format.js";

const wholeDay = new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long" });
const statusLabels = { inProgress: "In play", final: "Final", cancelled: "Cancelled" };

export function spanText({ startsAt, endsAt }) {
  if (!startsAt) return "Time not set";
  return endsAt ? clockRangeText(startsAt, endsAt) : clockText(startsAt);
}

/** The day with its weekday and month in full. */
export function wholeDayText(time) {
  return wholeDay.format(new Date(time));
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
