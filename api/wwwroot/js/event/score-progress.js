import { statusText } from "../shared/match-status.js";
import { text } from "../shared/text.js";

/**
 * Returns a history as lines: for each set, the points after each of its updates as `[team 1, team 2]`, starting at 0. If a set is
 * removed, its line is removed too; if a set is changed later, its line continues with the new points.
 */
export function scoreProgress(revisions) {
  const lines = [];
  for (const { sets } of revisions) {
    lines.length = Math.min(lines.length, sets.length);
    sets.forEach(({ team1, team2 }, index) => {
      const line = (lines[index] ??= [[0, 0]]);
      const [one, other] = line.at(-1);
      if (one !== team1 || other !== team2) line.push([team1, team2]);
    });
  }
  return lines;
}

/** Describes an update in words. */
export function changeText(revision, before, names, isInSets) {
  if (revision.status !== before?.status && (revision.status === "final" || revision.status === "cancelled")) return statusText(revision.status);
  const sets = revision.sets.length;
  const old = before?.sets ?? [];
  if (sets > old.length && sets > 0 && (sets > 1 || !before)) return isInSets ? text("event.setBegins", { number: sets }) : text("event.begins");
  const changes = revision.sets.flatMap(({ team1, team2 }, index) => [team1 - (old[index]?.team1 ?? 0), team2 - (old[index]?.team2 ?? 0)]
    .map((by, side) => ({ by, side }))).filter(({ by }) => by !== 0);
  if (changes.length === 0 && sets === old.length) return revision.status === "inProgress" ? statusText("inProgress") : text("event.noChange");
  const [{ by, side } = {}] = changes;
  return changes.length === 1 && sets === old.length && by > 0 ? `${names[side]} +${by}` : text("event.corrected");
}
