import { momentText } from "../shared/format.js";
import { scoreText as pointsText } from "../shared/score-text.js";
import { statusText } from "../shared/match-status.js";
import { text } from "../shared/text.js";

/** @type {Record<string, TextKey>} */
const kinds = { score: "import.score", claim: "import.claim", plan: "import.plan", mine: "import.myPlan" };

/**
 * Returns everything that can be imported as a list of items: `{ kind, body, place, matchId, what, when, outcome }`. The outcome is
 * added later.
 */
export function itemsOf({ scores, claims, plans, selected }) {
  return [
    ...scores.map(({ body, place }) => ({ kind: "score", body, place, matchId: body.matchId, what: scoreText(body), when: body.lastUpdated })),
    ...claims.map(({ body, place }) => ({ kind: "claim", body, place, matchId: body.matchId, what: text("import.heldBy", { user: body.claimedBy, time: momentText(body.expiresAt) }), when: body.claimedAt })),
    ...plans.map(({ body, place }) => ({ kind: "plan", body, place, what: text("import.planOf", { count: body.selectedMatches.length, user: body.userId }), when: body.updatedAt })),
    ...selected.map((matchId) => ({ kind: "mine", matchId, place: "coverage-plan", what: text("import.toBeCovered") })),
  ];
}

export function kindText({ kind }) {
  return text(kinds[kind]);
}

export function scoreText({ status, ...score }) {
  return [pointsText(/** @type {any} */ (score)), status && statusText(status)].filter(Boolean).join(" · ");
}
