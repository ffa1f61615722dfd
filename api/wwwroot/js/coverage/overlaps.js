const minute = 60_000;

/** When a match is played, in milliseconds; null if unknown. A match without an end overlaps with nothing, as on the server. */
export function spanOf({ startsAt, endsAt }) {
  if (!startsAt) return null;
  const start = Date.parse(startsAt);
  const end = endsAt ? Date.parse(endsAt) : start;
  return { start, end: Math.max(start, end), isOpen: !endsAt };
}

/** For how many minutes two matches are played at the same time. Matches that only touch don't overlap. */
export function sharedMinutes(one, other) {
  const [a, b] = [spanOf(one), spanOf(other)];
  return a && b ? Math.max(0, Math.round((Math.min(a.end, b.end) - Math.max(a.start, b.start)) / minute)) : 0;
}

/** Maps each match's id to the matches that it overlaps with: `[{ match, minutes }]`. */
export function overlapsAmong(matches) {
  const found = new Map(matches.map(({ id }) => [id, []]));
  const ordered = matches.filter(({ startsAt, endsAt }) => startsAt && endsAt).sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
  ordered.forEach((one, index) => {
    for (const other of ordered.slice(index + 1)) {
      if (Date.parse(other.startsAt) >= Date.parse(one.endsAt)) break;
      const minutes = sharedMinutes(one, other);
      if (minutes === 0) continue;
      found.get(one.id).push({ match: other, minutes });
      found.get(other.id).push({ match: one, minutes });
    }
  });
  return found;
}

/** Returns the times at which more than one of the spans runs: `[{ start, end }]`, in order. */
export function crowded(spans) {
  const turns = spans.flatMap(({ start, end }) => [{ at: start, by: 1 }, { at: end, by: -1 }]).sort((a, b) => a.at - b.at || a.by - b.by);
  const bands = [];
  let running = 0;
  for (const { at, by } of turns) {
    if (by > 0 && running === 1) bands.push({ start: at, end: at });
    running += by;
    if (by < 0 && running === 1) bands.at(-1).end = at;
  }
  return bands.filter(({ start, end }) => end > start);
}
