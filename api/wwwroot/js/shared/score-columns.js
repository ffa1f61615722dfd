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
    title: isInSets ? `Set ${index + 1}` : `Period ${index + 1}`,
    values: [set.team1, set.team2],
    kind: status === "inProgress" && index === sets.length - 1 ? "current" : "period",
  }));
  if (isInSets)
    periods.unshift({ key: "sets", label: "Sets", title: "Sets won", values: [setsWon.team1, setsWon.team2], kind: "total" });
  else if (sets.length > 1)
    periods.unshift({ key: "total", label: "Total", title: "Total", values: [sum(sets, "team1"), sum(sets, "team2")], kind: "total" });
  else
    periods[0] = { ...periods[0], label: "Score", title: "Score", kind: "total" };
  const [first, ...rest] = periods;
  return [first, ...rest.slice(-maxPeriods)];
}

function footballColumn(period, index) {
  return {
    key: `period-${index}`,
    label: index === 0 ? "Goals" : "Pens",
    title: index === 0 ? "Goals" : "Penalties",
    values: [period.team1, period.team2],
    kind: index === 0 ? "total" : "period",
  };
}

function sum(sets, team) {
  return sets.reduce((total, set) => total + set[team], 0);
}
