import { deciderLabel, deciderName } from "./decider.js";
import { formatOf, isDeciding, isInTieBreak, isOvertime, periodName, withShootOut } from "./match-format.js";
import { hasBegun } from "./match-status.js";
import { text } from "./text.js";

// More periods would make a card too wide for a phone; the total or the sets won still summarize the rest.
const maxPeriods = 5;

/** Whether the match is won by more than one set. */
export function isInSets(event, match) {
  const format = formatOf(event, match);
  return format.isInSets && format.bestOf !== 1;
}

/** The name of the period or decider that is played now; empty if the match isn't won by sets, or none is played. */
export function currentName(score, event, match) {
  if (score.decider) return deciderName(score.decider);
  return isInSets(event, match) && score.sets.length > 0 ? periodName(score.sets.length - 1, formatOf(event, match)) : "";
}

/**
 * Returns the columns of a score: `{ key, label, title, values: [team 1, team 2], kind, tieBreak }`, the deciding one first. `kind` is `total`,
 * `period`, `current`, or `game` for what stands in the running game.
 */
export function columnsOf(stored, event, match) {
  if (!stored) return [];
  const format = formatOf(event, match);
  const score = withShootOut(stored, format);
  const columns = periodsOf(score, format);
  const [first, ...rest] = score.sets.length > 0 ? withDeciding(columns, score, format) : columns;
  return [...(first ? [first] : []), ...rest.slice(-maxPeriods), ...runningGame(score, format)];
}

function periodsOf({ sets, decider, status }, format) {
  const isOn = hasBegun(status);
  const periods = sets.map((set, index) => ({
    key: `period-${index}`,
    label: labelOf(index, format),
    title: periodName(index, format),
    values: [set.team1, set.team2],
    kind: isOn && !decider && index === sets.length - 1 ? "current" : "period",
    tieBreak: set.tieBreak,
  }));
  if (!decider) return periods;
  const key = decider.kind === "shootOut" ? "penalties" : "decider";
  return [...periods, { key, label: deciderLabel(decider), title: deciderName(decider), values: [decider.team1, decider.team2], kind: isOn ? "current" : "period" }];
}

function withDeciding(columns, { sets, setsWon }, format) {
  if (format.isInSets && format.bestOf !== 1) {
    const isGames = format.period === "game";
    const values = [setsWon.team1, setsWon.team2];
    return [{ key: "sets", label: text(isGames ? "shared.games" : "shared.sets"), title: text(isGames ? "shared.gamesWon" : "shared.setsWon"), values, kind: "total" }, ...columns];
  }
  if (sets.length > 1) return [{ key: "total", label: text("shared.total"), title: text("shared.total"), values: [sum(sets, "team1"), sum(sets, "team2")], kind: "total" }, ...columns];
  const name = text(format.kind === "rubbers" ? "shared.rubbers" : format.kind === "sum" && format.unit === "goal" ? "shared.goals" : "shared.score");
  return [{ ...columns[0], label: name, title: name, kind: "total" }, ...columns.slice(1)];
}

// How a final set of any kind is played only its scorekeeper knows: there the points say whether it is a tie-break.
function isShownTieBreak(score, format) {
  if (!isInTieBreak(score, format)) return false;
  const { sets, points: { team1, team2 } } = score;
  if (format.finalSet !== "any" || !isDeciding(sets.length - 1, format)) return true;
  const isOfGame = (points) => ["15", "30", "40", "AD"].includes(points);
  return (team1 !== "0" || team2 !== "0") && !isOfGame(team1) && !isOfGame(team2);
}

function runningGame(score, format) {
  const { points, status } = score;
  if (!points || !hasBegun(status)) return [];
  const isTieBreak = isShownTieBreak(score, format);
  const [label, title] = [text(isTieBreak ? "shared.tieBreak" : "shared.runningGame"), text(isTieBreak ? "shared.tieBreak" : "shared.runningGameTitle")];
  return [{ key: "game", label, title, values: [points.team1, points.team2], kind: "game" }];
}

function labelOf(index, format) {
  if (!isOvertime(index, format)) return `${index + 1}`;
  const number = index - format.periods + 1;
  return number === 1 ? text("shared.overtimeShort") : text("shared.overtimeShortNumber", { number });
}

function sum(sets, team) {
  return sets.reduce((total, set) => total + set[team], 0);
}
