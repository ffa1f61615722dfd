import { dayText } from "../words.js";
import { phaseOf } from "./phase.js";

const natural = new Intl.Collator("en", { numeric: true });
const phaseRanks = { live: 0, upcoming: 1, finished: 2 };

/**
 * The section a match is listed in, `{ key, heading, order }`, and the day its heading tells, so that the row needn't.
 * `order` is a pair: numbers before names.
 */
export function sectionOf(shown, by, { now, severalDays }) {
  if (by === "court" || by === "division") return namedSection(shown.match[by], by);
  const day = dayOf(shown.match);
  if (by === "time") return { key: `day ${day}`, heading: dayHeading(shown.match, now), order: [0, day], tellsDay: true };

  const phase = phaseOf(shown);
  if (phase === "live") return { key: "live", heading: "In play", order: [0, 0], tellsDay: false };
  const withDay = (key, word, rank, order) => ({
    key: `${key} ${day}`,
    heading: severalDays ? `${word} · ${dayHeading(shown.match, now)}` : word,
    order: [rank, order],
    tellsDay: severalDays,
  });
  if (phase === "finished") return withDay("finished", "Finished", 2, -day);
  // A day that is over and brought nothing would stand in the way of those to come.
  return day < startOfDay(now) ? withDay("untold", "No score yet", 3, -day) : withDay("upcoming", "Upcoming", 1, day);
}

export function compareSections({ order: [rank, within] }, { order: [otherRank, otherWithin] }) {
  return rank - otherRank || (typeof within === "number" ? within - otherWithin || 0 : natural.compare(within, otherWithin));
}

/** The order within a section: what is in play first, and the latest result before the others. */
export function rowOrder(by) {
  if (by === "time") return (a, b) => timeOf(a) - timeOf(b) || byId(a, b);
  return (a, b) => {
    const phase = phaseOf(a);
    const rank = phaseRanks[phase] - phaseRanks[phaseOf(b)];
    return rank || (phase === "finished" ? timeOf(b) - timeOf(a) : timeOf(a) - timeOf(b)) || byId(a, b);
  };
}

/** Whether the matches' days, in the reader's zone, are more than one. */
export function spansDays(matches) {
  let first;
  return matches.some(({ match }) => {
    if (!match.startsAt) return false;
    const day = dayOf(match);
    return day !== (first ??= day);
  });
}

function namedSection(named, by) {
  if (!named) return { key: "none", heading: `No ${by} yet`, order: [1, ""], tellsDay: false };
  return { key: `${by} ${named.id}`, heading: named.name, order: [0, named.name], tellsDay: false };
}

// What has no time yet comes last, and is no reason for infinities to be subtracted.
const someday = 8.64e15;

function timeOf({ match }) {
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
  return a.match.id - b.match.id;
}
