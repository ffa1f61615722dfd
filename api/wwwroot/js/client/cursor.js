/**
 * Returns whether one cursor is before another of the same log. Between different logs neither is: only the server knows which log is
 * current. Only tabs of one browser compare cursors, because only they can receive the same entry twice.
 */
export function isBefore(one, other) {
  const [epoch, sequence] = one.split(".");
  const [otherEpoch, otherSequence] = other.split(".");
  return epoch === otherEpoch && Number(sequence) < Number(otherSequence);
}
