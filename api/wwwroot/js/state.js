/** The status of a match with what is known of it: without a score it is only scheduled. */
export function statusOf({ score }) {
  return score?.status ?? "scheduled";
}
