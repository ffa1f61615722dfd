import { rubberName } from "./rubbers.js";
import { text } from "./text.js";

// The pages are in English. The clock and the order of day and month follow the reader's own variant of English, if there is one.
export const locale = navigator.languages.find((language) => language.startsWith("en")) ?? "en-GB";
/** @type {Intl.DateTimeFormatOptions} */
const clockParts = { hour: "numeric", minute: "2-digit" };
/** @type {Intl.DateTimeFormatOptions} */
const dayParts = { weekday: "short", day: "numeric", month: "short", year: "numeric" };
const clock = new Intl.DateTimeFormat(locale, clockParts);
const dayAndClock = new Intl.DateTimeFormat(locale, { weekday: "short", day: "numeric", month: "short", hour: "numeric", minute: "2-digit" });
const day = new Intl.DateTimeFormat(locale, dayParts);

const shortDay = new Intl.DateTimeFormat(locale, { weekday: "short", day: "numeric", month: "short" });

/** @type {Record<string, TextKey>} */
const sports = {
  "volleyball": "shared.sport.volleyball",
  "beach-volleyball": "shared.sport.beachVolleyball",
  "tennis": "shared.sport.tennis",
  "football": "shared.sport.football",
  "badminton": "shared.sport.badminton",
  "table-tennis": "shared.sport.tableTennis",
  "squash": "shared.sport.squash",
  "pickleball": "shared.sport.pickleball",
  "padel": "shared.sport.padel",
  "futsal": "shared.sport.futsal",
  "handball": "shared.sport.handball",
  "basketball": "shared.sport.basketball",
  "hockey": "shared.sport.hockey",
  "ice-hockey": "shared.sport.iceHockey",
  "water-polo": "shared.sport.waterPolo",
  "rugby": "shared.sport.rugby",
  "baseball": "shared.sport.baseball",
  "softball": "shared.sport.softball",
  "cricket": "shared.sport.cricket",
  "darts": "shared.sport.darts",
  "billiards": "shared.sport.billiards",
};

/**
 * The sport, and the days if they are known.
 *
 * @param {{ sport: string, startsAt?: string, endsAt?: string }} event
 */
export function factsOf({ sport, startsAt, endsAt }) {
  return [sportText(sport), daysText(startsAt, endsAt)].filter(Boolean).join(" · ");
}

/** The name of a sport; empty if the event's sport has none. */
export function sportText(sport) {
  if (sport === "generic") return "";
  return sport in sports ? text(sports[sport]) : sport;
}

/** The time of day only. */
export function clockText(time) {
  return clock.format(new Date(time));
}

/** Returns the formats of days and of times of day in a time zone. They are costly to make, so make them once for many times. */
export function formatsIn(timeZone) {
  return { day: new Intl.DateTimeFormat(locale, { ...dayParts, timeZone }), clock: new Intl.DateTimeFormat(locale, { ...clockParts, timeZone }) };
}

/** A span of time on one day, without the day. */
export function clockRangeText(from, to) {
  return clock.formatRange(new Date(from), new Date(to));
}

/** The time of day if it is today; otherwise the day and the time. */
export function momentText(time) {
  const at = new Date(time);
  return (at.toDateString() === new Date().toDateString() ? clock : dayAndClock).format(at);
}

/** The day in the reader's time zone: by name if it is near, with the year if it is another year. */
export function dayText(time, now = Date.now()) {
  const at = new Date(time);
  const near = nearDays[daysBetween(now, at)];
  if (near) return text(near);
  return (at.getFullYear() === new Date(now).getFullYear() ? shortDay : day).format(at);
}

export function isToday(time, now = Date.now()) {
  return daysBetween(now, time) === 0;
}

/** @type {Record<number, TextKey>} */
const nearDays = { [-1]: "shared.yesterday", 0: "shared.today", 1: "shared.tomorrow" };

// By calendar days: a day on which the clocks change has 23 or 25 hours.
function daysBetween(from, to) {
  return Math.round((new Date(to).setHours(0, 0, 0, 0) - new Date(from).setHours(0, 0, 0, 0)) / 86_400_000);
}

/** A range of days; either end may be missing. */
function daysText(startsAt, endsAt) {
  if (startsAt && endsAt) return day.formatRange(new Date(startsAt), new Date(endsAt));
  if (startsAt) return text("shared.fromDay", { day: day.format(new Date(startsAt)) });
  return endsAt ? text("shared.untilDay", { day: day.format(new Date(endsAt)) }) : "";
}

/** The state of an event: a name for style sheets and a word for readers. */
export function eventState(event, now = Date.now()) {
  if (event.archived) return { name: "over", word: text("shared.event.archived") };
  if (event.endsAt && Date.parse(event.endsAt) < now) return { name: "over", word: text("shared.event.over") };
  if (event.startsAt && Date.parse(event.startsAt) > now) return { name: "upcoming", word: text("shared.event.upcoming") };
  return event.startsAt ? { name: "now", word: text("shared.event.onNow") } : { name: "open", word: text("shared.event.open") };
}

export function teamsText(match) {
  return `${teamName(match, 1)} – ${teamName(match, 2)}`;
}

/** Orders names as people do: "Court 2" before "Court 10". */
export const compareNames = new Intl.Collator("en", { numeric: true }).compare;

/** The court and division of a match, as far as they are known; and which rubber of its tie it is, whose teams it shares. */
export function placeText(match) {
  return [match.court?.name, match.division?.name, rubberName(match)].filter(Boolean).join(" · ");
}

/** The place and time of a match, as far as they are known. */
export function matchFacts(match) {
  return [placeText(match), match.startsAt ? momentText(match.startsAt) : ""].filter(Boolean).join(" · ");
}

export function teamName(match, side) {
  return match[`team${side}`]?.name ?? match[`team${side}Label`] ?? text("shared.toBeDecided");
}
