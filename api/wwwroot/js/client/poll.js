import { rejectionOf } from "./responses.js";

/** Polls the feed once. Returns `{ page }`, or the error as `{ code, status, retryAfter }`; never throws. */
export async function poll(url, wait, signal) {
  // The time for which the server holds the request, and then as long as a slow connection may take.
  const late = AbortSignal.timeout(wait * 1_000 + 15_000);
  try {
    const answer = await fetch(url, { cache: "no-store", signal: AbortSignal.any([signal, late]) });
    return answer.ok ? { page: await answer.json() } : await rejectionOf(answer);
  } catch {
    return { code: signal.aborted ? signal.reason.code : "network" };
  }
}
