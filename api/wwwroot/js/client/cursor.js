/**
 * Whether one cursor is before another of the same log. Of different logs neither is: the server alone tells which one counts.
 * Only tabs of one browser compare cursors, because only they can hear of one thing twice.
 */
export function isBefore(one, other) {
  const [epoch, sequence] = one.split(".");
  const [otherEpoch, otherSequence] = other.split(".");
  return epoch === otherEpoch && Number(sequence) < Number(otherSequence);
}
