/** Orders matches by their start; matches without a time come last. */
export function byStart(a, b) {
  // All times have the same form, in UTC, so they sort as text, but not by a language's collation.
  const [one, other] = [a.match.startsAt ?? "~", b.match.startsAt ?? "~"];
  return one < other ? -1 : one > other ? 1 : a.match.id - b.match.id;
}
