import { refusalOf } from "./answers.js";

/** One answer of the feed as `{ page }`, or why there is none as `{ code, status, retryAfter }`; never throws. */
export async function pollOnce(url, wait, signal) {
  // What the server holds back on purpose, and then as long as a slow line may take.
  const late = AbortSignal.timeout(wait * 1_000 + 15_000);
  try {
    const answer = await fetch(url, { cache: "no-store", signal: AbortSignal.any([signal, late]) });
    return answer.ok ? { page: await answer.json() } : await refusalOf(answer);
  } catch {
    return { code: signal.aborted ? signal.reason : "network" };
  }
}
