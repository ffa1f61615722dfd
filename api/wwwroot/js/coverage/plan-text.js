import { statusOf, statusText } from "../shared/match-status.js";
import { clockRangeText, clockText, locale, teamsText } from "../shared/format.js";
import { text } from "../shared/text.js";

const wholeDay = new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long" });

export function spanText({ startsAt, endsAt }) {
  if (!startsAt) return text("shared.timeNotSet");
  return endsAt ? clockRangeText(startsAt, endsAt) : clockText(startsAt);
}

/** The day with its weekday and month in full. */
export function wholeDayText(time) {
  return wholeDay.format(new Date(time));
}

/** The status of a match; empty before it starts. */
export function startedText(shown) {
  const status = statusOf(shown);
  return status === "scheduled" ? "" : statusText(status);
}

/** Formats 95 as "1 hour 35 minutes". */
export function minutesText(minutes) {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 && text("coverage.hours", { count: hours }), (rest > 0 || hours === 0) && text("coverage.minutes", { count: rest })].filter(Boolean).join(" ");
}

export function overlapText({ match, minutes }) {
  return text("coverage.overlaps", { match: teamsText(match), time: minutesText(minutes) });
}
