import { text } from "../shared/text.js";

/**
 * The sports' rules for scores, by which the server counts too (domain/Scores/Rules). They only suggest: the scorekeeper sees the court,
 * the rules do not.
 */
const leadToWin = 2;
const deciderTarget = 15;
const mostPoints = 999;

const formats = {
  "volleyball": { usual: 5, judge: rallySet(25) },
  "beach-volleyball": { usual: 3, judge: rallySet(21) },
  "tennis": { usual: 3, judge: tennisSet, unit: "game" },
};
const others = {
  "football": { unit: "goal", maxPeriods: 2 },
  "generic": { unit: "point", maxPeriods: 99 },
};

/**
 * Returns an event's scoring format: its unit, its periods, and how many sets win a match. `setsToWin` is 0 if a match isn't won by sets.
 *
 * @param {{ sport?: string, bestOf?: number }} [event]
 */
export function formatOf({ sport, bestOf } = {}) {
  const format = formats[sport];
  if (!format) return { setsToWin: 0, ...(others[sport] ?? others.generic), sport };
  const most = bestOf ?? format.usual;
  return { unit: "point", ...format, sport, maxPeriods: most, setsToWin: Math.floor(most / 2) + 1 };
}

/** How many sets each team has won so far: `{ team1, team2 }`. */
export function setsWon({ sets, status }, format) {
  const won = { team1: 0, team2: 0 };
  if (!format.setsToWin) return won;
  const last = lastBegun(sets);
  sets.slice(0, last + 1).forEach((set, index) => {
    const isOver = index < last || status === "final";
    const leader = leaderOf(set);
    if (leader && (isOver || stageOf(set, index, false, format) !== "running")) won[`team${leader}`]++;
  });
  return won;
}

/**
 * Returns what has ended by the rules: `{ kind: "set" | "match", winner, number }`, with the number of the set that ended; null while
 * play continues. `isSure` is false if the deciding set of a tennis match ended, unless it is a match tie-break.
 */
export function suggestionOf(score, format) {
  const { sets, status } = score;
  if (!format.setsToWin || status !== "inProgress" || sets.length === 0) return null;
  const index = sets.length - 1;
  const current = sets[index];
  const winner = leaderOf(setsWon(score, format));
  const number = index + 1;
  if (winner && mostWon(score, format) >= format.setsToWin) return { kind: "match", winner, number, isSure: true };
  if (isDeciding(index, format) && stageOf(current, index, true, format) !== "running")
    return { kind: "match", winner: leaderOf(current), number, isSure: false };
  if (stageOf(current, index, false, format) === "running" || number >= format.maxPeriods) return null;
  return { kind: "set", winner: leaderOf(current), number };
}

/** Says whether a team's next point wins a match or a set; an empty text if it doesn't. */
export function pressureOf(score, team, format) {
  if (format.unit !== "point" || suggestionOf(score, format) || score.sets.length === 0) return "";
  const sets = score.sets.with(-1, { ...score.sets.at(-1), [`team${team}`]: score.sets.at(-1)[`team${team}`] + 1 });
  const next = suggestionOf({ ...score, sets }, format);
  if (next?.winner !== team) return "";
  return text(next.kind === "match" ? "scoring.matchPoint" : "scoring.setPoint");
}

/** Returns the text to start the next period if it may start now, such as `Start set 3`; otherwise an empty text. */
export function startText(score, format) {
  const { sets, status } = score;
  if (status !== "inProgress" || sets.length === 0 || sets.length >= format.maxPeriods) return "";
  if (format.sport === "football") return leaderOf(sets[0]) ? "" : text("scoring.startShootOut");
  if (!hasPoints(sets.at(-1)) || (format.setsToWin && mostWon(score, format) >= format.setsToWin)) return "";
  const number = sets.length + 1;
  return format.setsToWin ? text("scoring.startSet", { number }) : text("scoring.startPeriod", { number });
}

/** Explains why a score is invalid, by the same rules as the server; an empty text if it is valid. */
export function faultOf({ sets, status }, format) {
  const isCount = (points) => Number.isInteger(points) && points >= 0 && points <= mostPoints;
  if (!sets.every(({ team1, team2 }) => isCount(team1) && isCount(team2))) return text("scoring.fault.points", { most: mostPoints });
  if (sets.length > format.maxPeriods) return text("scoring.fault.periods", { most: format.maxPeriods });
  if (format.sport === "football" && sets.length === 2 && leaderOf(sets[0])) return text("scoring.fault.shootOut");
  for (let index = 1; format.setsToWin && index <= lastBegun(sets); index++) {
    const before = { sets: sets.slice(0, index), status: "final" };
    if (hasPoints(sets[index]) && mostWon(before, format) >= format.setsToWin)
      return text("scoring.fault.wonBefore", { number: index + 1 });
  }
  return status === "scheduled" && sets.some(hasPoints) ? text("scoring.fault.notStarted") : "";
}

export function leaderOf({ team1, team2 }) {
  return team1 === team2 ? null : team1 > team2 ? 1 : 2;
}

function mostWon(score, format) {
  const { team1, team2 } = setsWon(score, format);
  return Math.max(team1, team2);
}

function isDeciding(index, { maxPeriods }) {
  // A match of a single set has no tie to break, so that set is an ordinary one.
  return maxPeriods > 1 && index === maxPeriods - 1;
}

function stageOf(set, index, isOver, format) {
  return format.judge(set, isDeciding(index, format), isOver);
}

function rallySet(target) {
  return (set, isDecider) => {
    const [high, lead] = [Math.max(set.team1, set.team2), Math.abs(set.team1 - set.team2)];
    const goal = isDecider ? deciderTarget : target;
    if (high < goal || lead < leadToWin) return "running";
    return high > goal && lead > leadToWin ? "past" : "finished";
  };
}

function tennisSet(set, isDecider, isOver) {
  const [high, low] = [Math.max(set.team1, set.team2), Math.min(set.team1, set.team2)];
  const lead = high - low;
  if (isDecider) {
    // It may hold games of a set or points of a match tie-break, and nothing says which. While it runs, it is won only if both readings
    // agree.
    const isPast = high > 10 && lead > leadToWin;
    if (!isOver) return high < 10 || lead < leadToWin ? "running" : isPast ? "past" : "finished";
    if (high === 7 && low === 6) return "finished";
    if (high < 6 || lead < leadToWin) return "running";
    return high === 6 || lead === leadToWin || (high >= 10 && !isPast) ? "finished" : "past";
  }
  if (high === 7 && low >= 5) return low > 6 ? "past" : "finished";
  if (high > 6) return "past";
  return high === 6 && lead >= leadToWin ? "finished" : "running";
}

function hasPoints({ team1, team2 }) {
  return team1 !== 0 || team2 !== 0;
}

function lastBegun(sets) {
  return sets.findLastIndex(hasPoints);
}
