/**
 * Copies what a scorekeeper says of a match, from a score, an entry, an item, or a revision (whose further members are in its `details`). Members
 * that aren't given are left out, so that equal scores have equal JSON.
 *
 * @param {any} source
 * @returns {import("../../livefeed.js").ScoreState}
 */
export function scoreState(source) {
  const { outcome, decider, points, server } = source?.details ?? source ?? {};
  return {
    sets: (source?.sets ?? []).map(({ team1, team2, tieBreak }) => ({ team1, team2, ...(tieBreak && { tieBreak: pair(tieBreak) }) })),
    status: source?.status ?? "scheduled",
    ...(outcome && { outcome: { kind: outcome.kind, winner: outcome.winner ?? null, ...(outcome.note && { note: outcome.note }) } }),
    ...(decider && { decider: { kind: decider.kind, ...pair(decider) } }),
    ...(points && { points: pair(points) }),
    ...(server && { server }),
  };
}

function pair({ team1, team2 }) {
  return { team1, team2 };
}
