import { ApiError } from "../client/api-error.js";
import { NetworkError } from "../client/network-error.js";
import { rejectionOf } from "../client/responses.js";
import { defaultSession, baseUrl } from "../client/base-url.js";
import { signInDialog } from "./sign-in.js";

const patience = 20_000;

/**
 * Calls to addresses below the site, such as `api.get("api/events")`. Each resolves with the response's body, or null if it has none.
 * A Blob is sent as it is, everything else as JSON. Rejects with an ApiError or a NetworkError. If the session is over, the sign-in dialog
 * opens, and the call goes on once the same user has signed in again. `isQuiet` calls don't ask: nobody waits for them. Calls that are
 * `forUser` are never sent for nobody.
 */
export const api = {
  get: (path, options) => bodyOf("GET", path, undefined, options),
  post: (path, body = {}, options) => bodyOf("POST", path, body, options),
  put: (path, body, options) => bodyOf("PUT", path, body, options),
  patch: (path, body, options) => bodyOf("PATCH", path, body, options),
  delete: (path, options) => bodyOf("DELETE", path, undefined, options),
  /** Resolves with the body as a Blob, whatever it is. */
  file: (path, options) => bodyOf("GET", path, undefined, { ...options, asFile: true }),
  /** Resolves with the whole response: `{ status, body, etag, at }`, `at` being the server's time in milliseconds. */
  send,
};

async function bodyOf(method, path, body, options) {
  return (await send(method, path, body, options)).body;
}

/**
 * @param {string} method
 * @param {string} path
 * @param {unknown} [body]
 * @param {{ signal?: AbortSignal, headers?: Record<string, string>, isQuiet?: boolean, forUser?: boolean, asFile?: boolean }} [options]
 */
async function send(method, path, body, { signal, headers = {}, isQuiet = false, forUser = false, asFile = false } = {}) {
  const session = defaultSession();
  const userId = session.user?.id;
  const isFile = body instanceof Blob;
  const call = async () => {
    const token = session.user ? await session.token() : null;
    if (forUser && !token) return null;
    return reach(path, {
      method,
      signal,
      headers: {
        ...(body !== undefined && { "Content-Type": isFile ? "application/octet-stream" : "application/json" }),
        ...(token && { Authorization: `Bearer ${token}` }),
        ...headers,
      },
      body: body === undefined || isFile ? body : JSON.stringify(body),
    });
  };
  let response = await call();
  // The server may have restarted with another key or ended the session. Only asking for a new token shows which.
  if (response?.status === 401 && session.user && (await session.refresh())) response = await call();
  const isRejected = response === null || response.status === 401;
  if (isRejected && session.isOver && !isQuiet && (await signInDialog())?.id === userId) response = await call();
  if (response === null) throw new ApiError({ status: 401, code: "session_ended", problem: {}, retryAfter: 0 });
  if (!response.ok) throw new ApiError(await rejectionOf(response));
  return { status: response.status, body: await readBody(response, asFile, signal), etag: response.headers.get("ETag"), at: Date.parse(response.headers.get("Date")) };
}

async function reach(path, request) {
  const limit = AbortSignal.timeout(patience);
  try {
    return await fetch(new URL(path, baseUrl), { ...request, signal: request.signal ? AbortSignal.any([request.signal, limit]) : limit });
  } catch (error) {
    throw brokenOff(request.signal, error);
  }
}

async function readBody(response, asFile, signal) {
  if (response.status === 204) return null;
  try {
    return await (asFile ? response.blob() : response.json());
  } catch (error) {
    // The response was cut off, or it came from an intermediary.
    throw brokenOff(signal, error);
  }
}

// If the caller aborted the request, it expects its own reason.
function brokenOff(signal, error) {
  return signal?.aborted ? signal.reason : new NetworkError(error);
}
