import { compareNames, dayText } from "../shared/format.js";
import { phaseOf } from "./phase.js";

const phaseRanks = { live: 0, upcoming: 1, finished: 2 };

/**
 * Returns the section of a match: `{ key, headingText(), order, tellsDay }`.
 *
 * - `order` is a pair: a rank, and the order within that rank.
 * - `tellsDay`: the heading shows the day, so the rows don't have to.
 * - `headingText()` creates the text only when it is needed: once per section, not per match.
 */
export function sectionOf(shown, by, { now, severalDays }) {
  if (by === "court" || by === "division") return namedSection(shown.match[by], by);
  const day = dayOf(shown.match);
  if (by === "time") return { key: `day ${day}`, headingText: () => dayHeading(shown.match, now), order: [0, day], tellsDay: true };

  const phase = phaseOf(shown);
  if (phase === "live") return { key: "live", headingText: () => "In play", order: [0, 0], tellsDay: false };
  const withDay = (key, word, rank, order) => ({
    key: `${key} ${day}`,
    headingText: () => (severalDays ? `${word} · ${dayHeading(shown.match, now)}` : word),
    order: [rank, order],
    tellsDay: severalDays,
  });
  if (phase === "finished") return withDay("finished", "Finished", 2, -day);
  // Past days without a score would be in the way of the coming ones, so they get their own section.
  return day < startOfDay(now) ? withDay("untold", "No score yet", 3, -day) : withDay("upcoming", "Upcoming", 1, day);
}

export function compareSections({ order: [rank, within] }, { order: [otherRank, otherWithin] }) {
  return rank - otherRank || (typeof within === "number" ? within - otherWithin || 0 : compareNames(within, otherWithin));
}

/**
 * Returns the order of rows within a section, of `{ phase, time, shown }`: matches in play first, and the latest result before earlier
 * ones.
 */
export function rowOrder(by) {
  if (by === "time") return (a, b) => a.time - b.time || byId(a, b);
  return (a, b) => phaseRanks[a.phase] - phaseRanks[b.phase] || (a.phase === "finished" ? b.time - a.time : a.time - b.time) || byId(a, b);
}

/** Whether the matches are on more than one day in the reader's time zone. */
export function spansDays(matches) {
  let first;
  return matches.some(({ match }) => {
    if (!match.startsAt) return false;
    const day = dayOf(match);
    return day !== (first ??= day);
  });
}

function namedSection(named, by) {
  if (!named) return { key: "none", headingText: () => `No ${by} yet`, order: [1, ""], tellsDay: false };
  return { key: `${by} ${named.id}`, headingText: () => named.name, order: [0, named.name], tellsDay: false };
}

// Matches without a time come last. A finite number, because infinities can't be subtracted.
const someday = 8.64e15;

export function timeOf({ match }) {
  return match.startsAt ? Date.parse(match.startsAt) : someday;
}

function dayOf(match) {
  return match.startsAt ? startOfDay(match.startsAt) : someday;
}

function startOfDay(time) {
  return new Date(time).setHours(0, 0, 0, 0);
}

function dayHeading({ startsAt }, now) {
  return startsAt ? dayText(startsAt, now) : "Time not set";
}

function byId(a, b) {
  return a.shown.match.id - b.shown.match.id;
}
