import { scoreState } from "../client/score-state.js";
import { scoreText as scoreTextOf } from "../shared/score-text.js";
import { serverOfNextSet } from "./serving.js";

/**
 * A score that a scorekeeper works on: `{ sets, status, outcome?, decider?, points?, server? }`. Nothing here changes one; each step creates
 * the next, with everything that the step isn't about.
 */
const none = { team1: 0, team2: 0 };

/** Returns the score from a feed entry, a response or an outbox item. A match without any hasn't begun. */
export function scoreOf(source) {
  return scoreState(source);
}

export function isSame(one, other) {
  return JSON.stringify(scoreOf(one)) === JSON.stringify(scoreOf(other));
}

/** Whether points may be tapped. What is suspended or postponed is resumed first, so that nobody does that by accident. */
export function isOpen({ status }) {
  return status === "scheduled" || status === "inProgress";
}

/** What a tap counts: the decider's points once there is one; otherwise those of the last period. */
export function currentOf({ sets, decider }) {
  return decider ?? sets.at(-1) ?? none;
}

/** Adds a point to what is played now, or takes one away; null if there is none to take away. The first point starts the match. */
export function withPoint(score, team, by) {
  const current = currentOf(score);
  const points = current[`team${team}`] + by;
  if (points < 0) return null;
  const next = { ...current, [`team${team}`]: points };
  const status = score.status === "scheduled" ? "inProgress" : score.status;
  if (score.decider) return { ...score, decider: next, status };
  return { ...withoutGame(score), sets: score.sets.length > 0 ? score.sets.with(-1, next) : [next], status };
}

/**
 * Changes the status. Only a final score has an outcome.
 *
 * @param {import("../../livefeed.js").ScoreState} score
 * @param {string} status
 */
export function withStatus({ outcome, ...score }, status) {
  return {
    ...score,
    sets: status === "inProgress" && score.sets.length === 0 ? [none] : score.sets,
    status,
    ...(outcome && status === "final" && { outcome }),
  };
}

export function withNextSet(score, format) {
  return { ...withoutGame(score), sets: [...score.sets, none], server: serverOfNextSet(score, format) };
}

export function withShootOutStarted(score) {
  return { ...score, decider: { kind: "shootOut", ...none } };
}

/** Finishes the match. What has no points at the end was never played and is removed. */
export function finished(score) {
  return { ...withoutGame(played(score, 1)), status: "final" };
}

// What stood in the running game is past once a game or a set is counted.
function withoutGame(score) {
  return { ...score, points: undefined };
}

/** Ends the match other than by play. It need not have begun. */
export function ended(score, outcome) {
  return { ...played(score, 0), status: "final", outcome };
}

function played({ decider, ...score }, least) {
  const last = score.sets.findLastIndex(({ team1, team2 }) => team1 + team2 > 0);
  return { ...score, sets: score.sets.slice(0, Math.max(last + 1, least)), ...(decider && decider.team1 + decider.team2 > 0 && { decider }) };
}

/** Formats a score as people say it: 25–20 13–11. */
export function scoreText(score) {
  return scoreTextOf(score) || "0–0";
}
