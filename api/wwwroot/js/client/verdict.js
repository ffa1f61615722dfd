/**
 * What an answer means for the item that was sent, as the item's new state. `acknowledged` ends it; a `pending` one is tried again by
 * itself; every other state waits for somebody to decide, and says what about. livefeed.d.ts lists the states with what to do.
 */
export function verdictOf({ status, code, problem = {} }, item) {
  if (status === undefined || status === 429 || status === 408 || status >= 500) return { state: "pending", reason: code ?? `http_${status}` };
  if (status < 300) return { state: "acknowledged" };
  const reason = code ?? `http_${status}`;
  const detail = problem.detail;
  if (status === 401) return { state: "sign-in-needed", reason, detail };
  if (code === "claim_required") return { state: "claim-needed", reason, detail };
  if (code === "claim_held") return { state: "claim-held", reason, detail, holder: problem.holder, expiresAt: problem.expiresAt };
  if (code === "stale_update") {
    const { current } = problem;
    // Its own echo: it was stored long ago and the answer got lost, and the server has forgotten the id since.
    return isSame(current, item) ? { state: "acknowledged" } : { state: "stale", reason, detail, current };
  }

  // The word of something in between, such as a network's sign-in page, is not the server's.
  return code ? { state: "refused", reason, detail, errors: problem.errors } : { state: "pending", reason };
}

/** Whether an item in this state holds back what was written after it: those would meet the same. */
export function holdsBack({ state }) {
  return state !== "stale" && state !== "refused";
}

function isSame(score, { sets, status, occurredAt }) {
  return score?.status === status && Date.parse(score.lastUpdated) === Date.parse(occurredAt)
    && score.sets.length === sets.length && score.sets.every(({ team1, team2 }, i) => team1 === sets[i].team1 && team2 === sets[i].team2);
}
