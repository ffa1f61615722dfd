import { text } from "./text.js";

/** @type {Record<string, TextKey>} */
const texts = { scheduled: "shared.scheduled", inProgress: "shared.inPlay", final: "shared.final", cancelled: "shared.cancelled" };

/** Returns the status of a match; without a score it is only scheduled. */
export function statusOf({ score }) {
  return score?.status ?? "scheduled";
}

/** The name of a status; one that this page doesn't know stands for itself. */
export function statusText(status) {
  return status in texts ? text(texts[status]) : status;
}
