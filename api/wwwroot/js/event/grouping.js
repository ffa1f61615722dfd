import { compareNames, dayText } from "../shared/format.js";
import { phaseOf } from "./phase.js";
import { text } from "../shared/text.js";

const phaseRanks = { live: 0, upcoming: 1, finished: 2 };

/**
 * Returns the section of a match: `{ key, headingText(), order, showsDay }`.
 *
 * - `order` is a pair: a rank, and the order within that rank.
 * - `showsDay`: the heading shows the day, so the rows don't have to.
 * - `headingText()` creates the text only when it is needed: once per section, not per match.
 */
export function sectionOf(shown, by, { now, severalDays }) {
  if (by === "court" || by === "division") return namedSection(shown.match[by], by);
  const day = dayOf(shown.match);
  if (by === "time") return { key: `day ${day}`, headingText: () => dayHeading(shown.match, now), order: [0, day], showsDay: true };

  const phase = phaseOf(shown);
  if (phase === "live") return { key: "live", headingText: () => text("shared.inPlay"), order: [0, 0], showsDay: false };
  const withDay = (key, /** @type {TextKey} */ label, rank, order) => ({
    key: `${key} ${day}`,
    headingText: () => [text(label), severalDays && dayHeading(shown.match, now)].filter(Boolean).join(" · "),
    order: [rank, order],
    showsDay: severalDays,
  });
  if (phase === "finished") return withDay("finished", "event.finished", 2, -day);
  // Past days without a score would be in the way of the coming ones, so they get their own section.
  return day < startOfDay(now) ? withDay("unscored", "event.noScoreYet", 3, -day) : withDay("upcoming", "event.upcoming", 1, day);
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
  if (!named) return { key: "none", headingText: () => text(by === "court" ? "event.noCourt" : "event.noDivision"), order: [1, ""], showsDay: false };
  return { key: `${by} ${named.id}`, headingText: () => named.name, order: [0, named.name], showsDay: false };
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
  return startsAt ? dayText(startsAt, now) : text("shared.timeNotSet");
}

function byId(a, b) {
  return a.shown.match.id - b.shown.match.id;
}
