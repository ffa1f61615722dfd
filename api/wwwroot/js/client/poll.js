import { rejectionOf } from "./responses.js";

/**
 * Polls the feed once. Returns the page of entries or the error; never throws.
 *
 * @returns {Promise<{ page?: FeedPage, code?: string, status?: number, retryAfter?: number }>}
 */
export async function poll(url, wait, signal) {
  // The time for which the server holds the request, and then as long as a slow connection may take.
  const late = AbortSignal.timeout(wait * 1_000 + 15_000);
  try {
    const response = await fetch(url, { cache: "no-store", signal: AbortSignal.any([signal, late]) });
    return response.ok ? { page: await response.json() } : await rejectionOf(response);
  } catch {
    return { code: signal.aborted ? signal.reason.code : "network" };
  }
}
