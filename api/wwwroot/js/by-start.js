/** Orders matches with what is known of them by their start; what has no time yet comes last. */
export function byStart(a, b) {
  // Times are all of one form, in UTC, so they sort as text, but by no language's rules.
  const [one, other] = [a.match.startsAt ?? "~", b.match.startsAt ?? "~"];
  return one < other ? -1 : one > other ? 1 : a.match.id - b.match.id;
}
