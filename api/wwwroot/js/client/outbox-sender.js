import { ApiError } from "./api-error.js";
import { rejectionOf } from "./responses.js";
import { askedPause, Backoff } from "./backoff.js";
import { holdsBack, classifyResponse } from "./classify-response.js";
import { isEmptyWhenStored, isScore, isStoredResponse, placeOf, requestOf } from "./outbox-requests.js";

// A network that returns without an event must be noticed within five seconds; a server in trouble must not be overloaded.
const longestForNetwork = 4_000;
const longestForServer = 25_000;

/** Longer than any pause between two attempts. A due time that is farther away was set by a clock that has since been set right. */
const longestPause = 30_000;

/** As many as the server takes at once. */
const longestBatch = 100;

/**
 * Sends due items, in order within each match, and stores the outcomes. It uses no page, so that a service worker can send too.
 * Returns how many milliseconds from now the next attempt is due, or Infinity. Must run only once at a time. `connection` returns a signal that
 * ends a request which would get no response, so that it is tried again.
 */
export async function sendDue({ store, session, base, signal, connection = () => signal, onSent, onRecorded, onChange }) {
  // Items that failed in this round wait for the next one. If the network fails or the server asks to wait, all others wait too.
  const tried = new Set();
  for (;;) {
    const all = await store.all();
    const heads = firstOfEach(all);
    const item = heads.find((head) => isDue(head) && !tried.has(head.number));
    if (!item || signal.aborted) return nextDueIn(heads);
    tried.add(item.number);
    const batch = behind(item, all);
    const ends = await send(batch, session, base, AbortSignal.any([signal, connection()]));
    let next;
    for (const [i, end] of ends.entries()) {
      const outcome = classifyResponse(end, batch[i]);
      if (signal.aborted && outcome.state === "pending") return Infinity;
      next = attempt(batch[i], outcome, end);
      if (outcome.state === "acknowledged") await store.remove(batch[i].number);
      else await store.change(batch[i].number, { ...cleared, ...outcome, ...next });
      if (outcome.state === "acknowledged" && isScore(batch[i])) onSent(batch[i], end.score);
      else if (outcome.state === "acknowledged") onRecorded(batch[i], end.stored);
      // Those after it get the same response. They wait behind it.
      if (outcome.state !== "acknowledged" && holdsBack(outcome)) break;
    }
    await onChange();
    const [{ status }] = ends;
    if (status === undefined || status === 429) return dueIn(next);
  }
}

/** Returns an item and those behind it that can be sent with it: scores of the same user, match and device. Everything else is sent by itself, in its turn. */
function behind(item, all) {
  const line = all.filter((one) => one.number >= item.number && lineOf(one) === lineOf(item) && holdsBack(one));
  const end = line.findIndex((one) => one.state !== "pending" || one.deviceId !== item.deviceId || !isScore(one));
  return isScore(item) ? line.slice(0, Math.min(longestBatch, end < 0 ? line.length : end)) : [item];
}

/** Clears what an item says about its last response. */
export const cleared = { reason: undefined, detail: undefined, holder: undefined, expiresAt: undefined, sameAccount: undefined, current: undefined, errors: undefined };

/**
 * Sends items of one user and match, or room. Resolves with the result of each, or with one for all if the request itself failed.
 *
 * @returns {Promise<SendResult[]>}
 */
async function send(items, session, base, signal) {
  const [item] = items;
  try {
    let token = await tokenOf(item, session);
    if (!token) return [{ status: 401, code: isOfAnother(item, session) ? "another_user" : "token_required" }];
    let response = await post(items, token, base, signal);
    if (response.status === 401 && (await session.refresh(token)) && (token = await tokenOf(item, session)))
      response = await post(items, token, base, signal);
    if (!response.ok) return [await rejectionOf(response)];
    return await storedBy(response, items);
  } catch (error) {
    // The server rejected the session. Any other error means that it wasn't reached.
    return [error instanceof ApiError && error.isFromServer ? error : { code: "network" }];
  }
}

/**
 * Returns the results that a response reports. Throws if it isn't the server's: an intermediary may respond with success, and has stored nothing.
 *
 * @returns {Promise<SendResult[]>}
 */
async function storedBy(response, items) {
  const [item] = items;
  const { status } = response;
  if (isEmptyWhenStored(item)) {
    if (status !== 204) throw new TypeError("Not a response to a retraction.");
    return [{ status }];
  }
  const body = await response.json();
  if (items.length > 1) return items.map((one, index) => resultOf(body.outcomes[index], one));
  return [isScore(item) ? { status, score: stored(body, item) } : { status, stored: stored(body, item) }];
}

function resultOf({ status, score, problem }, item) {
  return { status, score: status < 300 ? stored(score, item) : undefined, code: problem?.code, problem: problem ?? undefined };
}

function stored(body, item) {
  if (!isStoredResponse(item, body)) throw new TypeError("Not a response to what was sent.");
  return body;
}

// Two users may share a device, and nobody's points are sent under another user's name.
async function tokenOf(item, session) {
  const token = await session.token();
  return isOfAnother(item, session) ? null : token;
}

function isOfAnother({ userId }, { user }) {
  return user !== null && user.id !== userId;
}

function post(items, token, base, signal) {
  const [{ eventId, deviceId }] = items;
  const { method, path, body, key } = requestOf(items);
  return fetch(new URL(`api/events/${encodeURIComponent(eventId)}/${path}`, base), {
    method,
    headers: {
      Authorization: `Bearer ${token}`,
      ...(body && { "Content-Type": "application/json" }),
      ...(key && { "Idempotency-Key": key }),
      // Items of the version before have no device.
      ...(deviceId && { "X-Device-Id": deviceId }),
    },
    body: body && JSON.stringify(body),
    signal: AbortSignal.any([signal, AbortSignal.timeout(15_000)]),
  });
}

/**
 * @param {import("../../livefeed.js").OutboxItem} item
 * @param {{ state: string }} outcome
 * @param {SendResult} result
 */
function attempt({ attempts }, { state }, { status, retryAfter = 0 }) {
  if (state !== "pending") return { retryAt: 0 };
  const backoff = new Backoff(500, status === undefined ? longestForNetwork : longestForServer, attempts);
  return { attempts: attempts + 1, retryAt: Date.now() + Math.max(backoff.next(), askedPause(retryAfter)) };
}

/** Returns the first items of each user and match, or room. Items of another user, who may never return to this device, block nobody else's. */
function firstOfEach(items) {
  const heads = new Map();
  for (const item of items) {
    if (holdsBack(item) && !heads.has(lineOf(item))) heads.set(lineOf(item), item);
  }
  return [...heads.values()];
}

function lineOf(item) {
  return [item.userId, item.eventId, placeOf(item)].join("/");
}

function isDue(item) {
  return item.state === "pending" && dueIn(item) === 0;
}

function nextDueIn(heads) {
  return Math.min(Infinity, ...heads.filter(({ state }) => state === "pending").map(dueIn));
}

function dueIn({ retryAt }) {
  const left = retryAt - Date.now();
  return left > 0 && left <= longestPause ? left : 0;
}
