import { rejectionOf } from "../client/responses.js";
import { defaultSession, baseUrl } from "../client/base-url.js";

const patience = 20_000;

/**
 * A failed call. `code` is the API's error code, or `network` if there was no response; `retryAfter` is in milliseconds;
 * `errors` maps the name of a request member to its errors.
 */
export class ApiError extends Error {
  constructor({ status, code = `http_${status}`, problem = {}, retryAfter = 0 }) {
    super(problem.detail ?? code);
    Object.assign(this, { name: "ApiError", status, code, detail: problem.detail, errors: problem.errors ?? {}, problem, retryAfter });
  }
}

/**
 * Calls to addresses below the site, such as `api.get("api/events")`. Each resolves with the response's body, or null if it has none.
 * A Blob is sent as it is, everything else as JSON.
 */
export const api = {
  get: (path, options) => bodyOf("GET", path, undefined, options),
  post: (path, body = {}, options) => bodyOf("POST", path, body, options),
  put: (path, body, options) => bodyOf("PUT", path, body, options),
  patch: (path, body, options) => bodyOf("PATCH", path, body, options),
  delete: (path, options) => bodyOf("DELETE", path, undefined, options),
  /** Resolves with the whole response: `{ status, body, etag, at }`, `at` being the server's time in milliseconds. */
  send,
};

async function bodyOf(...call) {
  return (await send(...call)).body;
}

async function send(method, path, body, { signal, headers = {} } = {}) {
  const session = defaultSession();
  const isFile = body instanceof Blob;
  const call = async () => {
    const token = session.user ? await asApiError(session.token()) : null;
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
  let answer = await call();
  // The server may have restarted with another key or ended the session. Only asking for a new token shows which.
  if (answer.status === 401 && session.user && (await asApiError(session.refresh()))) answer = await call();
  if (!answer.ok) throw new ApiError(await rejectionOf(answer));
  return { status: answer.status, body: await readBody(answer, signal), etag: answer.headers.get("ETag"), at: Date.parse(answer.headers.get("Date")) };
}

async function reach(path, request) {
  const limit = AbortSignal.timeout(patience);
  try {
    return await fetch(new URL(path, baseUrl), { ...request, signal: request.signal ? AbortSignal.any([request.signal, limit]) : limit });
  } catch {
    throw brokenOff(request.signal);
  }
}

async function readBody(answer, signal) {
  if (answer.status === 204) return null;
  try {
    return await answer.json();
  } catch {
    // The response was cut off, or it came from an intermediary.
    throw brokenOff(signal);
  }
}

// If the caller aborted the request, it expects its own reason, not an error.
function brokenOff(signal) {
  return signal?.aborted ? signal.reason : new ApiError({ code: "network" });
}

async function asApiError(promise) {
  try {
    return await promise;
  } catch (refusal) {
    throw new ApiError(refusal);
  }
}
