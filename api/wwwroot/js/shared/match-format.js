import { text } from "./text.js";

/** What a sport counts, if not points, and what it calls its periods, if the format doesn't say. As in GET /api/formats. */
const units = {
  "tennis": "game", "padel": "game", "football": "goal", "futsal": "goal", "handball": "goal", "hockey": "goal", "ice-hockey": "goal", "water-polo": "goal",
  "baseball": "run", "softball": "run", "cricket": "run", "darts": "leg", "billiards": "frame",
};
const periods = { "badminton": "game", "table-tennis": "game", "squash": "game", "pickleball": "game", "baseball": "inning", "softball": "inning", "cricket": "inning" };

/** @type {Record<string, TextKey>} */
const names = {
  set: "shared.set", game: "shared.game", quarter: "shared.quarter", inning: "shared.inning", period: "shared.period",
};

// Nothing is known of it, so nothing is suggested.
const unknown = { kind: "generic", winner: "sum" };

// As the server's SumRules and FormatFaults.
const mostOvertimes = 20;
const mostPeriods = 99;
const longTieBreakAt = 12;

/**
 * Returns how a match is played: its own format or the event's, whose members `GET /api/formats` describes; with the `sport`, the `unit` that
 * is counted, the name of a `period`, the maximum number of periods, and how many sets win (0 if the match isn't won by sets).
 *
 * @param {{ readonly [member: string]: any }} [event]
 * @param {{ readonly [member: string]: any }} [match]
 */
export function formatOf(event, match) {
  const format = match?.format ?? event?.format ?? unknown;
  const sport = event?.sport;
  const isInSets = format.kind === "sets" || format.kind === "games";
  const isInPeriods = format.kind === "sum";
  const isInRubbers = format.kind === "rubbers";
  const most = isInSets ? format.bestOf : isInPeriods ? format.periods + (format.overtime ? mostOvertimes : 0) : isInRubbers ? 1 : mostPeriods;
  return {
    ...format,
    sport,
    isInSets,
    unit: isInRubbers ? "rubber" : units[sport] ?? "point",
    period: periods[sport] ?? (isInSets ? "set" : isInPeriods ? { 2: "half", 4: "quarter" }[format.periods] : undefined) ?? "period",
    maxPeriods: Math.min(most, mostPeriods),
    setsToWin: isInSets ? Math.floor(format.bestOf / 2) + 1 : 0,
  };
}

/** The name of the period with this index. */
export function periodName(index, format) {
  const { kind, unit, period } = format;
  if (kind === "rubbers") return text("shared.rubbers");
  if (kind === "sum" && format.periods === 1 && index === 0) return text(unit === "goal" ? "shared.goals" : "shared.score");
  if (isOvertime(index, format)) return index === format.periods ? text("shared.overtime") : text("shared.overtimeNumber", { number: index - format.periods + 1 });
  if (period === "half" && index < 2) return text(index === 0 ? "shared.firstHalf" : "shared.secondHalf");
  return text(names[period] ?? "shared.period", { number: index + 1 });
}

/** A name as it is written within a sentence: with a small first letter. */
export function inSentence(name) {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** Whether this period is played because the match was level. An inning more has no other name. */
export function isOvertime(index, { kind, periods: regular, period }) {
  return kind === "sum" && index >= regular && period !== "inning";
}

/** Whether the set with this index decides a match that was level before it. */
export function isDeciding(index, { maxPeriods }) {
  // A match of one or two sets has no tie to break in a set of its own.
  return maxPeriods > 2 && index === maxPeriods - 1;
}

/** The level score at which a set of games goes into a tie-break; 0 if it never does (as the server's TieBreaks). */
export function tieBreakAt(isDecidingSet, { tieBreakAt: usual, finalSet }) {
  if (!isDecidingSet) return usual;
  if (finalSet === "tieBreakAt12") return longTieBreakAt;
  return finalSet === "advantage" || isMatchTieBreak(finalSet) ? 0 : usual;
}

/** Whether this kind of final set is a tie-break in place of a set, whose points are recorded as the set's. */
export function isMatchTieBreak(finalSet) {
  return finalSet === "matchTieBreak10" || finalSet === "matchTieBreak7";
}

/** Whether the points of a running match of games are those of a tie-break that ends its set. */
export function isInTieBreak({ sets }, format) {
  if (format.kind !== "games" || sets.length === 0) return false;
  const { team1, team2 } = sets.at(-1);
  return team1 === team2 && team1 > 0 && team1 === tieBreakAt(isDeciding(sets.length - 1, format), format);
}

/**
 * Before there were deciders, a football match's shoot-out was stored as a second period. Returns the score with it as what it is (as the
 * server's SecondPeriod); any other score as it is.
 */
export function withShootOut(score, { kind, periods: regular, overtime, shootOut }) {
  const { sets, decider, outcome } = score;
  if (kind !== "sum" || regular !== 1 || overtime || !(shootOut > 0) || sets.length !== 2 || decider || outcome || sets[0].team1 !== sets[0].team2) return score;
  const [match, { team1, team2 }] = sets;
  return { ...score, sets: [match], decider: { kind: "shootOut", team1, team2 } };
}
