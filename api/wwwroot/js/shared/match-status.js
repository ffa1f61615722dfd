import { text } from "./text.js";

/** @type {Record<string, TextKey>} */
const texts = {
  scheduled: "shared.scheduled", inProgress: "shared.inPlay", final: "shared.final", cancelled: "shared.cancelled",
  postponed: "shared.postponed", suspended: "shared.suspended", abandoned: "shared.abandoned",
};

/** Returns the status of a match; without a score it is only scheduled. */
export function statusOf({ score }) {
  return score?.status ?? "scheduled";
}

/** Whether a match has begun and isn't over: in play, or suspended. */
export function hasBegun(status) {
  return status === "inProgress" || status === "suspended";
}

/** Whether a match is over, with a result or without: nothing more is played of it. */
export function isOver(status) {
  return status === "final" || status === "cancelled" || status === "abandoned";
}

/** The name of a status; one that this page doesn't know stands for itself. */
export function statusText(status) {
  return status in texts ? text(texts[status]) : status;
}
