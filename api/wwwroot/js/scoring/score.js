import { setsText } from "../shared/format.js";

/** A score that a scorekeeper works on: `{ sets, status }`. Nothing here changes one; each step creates the next. */
const none = { team1: 0, team2: 0 };

/** Returns the score from a feed entry, a response or an outbox item. A match without any hasn't begun. */
export function scoreOf(source) {
  return { sets: (source?.sets ?? []).map(({ team1, team2 }) => ({ team1, team2 })), status: source?.status ?? "scheduled" };
}

export function isSame(one, other) {
  return JSON.stringify(scoreOf(one)) === JSON.stringify(scoreOf(other));
}

/** Adds a point to the current set or takes one away; null if there is none to take away. The first point starts the match. */
export function withPoint({ sets, status }, team, by) {
  const played = sets.length > 0 ? sets : [none];
  const current = played.at(-1);
  const points = current[`team${team}`] + by;
  if (points < 0) return null;
  return { sets: played.with(-1, { ...current, [`team${team}`]: points }), status: status === "scheduled" ? "inProgress" : status };
}

export function withStatus({ sets }, status) {
  return { sets: status === "inProgress" && sets.length === 0 ? [none] : sets, status };
}

export function withNextSet({ sets, status }) {
  return { sets: [...sets, none], status };
}

/** Finishes the match. Sets without points at the end were never played and are removed. */
export function finished({ sets }) {
  const last = sets.findLastIndex(({ team1, team2 }) => team1 + team2 > 0);
  return { sets: sets.slice(0, Math.max(last + 1, 1)), status: "final" };
}

/** Formats a score as people say it: 25–20 13–11. */
export function scoreText({ sets }) {
  return setsText(sets) || "0–0";
}
