import { outcomeLabel } from "../shared/outcome.js";
import { statusText } from "../shared/match-status.js";
import { text } from "../shared/text.js";

/**
 * Returns a history as lines: for each set, the points after each of its updates as `[team 1, team 2]`, starting at 0. If a set is
 * removed, its line is removed too; if a set is changed later, its line continues with the new points.
 */
export function scoreProgress(revisions) {
  const lines = [];
  for (const revision of revisions) {
    const sets = periodsOf(revision);
    lines.length = Math.min(lines.length, sets.length);
    sets.forEach(({ team1, team2 }, index) => {
      const line = (lines[index] ??= [[0, 0]]);
      const [one, other] = line.at(-1);
      if (one !== team1 || other !== team2) line.push([team1, team2]);
    });
  }
  return lines;
}

/** The periods, and the decider after them. */
function periodsOf({ sets, decider }) {
  return decider ? [...sets, decider] : sets;
}

const begun = new Set(["scheduled", "inProgress"]);

/** Describes an update in words. `nameOf` returns the name of a period of a score by its index. */
export function changeText(revision, before, names, nameOf) {
  if (revision.status !== before?.status && !begun.has(revision.status))
    return [statusText(revision.status), revision.outcome && outcomeLabel(revision.outcome)].filter(Boolean).join(", ");
  const periods = periodsOf(revision);
  const sets = periods.length;
  const old = before ? periodsOf(before) : [];
  if (sets > old.length && sets > 0 && (sets > 1 || !before)) {
    const period = nameOf(sets - 1, revision);
    return period ? text("event.periodBegins", { period }) : text("event.begins");
  }
  const changes = periods.flatMap(({ team1, team2 }, index) => [team1 - (old[index]?.team1 ?? 0), team2 - (old[index]?.team2 ?? 0)]
    .map((by, side) => ({ by, side }))).filter(({ by }) => by !== 0);
  if (changes.length === 0 && sets === old.length) return withinGame(revision, before, names) || (revision.status === "inProgress" ? statusText("inProgress") : text("event.noChange"));
  const [{ by, side } = {}] = changes;
  return changes.length === 1 && sets === old.length && by > 0 ? `${names[side]} +${by}` : text("event.corrected");
}

/** What has changed within the running game: its points, or who serves; empty if neither has. */
function withinGame({ points, server }, before, names) {
  if (points && (points.team1 !== before?.points?.team1 || points.team2 !== before?.points?.team2)) return `${points.team1}–${points.team2}`;
  return server && server !== before?.server ? text("shared.serves", { team: names[server - 1] }) : "";
}
