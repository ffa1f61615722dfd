import { rejectionOf } from "./responses.js";
import { learnServerTime } from "./server-time.js";

/**
 * Polls the feed once. Returns the page of entries or the error; never throws. The status is 304 if there is nothing after `cursor`.
 *
 * @param {string} url
 * @param {number} wait For how many seconds the server holds the request.
 * @param {AbortSignal} signal
 * @param {string} [cursor]
 * @returns {Promise<{ page?: FeedPage, code?: string, status?: number, retryAfter?: number }>}
 */
export async function poll(url, wait, signal, cursor) {
  // As long as a slow connection may take.
  const late = AbortSignal.timeout(wait * 1_000 + 15_000);
  const headers = cursor ? { "If-None-Match": `"${cursor}"` } : {};
  try {
    const response = await fetch(url, { headers, cache: "no-store", signal: AbortSignal.any([signal, late]) });
    learnServerTime(response.headers.get("Date"));
    if (!response.ok) return await rejectionOf(response);
    /** @type {FeedPage} */
    const page = await response.json();
    // A page of several topics also gets the entries and `more` of all together: callers ask these whether something is new.
    if (page.topics) Object.assign(page, { entries: page.topics.flatMap(({ entries = [] }) => entries), more: page.topics.some(({ more }) => more) });
    // More exact than the header, if the request was held until the entry came.
    learnServerTime(page.entries.at(-1)?.at);
    return { page };
  } catch {
    return { code: signal.aborted ? signal.reason.code : "network" };
  }
}
