import { ValueError } from "./value-error.js";
import { text } from "../shared/text.js";

const statuses = {
  "scheduled": "scheduled", "not-started": "scheduled", "pending": "scheduled",
  "in-progress": "inProgress", "live": "inProgress", "playing": "inProgress",
  "final": "final", "completed": "final", "complete": "final", "finished": "final",
  "cancelled": "cancelled", "canceled": "cancelled",
  "postponed": "postponed", "suspended": "suspended", "abandoned": "abandoned",
};

/** Returns a match's id: its own member, or the key it is stored under. If both are given they must agree. */
export function idOf(own, key, place) {
  const [given, under] = [whole(own), whole(key)];
  if (own !== undefined && given === null) throw new ValueError(`${place}.matchId`, text("import.notAMatchId", { found: shown(own) }));
  if (given === null && under === null) throw new ValueError(place, text("import.noMatchId"));
  if (given !== null && key !== undefined && under !== null && given !== under) throw new ValueError(`${place}.matchId`, text("import.otherMatchId", { under, given }));
  return given ?? under;
}

/** Returns a whole number of 32 bits, also from text; otherwise null. */
export function whole(value) {
  const number = typeof value === "string" && /^-?\d{1,10}$/.test(value.trim()) ? Number(value) : value;
  return Number.isInteger(number) && (number | 0) === number ? number : null;
}

export function points(value, place) {
  if (!Number.isInteger(value) || value < 0 || value > 999) throw new ValueError(place, text("import.notPoints", { found: shown(value) }));
  return value;
}

export function statusOf(value, place) {
  const status = typeof value === "string" && statuses[value.replace(/([a-z])([A-Z])/g, "$1-$2").toLowerCase().replace(/[\s_]+/g, "-")];
  if (!status) throw new ValueError(place, text("import.notAStatus", { found: shown(value) }));
  return status;
}

/** Returns a time in UTC, from text with a time zone or from milliseconds. Without a zone the time is ambiguous. */
export function timeOf(value, place) {
  const isText = typeof value === "string" && /^\d{4}-\d\d-\d\dT.*(?:Z|[+-]\d\d:?\d\d)$/i.test(value);
  const isNumber = Number.isInteger(value) && value > 1e11;
  const time = isText || isNumber ? new Date(value) : null;
  if (!time || Number.isNaN(time.getTime())) throw new ValueError(place, text("import.notATime", { found: shown(value) }));
  return time.toISOString();
}

/** A value as messages show it: shortened. */
export function shown(value) {
  if (value === undefined) return text("import.missing");
  const json = JSON.stringify(value);
  return json.length > 60 ? `${json.slice(0, 57)}…` : json;
}
