import { elapsedNow } from "../shared/match-clock.js";

/**
 * The next reading of a match's clock: it starts, with the next period if one has ended, or stops. A match without a clock starts in the
 * period that is played.
 *
 * @param {import("../../livefeed.js").MatchClock | undefined} clock
 * @param {number} period From 1.
 * @returns {import("../../livefeed.js").ClockReading}
 */
export function toggled(clock, period) {
  if (!clock) return { period, state: "running", elapsedMs: 0 };
  if (clock.state === "ended") return { period: clock.period + 1, state: "running", elapsedMs: 0 };
  return reading(clock, clock.state === "running" ? "stopped" : "running");
}

/** The period is over. */
export function endedPeriod(clock) {
  return reading(clock, "ended");
}

function reading(clock, state) {
  return { period: clock.period, state, elapsedMs: Math.floor(elapsedNow(clock)), ...(clock.added !== undefined && { added: clock.added }) };
}
