import { inSentence, isDeciding, isOvertime, periodName } from "../shared/match-format.js";
import { text } from "../shared/text.js";
import { stageOf } from "./set-stage.js";

/**
 * What a format's data says about a score, as the server judges it too (domain/Scores/Rules). It only suggests: the scorekeeper sees the
 * court, the rules do not. A `format` is what formatOf of match-format.js returns.
 */
const mostInSet = 999;
const mostInPeriod = 9_999;

/**
 * How many sets, or rubbers, each team has won so far: `{ team1, team2 }`.
 *
 * @param {{ sets: readonly any[], status: string, outcome?: any }} score
 * @param {any} format
 */
export function setsWon({ sets, status, outcome }, format) {
  const won = { team1: 0, team2: 0 };
  if (format.kind === "rubbers") return { ...totalOf({ sets }) };
  if (!format.isInSets) return won;
  const last = lastBegun(sets);
  sets.slice(0, last + 1).forEach((set, index) => {
    // A set that a retirement cut off counts for nobody.
    const isOver = index < last || (status === "final" && !outcome);
    const leader = leaderOf(set);
    if (leader && (isOver || stageAt(set, index, false, format) !== "running")) won[`team${leader}`]++;
  });
  return won;
}

/**
 * Returns what has ended by the rules: `{ kind: "set" | "match", winner, number }`, with the number of the set that ended; null while
 * play continues. `winner` is null if the match is a draw. `isSure` is false if the format doesn't say how the deciding set is played.
 */
export function suggestionOf(score, format) {
  const { sets, status, decider } = score;
  // While a decider is played, the sets are over, and don't say how it ends.
  if (!format.isInSets || status !== "inProgress" || sets.length === 0 || decider) return null;
  const number = sets.length;
  const current = sets[number - 1];
  const won = setsWon(score, format);
  const all = won.team1 + won.team2;
  if (isWon(won, format) || (playsAll(format) && all >= format.maxPeriods)) return { kind: "match", winner: leaderOf(won), number, isSure: true };
  const stage = stageAt(current, number - 1, false, format);
  if (format.finalSet === "any" && isDeciding(number - 1, format) && Math.max(current.team1, current.team2) > 1 && stageAt(current, number - 1, true, format) !== "running")
    return { kind: "match", winner: leaderOf(current), number, isSure: false };
  return stage === "running" || number >= format.maxPeriods ? null : { kind: "set", winner: leaderOf(current), number };
}

/** Whether the match may end as it stands. If not, nobody has won yet by the rules. */
export function mayEnd(score, format) {
  const { kind, timed, shootOut } = format;
  if (kind === "rubbers") return mostOf(totalOf(score)) > format.rubbers / 2 || sumOf(totalOf(score)) >= format.rubbers;
  if (kind === "sum") {
    const isPlayed = score.sets.length >= format.periods;
    return isPlayed && (format.drawAllowed || leaderOf(totalOf(score)) !== null || (shootOut > 0 && leaderOf(score.decider ?? none) !== null));
  }
  return kind === "generic" || timed || suggestionOf(score, format)?.kind === "match" || (score.decider !== undefined && leaderOf(score.decider) !== null);
}

/** Says whether a team's next point, which leads to the score `after`, wins a match or a set; an empty text if it doesn't. */
export function pressureOf(score, after, team, format) {
  if (!format.isInSets || score.decider || score.sets.length === 0 || suggestionOf(score, format)) return "";
  const next = suggestionOf(after, format);
  if (next?.winner !== team) return "";
  return text(next.kind === "match" ? "scoring.matchPoint" : "scoring.setPoint");
}

/** Returns the text to start the next period if it may start now, such as `Start set 3`; otherwise an empty text. */
export function startText(score, format) {
  const { sets, status, decider } = score;
  const next = sets.length;
  if (status !== "inProgress" || next === 0 || decider || next >= format.maxPeriods) return "";
  if (format.kind === "sum") {
    if (next >= format.periods && leaderOf(totalOf(score))) return "";
    return isOvertime(next, format) ? text("scoring.startOvertime") : text("scoring.startPeriod", { period: inSentence(periodName(next, format)) });
  }
  const isOver = format.isInSets && isWon(setsWon(score, format), format);
  return isOver || !hasPoints(sets.at(-1)) ? "" : text("scoring.startPeriod", { period: inSentence(periodName(next, format)) });
}

/** Whether a shoot-out may start: the format has one, and the score is level after the periods. */
export function mayShootOut({ sets, status, decider }, format) {
  return format.kind === "sum" && format.shootOut > 0 && status === "inProgress" && !decider && sets.length >= format.periods && leaderOf(totalOf({ sets })) === null;
}

/**
 * Explains why a score is invalid, by the same rules as the server; an empty text if it is valid.
 *
 * @param {{ sets: readonly any[], decider?: any }} score
 * @param {any} format
 */
export function faultOf({ sets, decider }, format) {
  const most = format.kind === "rubbers" ? format.rubbers : format.isInSets ? mostInSet : mostInPeriod;
  const areCounts = ({ team1, team2 }, limit) => [team1, team2].every((points) => Number.isInteger(points) && points >= 0 && points <= limit);
  if (!sets.every((set) => areCounts(set, most))) return text("scoring.fault.points", { most });
  if (format.kind === "rubbers" && decider) return text("scoring.fault.decider");
  if (format.kind === "rubbers" && sumOf(totalOf({ sets })) > most) return text("scoring.fault.points", { most });
  if (decider && !areCounts(decider, mostInSet)) return text("scoring.fault.points", { most: mostInSet });
  if (sets.length > format.maxPeriods) return text("scoring.fault.periods", { most: format.maxPeriods });
  for (let index = 1; format.isInSets && !playsAll(format) && index <= lastBegun(sets); index++) {
    const before = setsWon({ sets: sets.slice(0, index), status: "final" }, format);
    if (hasPoints(sets[index]) && mostOf(before) >= format.setsToWin) return text("scoring.fault.wonBefore", { period: inSentence(periodName(index, format)) });
  }
  return "";
}

/** What each team has in all periods together. */
export function totalOf({ sets }) {
  return sets.reduce((total, { team1, team2 }) => ({ team1: total.team1 + team1, team2: total.team2 + team2 }), none);
}

function sumOf({ team1, team2 }) {
  return team1 + team2;
}

function leaderOf({ team1, team2 }) {
  return team1 === team2 ? null : team1 > team2 ? 1 : 2;
}

const none = { team1: 0, team2: 0 };

/** Whether all sets are played, even if the match is won before. Two sets are, because they may be drawn. */
function playsAll({ playAll, bestOf }) {
  return Boolean(playAll) || bestOf === 2;
}

function isWon(won, format) {
  return mostOf(won) >= format.setsToWin && (!playsAll(format) || won.team1 + won.team2 >= format.maxPeriods);
}

function mostOf({ team1, team2 }) {
  return Math.max(team1, team2);
}

function stageAt(set, index, isOver, format) {
  return stageOf(set, isDeciding(index, format), isOver, format);
}

function hasPoints({ team1, team2 }) {
  return team1 !== 0 || team2 !== 0;
}

function lastBegun(sets) {
  return sets.findLastIndex(hasPoints);
}
