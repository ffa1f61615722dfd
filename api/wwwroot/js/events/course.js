/**
 * A history as lines: for each set the points after every update of it, beginning at nil, as `[team 1, team 2]`. A set that is taken back
 * takes its line with it; a set that was changed later goes on with what it was changed to.
 */
export function courseOf(revisions) {
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

/** What an update did, in words. */
export function changeText(revision, before, names, setWord) {
  if (revision.status !== before?.status && revision.status === "final") return "Final";
  if (revision.status !== before?.status && revision.status === "cancelled") return "Cancelled";
  const sets = revision.sets.length;
  const old = before?.sets ?? [];
  if (sets > old.length && sets > 0 && (sets > 1 || !before)) return setWord ? `${setWord} ${sets} begins` : "Begins";
  const changes = revision.sets.flatMap(({ team1, team2 }, index) => [team1 - (old[index]?.team1 ?? 0), team2 - (old[index]?.team2 ?? 0)]
    .map((by, side) => ({ by, side }))).filter(({ by }) => by !== 0);
  if (changes.length === 0 && sets === old.length) return revision.status === "inProgress" ? "In play" : "No change";
  const [{ by, side } = {}] = changes;
  return changes.length === 1 && sets === old.length && by > 0 ? `${names[side]} +${by}` : "Corrected";
}
