// The pages are in English; of the reader's own ways, the clock and the order of day and month are kept where they are English too.
export const locale = navigator.languages.find((language) => language.startsWith("en")) ?? "en-GB";
const clock = new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit" });
const dayAndClock = new Intl.DateTimeFormat(locale, { weekday: "short", day: "numeric", month: "short", hour: "numeric", minute: "2-digit" });
const day = new Intl.DateTimeFormat(locale, { weekday: "short", day: "numeric", month: "short", year: "numeric" });

const shortDay = new Intl.DateTimeFormat(locale, { weekday: "short", day: "numeric", month: "short" });

const sports = {
  "volleyball": "Volleyball",
  "beach-volleyball": "Beach volleyball",
  "tennis": "Tennis",
  "football": "Football",
  "generic": "",
};

/** The sport, and the days where they are known. */
export function factsOf({ sport, startsAt, endsAt }) {
  return [sports[sport] ?? sport, daysText(startsAt, endsAt)].filter(Boolean).join(" · ");
}

/** The clock alone. */
export function clockText(time) {
  return clock.format(new Date(time));
}

/** The clock for today, with the day before it for any other. */
export function momentText(time) {
  const at = new Date(time);
  return (at.toDateString() === new Date().toDateString() ? clock : dayAndClock).format(at);
}

/** The day in the reader's zone: by name where it is near, with the year where that is another. */
export function dayText(time, now = Date.now()) {
  const at = new Date(time);
  const near = { [-1]: "Yesterday", 0: "Today", 1: "Tomorrow" }[daysBetween(new Date(now), at)];
  return near ?? (at.getFullYear() === new Date(now).getFullYear() ? shortDay : day).format(at);
}

// By the calendar: a day in which the clocks change has 23 or 25 hours.
function daysBetween(from, to) {
  return Math.round((new Date(to).setHours(0, 0, 0, 0) - new Date(from).setHours(0, 0, 0, 0)) / 86_400_000);
}

/** From one day to another; either may be missing. */
function daysText(startsAt, endsAt) {
  if (startsAt && endsAt) return day.formatRange(new Date(startsAt), new Date(endsAt));
  if (startsAt) return `From ${day.format(new Date(startsAt))}`;
  return endsAt ? `Until ${day.format(new Date(endsAt))}` : "";
}

/** Where an event stands: its name for style sheets, and the word for readers. */
export function eventState(event, now = Date.now()) {
  if (event.archived) return { name: "over", word: "Archived" };
  if (event.endsAt && Date.parse(event.endsAt) < now) return { name: "over", word: "Over" };
  if (event.startsAt && Date.parse(event.startsAt) > now) return { name: "upcoming", word: "Upcoming" };
  return event.startsAt ? { name: "now", word: "On now" } : { name: "open", word: "Open" };
}

/** A number with its word, as "1 match" and "2 matches". */
export function counted(count, word, plural = `${word}s`) {
  return `${count} ${count === 1 ? word : plural}`;
}

export function teamsText(match) {
  return `${teamName(match, 1)} – ${teamName(match, 2)}`;
}

export function teamName(match, side) {
  return match[`team${side}`]?.name ?? match[`team${side}Label`] ?? "To be decided";
}
