import { text } from "./text.js";

// More periods would make a card too wide for a phone; the total or the sets won still summarize the rest.
const maxPeriods = 5;
const setSports = new Set(["volleyball", "beach-volleyball", "tennis"]);

/** Whether the event's matches are won by sets. */
export function isSetSport(event) {
  return setSports.has(event?.sport) && event.bestOf !== 1;
}

/** Returns the columns of a score: `{ key, label, title, values: [team 1, team 2], kind }`, the deciding one first. */
export function columnsOf(score, event) {
  if (!score || score.sets.length === 0) return [];
  const { sets, setsWon, status } = score;
  if (event?.sport === "football") return sets.map(footballColumn);

  const isInSets = isSetSport(event);
  const periods = sets.map((set, index) => ({
    key: `period-${index}`,
    label: `${index + 1}`,
    title: isInSets ? text("shared.set", { number: index + 1 }) : text("shared.period", { number: index + 1 }),
    values: [set.team1, set.team2],
    kind: status === "inProgress" && index === sets.length - 1 ? "current" : "period",
  }));
  if (isInSets)
    periods.unshift({ key: "sets", label: text("shared.sets"), title: text("shared.setsWon"), values: [setsWon.team1, setsWon.team2], kind: "total" });
  else if (sets.length > 1)
    periods.unshift({ key: "total", label: text("shared.total"), title: text("shared.total"), values: [sum(sets, "team1"), sum(sets, "team2")], kind: "total" });
  else
    periods[0] = { ...periods[0], label: text("shared.score"), title: text("shared.score"), kind: "total" };
  const [first, ...rest] = periods;
  return [first, ...rest.slice(-maxPeriods)];
}

function footballColumn(period, index) {
  const values = [period.team1, period.team2];
  return index === 0
    ? { key: "goals", label: text("shared.goals"), title: text("shared.goals"), values, kind: "total" }
    : { key: "penalties", label: text("shared.pens"), title: text("shared.penalties"), values, kind: "period" };
}

function sum(sets, team) {
  return sets.reduce((total, set) => total + set[team], 0);
}
