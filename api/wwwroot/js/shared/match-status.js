/** Returns the status of a match; without a score it is only scheduled. */
export function statusOf({ score }) {
  return score?.status ?? "scheduled";
}
