import { compareNames } from "../shared/format.js";
import { hasBegun, isOver, statusOf } from "../shared/match-status.js";

// Matches start a little late everywhere. An organizer should look into those that are later than this.
const grace = 5 * 60_000;

/**
 * Returns a tournament's progress: `{ all, divisions, courts, late }`, each with counts. `late` lists the matches that should be in play,
 * the most overdue first.
 */
export function progressOf(matches, now = Date.now()) {
  const all = emptyCount();
  const [divisions, courts, late] = [new Map(), new Map(), []];
  for (const shown of matches) {
    const kind = kindOf(shown, now);
    if (kind.isLate) late.push({ ...shown, minutes: Math.floor((now - Date.parse(shown.match.startsAt)) / 60_000) });
    for (const count of [all, countOf(divisions, shown.match.division), countOf(courts, shown.match.court)]) {
      if (!count) continue;
      count.total++;
      count[kind.name]++;
      if (kind.isLate) count.late++;
    }
  }
  late.sort((a, b) => b.minutes - a.minutes);
  return { all, divisions: byName(divisions), courts: byName(courts), late };
}

function kindOf(shown, now) {
  const status = statusOf(shown);
  if (hasBegun(status)) return { name: "playing", isLate: false };
  if (isOver(status)) return { name: "finished", isLate: false };
  return { name: "coming", isLate: status !== "postponed" && shown.match.startsAt !== null && Date.parse(shown.match.startsAt) + grace < now };
}

function emptyCount(place) {
  return { id: place?.id, name: place?.name, total: 0, finished: 0, playing: 0, coming: 0, late: 0 };
}

function countOf(counts, place) {
  if (!place) return null;
  if (!counts.has(place.id)) counts.set(place.id, emptyCount(place));
  return counts.get(place.id);
}

function byName(counts) {
  return [...counts.values()].sort((a, b) => compareNames(a.name, b.name));
}
