const groups = { inProgress: "now", scheduled: "upcoming", final: "finished", cancelled: "finished" };

export function statusOf({ score }) {
  return score?.status ?? "scheduled";
}

/** Matches as they are listed: in play and upcoming by start, finished with the latest first. */
export function grouped(matches) {
  const lists = { now: [], upcoming: [], finished: [] };
  for (const shown of matches)
    lists[groups[statusOf(shown)] ?? "upcoming"].push(shown);
  lists.now.sort(byStart);
  lists.upcoming.sort(byStart);
  lists.finished.sort((a, b) => compare(b.score.lastUpdated, a.score.lastUpdated) || byStart(a, b));
  return lists;
}

// What has no time yet comes last.
export function byStart(a, b) {
  return compare(a.match.startsAt ?? "~", b.match.startsAt ?? "~") || a.match.id - b.match.id;
}

// By code units: times are all of one form, in UTC, so they sort as text, but not by any language's rules.
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
