import { refusalOf } from "./client/answers.js";
import { defaultSession, siteBase } from "./client/site.js";

const patience = 20_000;

/** A refusal: `code` is the API's, or `network` where no answer came; `retryAfter` is in milliseconds; `errors` maps a place to its faults. */
export class ApiError extends Error {
  constructor({ status, code = `http_${status}`, problem = {}, retryAfter = 0 }) {
    super(problem.detail ?? code);
    Object.assign(this, { name: "ApiError", status, code, detail: problem.detail, errors: problem.errors ?? {}, problem, retryAfter });
  }
}

/** Calls below the site, as `api.get("api/events")`; each resolves with the answer's body, null where it has none. A Blob is sent as it is, all else as JSON. */
export const api = {
  get: (path, options) => bodyOf("GET", path, undefined, options),
  post: (path, body = {}, options) => bodyOf("POST", path, body, options),
  put: (path, body, options) => bodyOf("PUT", path, body, options),
  patch: (path, body, options) => bodyOf("PATCH", path, body, options),
  delete: (path, options) => bodyOf("DELETE", path, undefined, options),
  /** The whole answer: `{ status, body, etag, at }`, with the server's time in milliseconds. */
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
  // The server may have restarted with another key, or ended the session: only a new token tells.
  if (answer.status === 401 && session.user && (await asApiError(session.refresh()))) answer = await call();
  if (!answer.ok) throw new ApiError(await refusalOf(answer));
  return { status: answer.status, body: await readBody(answer, signal), etag: answer.headers.get("ETag"), at: Date.parse(answer.headers.get("Date")) };
}

async function reach(path, request) {
  const limit = AbortSignal.timeout(patience);
  try {
    return await fetch(new URL(path, siteBase), { ...request, signal: request.signal ? AbortSignal.any([request.signal, limit]) : limit });
  } catch {
    throw brokenOff(request.signal);
  }
}

async function readBody(answer, signal) {
  if (answer.status === 204) return null;
  try {
    return await answer.json();
  } catch {
    // Cut off, or the word of something in between.
    throw brokenOff(signal);
  }
}

// Who broke it off wants to hear that, and no failure.
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
