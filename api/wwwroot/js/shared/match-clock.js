import { serverNow } from "../client/server-time.js";
import { periodName } from "./match-format.js";
import { text } from "./text.js";

const minute = 60_000;
// In minutes: more is hardly ever added to a half.
const longestAdded = 15;

/** The clock of a match that is in play; undefined if it has none. */
export function clockOf({ score, clock }) {
  return score?.status === "inProgress" ? clock : undefined;
}

/** How much of its period a match's clock shows as played now, in milliseconds. */
export function elapsedNow({ state, elapsedMs, at }) {
  return state === "running" ? Math.max(elapsedMs, elapsedMs + serverNow() - Date.parse(at)) : elapsedMs;
}

/** What a clock shows: "23:10", or "68:10" if the minutes of the format are counted on; and the announced added time, "45:00 +3". */
export function clockFace(clock, format) {
  const seconds = Math.floor(elapsedNow(clock) / 1_000);
  return `${minutesBefore(clock.period, format) + Math.floor(seconds / 60)}:${`${seconds % 60}`.padStart(2, "0")}${clock.added ? ` +${clock.added}` : ""}`;
}

/** The minute, from 1, as "23′", or "45+2′" in added time; between periods, that there is a break. */
export function minuteText(clock, format) {
  if (clock.state === "ended") return isHalfTime(clock, format) ? text("shared.clock.halfTime") : text("shared.clock.break");
  const { minute: played, added } = minuteOf(clock, format);
  return added ? `${played}+${added}′` : `${played}′`;
}

/** The same as people say it. */
export function spokenMinute(clock, format) {
  if (clock.state === "ended") return minuteText(clock, format);
  const { minute: played, added } = minuteOf(clock, format);
  return added ? text("shared.clock.minuteAdded", { minute: played, added }) : text("shared.clock.minute", { minute: played });
}

/**
 * The minute that is being played, as the sport counts it: from 1 in each period, or on from one period to the next if the format says how long
 * these last; then with what is added to the last minute of a period. As api/Pages/Plain/ClockText.cs.
 *
 * @returns {{ minute: number, added?: number }}
 */
export function minuteOf(clock, format) {
  const ofPeriod = Math.floor(elapsedNow(clock) / minute) + 1;
  if (!format.clock) return { minute: ofPeriod };
  const length = minutesOf(clock.period, format);
  const before = minutesBefore(clock.period, format);
  const over = ofPeriod - length;
  // Goals that are one number are also kept without ever recording half-time: then the clock simply goes on.
  if (over <= 0 || (over > longestAdded && format.periods === 1)) return { minute: before + ofPeriod };
  return { minute: before + length, added: over };
}

/** The minute at which a period begins: 45 for the second half of football, 0 for every period if the minutes aren't counted on. */
export function minutesBefore(period, format) {
  let before = 0;
  if (format.clock) for (let earlier = 1; earlier < period; earlier++) before += minutesOf(earlier, format);
  return before;
}

function minutesOf(period, format) {
  const { minutes, overtimeMinutes = minutes } = format.clock;
  return period > inHalves(format).periods ? overtimeMinutes : minutes;
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
