import { serverNow } from "../client/server-time.js";
import { periodName } from "./match-format.js";
import { text } from "./text.js";

const minute = 60_000;

/** The clock of a match that is in play; undefined if it has none. */
export function clockOf({ score, clock }) {
  return score?.status === "inProgress" ? clock : undefined;
}

/** How much of its period a match's clock shows as played now, in milliseconds. */
export function elapsedNow({ state, elapsedMs, at }) {
  return state === "running" ? Math.max(elapsedMs, elapsedMs + serverNow() - Date.parse(at)) : elapsedMs;
}

/** What a clock shows: "23:10", and the announced added time, "45:00 +3". */
export function clockFace(clock) {
  const seconds = Math.floor(elapsedNow(clock) / 1_000);
  return `${Math.floor(seconds / 60)}:${`${seconds % 60}`.padStart(2, "0")}${clock.added ? ` +${clock.added}` : ""}`;
}

/** The minute of the period, from 1, as "23′"; between periods, that there is a break. */
export function minuteText(clock, format) {
  if (clock.state === "ended") return isHalfTime(clock, format) ? text("shared.clock.halfTime") : text("shared.clock.break");
  return `${minuteOf(clock)}′`;
}

/** The same as people say it. */
export function spokenMinute(clock, format) {
  return clock.state === "ended" ? minuteText(clock, format) : text("shared.clock.minute", { minute: minuteOf(clock) });
}

/** The minute of the period that is being played, from 1. */
export function minuteOf(clock) {
  return Math.floor(elapsedNow(clock) / minute) + 1;
}

/** The period that a clock counts; empty if it is the only one, and at half-time, which says enough. */
export function clockPeriod(clock, format) {
  const played = inHalves(format);
  const isAlone = played.periods === 1 && clock.period === 1;
  return isAlone || (clock.state === "ended" && isHalfTime(clock, format)) ? "" : periodName(clock.period - 1, played);
}

function isHalfTime({ period }, format) {
  return period === 1 && inHalves(format).period === "half";
}

// A football match whose goals are one number is played in halves all the same.
function inHalves(format) {
  return format.kind === "sum" && format.periods === 1 && format.unit === "goal" ? { ...format, periods: 2, period: "half" } : format;
}
