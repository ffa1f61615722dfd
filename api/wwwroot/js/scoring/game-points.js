import { isDeciding, isInTieBreak } from "../shared/match-format.js";
import { isTieBreakOver, stageOf } from "./set-stage.js";

const steps = ["0", "15", "30", "40"];
const advantage = "AD";
// A game is won by the fourth point, with a lead of two (ITF Rules of Tennis, rule 5a).
const toWin = 4;
const leadToWin = 2;
const none = { team1: 0, team2: 0 };

/** What each side has in the running game or tie-break, as it is shown and sent: "0", "15", "30", "40", "AD", or a number. */
export function gameTexts(score, format) {
  return textsOf(countsOf(score, format), isInTieBreak(score, format));
}

/** How many points of the running tie-break are played. */
export function tieBreakPoints(score, format) {
  const { team1, team2 } = countsOf(score, format);
  return team1 + team2;
}

/** Whether the game stands at 40-40. */
export function isDeuce(score, format) {
  const { team1, team2 } = countsOf(score, format);
  return !isInTieBreak(score, format) && team1 === toWin - 1 && team2 === toWin - 1;
}

/** Adds a point of a game, and the game to the set if the point wins it. The first point starts the match. */
export function withGamePoint(score, team, format) {
  const isTieBreak = isInTieBreak(score, format);
  const counts = countsOf(score, format);
  const next = { ...counts, [`team${team}`]: counts[`team${team}`] + 1 };
  const isWon = isTieBreak ? isTieBreakOver(next, format) : isGameWon(next, format);
  const sets = score.sets.length > 0 ? score.sets : [none];
  const begun = { ...score, sets, status: score.status === "scheduled" ? "inProgress" : score.status };
  return isWon ? withGame(begun, team, format, isTieBreak && next) : { ...begun, points: textsOf(next, isTieBreak) };
}

/** Takes a point of the running game away; null if there is none to take away. */
export function withoutGamePoint(score, team, format) {
  const counts = countsOf(score, format);
  const own = counts[`team${team}`] - 1;
  return own < 0 ? null : { ...score, points: textsOf({ ...counts, [`team${team}`]: own }, isInTieBreak(score, format)) };
}

/** Leaves out what stood in the running game if a correction has made that another game: one of another set, or a tie-break. */
export function withoutPastGame(score, before, format) {
  const isSame = score.sets.length === before.sets.length && isInTieBreak(score, format) === isInTieBreak(before, format);
  return isSame && !isSetOver(score.sets, format) ? score : { ...score, points: undefined };
}

function isSetOver(sets, format) {
  return format.kind === "games" && sets.length > 0 && stageOf(sets.at(-1), isDeciding(sets.length - 1, format), false, format) !== "running";
}

function withGame(score, team, format, tieBreak) {
  const set = score.sets.at(-1);
  const sets = score.sets.with(-1, { ...set, [`team${team}`]: set[`team${team}`] + 1, ...(tieBreak && { tieBreak }) });
  return { ...score, sets, points: isSetOver(sets, format) ? undefined : textsOf(none, false) };
}

function isGameWon({ team1, team2 }, { noAd }) {
  return Math.max(team1, team2) >= toWin && (noAd || Math.abs(team1 - team2) >= leadToWin);
}

/** Points as numbers: 3 is 40, and 4 an advantage. A text that a game doesn't know counts as nothing. */
function countsOf(score, format) {
  const { points } = score;
  if (!points) return none;
  const countOf = isInTieBreak(score, format)
    ? (point) => (/^\d+$/.test(point) ? Number(point) : 0)
    : (point) => (point === advantage ? toWin : Math.max(0, steps.indexOf(point)));
  return { team1: countOf(points.team1), team2: countOf(points.team2) };
}

function textsOf({ team1, team2 }, isTieBreak) {
  if (isTieBreak) return { team1: `${team1}`, team2: `${team2}` };
  const least = Math.min(team1, team2);
  // Both have an advantage: that is a deuce again. Against less than 40 there is no advantage.
  const most = least >= toWin - 1 && team1 !== team2 ? toWin : toWin - 1;
  const textOf = (count) => steps[Math.min(count, most)] ?? advantage;
  return { team1: textOf(team1), team2: textOf(team2) };
}
