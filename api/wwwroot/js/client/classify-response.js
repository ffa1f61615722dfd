import { scoreState } from "./score-state.js";

/**
 * Returns the item's new state for the response to it. `acknowledged` completes it; a `pending` one is retried automatically; every
 * other state waits for the user to decide. livefeed.d.ts lists the states and what to do in each.
 *
 * @param {SendResult} result
 * @param {import("../../livefeed.js").OutboxItem} item
 */
export function classifyResponse({ status, code, problem = {} }, item) {
  if (status === undefined || status === 429 || status === 408 || status >= 500) return { state: "pending", reason: code ?? `http_${status}` };
  if (status < 300) return { state: "acknowledged" };
  const reason = code ?? `http_${status}`;
  const detail = problem.detail;
  if (status === 401) return { state: "sign-in-needed", reason, detail };
  if (code === "claim_required") return { state: "claim-needed", reason, detail };
  if (code === "claim_held") return { state: "claim-held", reason, detail, holder: problem.holder, expiresAt: problem.expiresAt, sameAccount: problem.sameAccount };
  if (code === "stale_update") {
    const { current } = problem;
    // The server has just this score: it is the item's own update, whose response was lost long ago, or it changes nothing.
    return isSame(current, item) ? { state: "acknowledged" } : { state: "stale", reason, detail, current };
  }

  // Without a code the response came from an intermediary, such as a network's sign-in page, not from the server.
  return code ? { state: "refused", reason, detail, errors: problem.errors } : { state: "pending", reason };
}

/** Whether an item in this state blocks later items: those would get the same response. */
export function holdsBack({ state }) {
  return state !== "stale" && state !== "refused";
}

function isSame(score, item) {
  return Boolean(score) && JSON.stringify(scoreState(score)) === JSON.stringify(scoreState(item));
}
