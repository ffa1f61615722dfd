import { momentText, setsText } from "../shared/format.js";

const kinds = { score: "Score", claim: "Claim", plan: "Coverage plan", mine: "My coverage plan" };
const statusLabels = { scheduled: "Scheduled", inProgress: "In play", final: "Final", cancelled: "Cancelled" };

/**
 * Returns everything that can be imported as a list of items: `{ kind, body, place, matchId, what, when, outcome }`. The outcome is
 * added later.
 */
export function itemsOf({ scores, claims, plans, selected }) {
  return [
    ...scores.map(({ body, place }) => ({ kind: "score", body, place, matchId: body.matchId, what: scoreText(body), when: body.lastUpdated })),
    ...claims.map(({ body, place }) => ({ kind: "claim", body, place, matchId: body.matchId, what: `Held by ${body.claimedBy}, until ${momentText(body.expiresAt)}`, when: body.claimedAt })),
    ...plans.map(({ body, place }) => ({ kind: "plan", body, place, what: `${body.selectedMatches.length} matches of user ${body.userId}`, when: body.updatedAt })),
    ...selected.map((matchId) => ({ kind: "mine", matchId, place: "coverage-plan", what: "To be covered" })),
  ];
}

export function kindText({ kind }) {
  return kinds[kind];
}

export function scoreText({ sets, status }) {
  return [setsText(sets), statusLabels[status]].filter(Boolean).join(" · ");
}
