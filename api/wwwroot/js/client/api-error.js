/** An error response of the server, or of an intermediary before it. */
export class ApiError extends Error {
  /** @param {Rejection} response */
  constructor({ status, code, problem, retryAfter }) {
    super(problem.detail ?? code ?? `HTTP ${status}`);
    this.name = "ApiError";
    /** The HTTP status. */
    this.status = status;
    /** The API's code for what went wrong; `http_502` and the like if the response came from an intermediary. */
    this.code = code ?? `http_${status}`;
    /** The problem document; empty if the response came from an intermediary. */
    this.problem = problem;
    /** For how many milliseconds the server asks clients to wait; 0 if it doesn't. */
    this.retryAfter = retryAfter;
  }

  /** The server's explanation; undefined if it gave none. */
  get detail() {
    return this.problem.detail;
  }

  /** Maps the name of a member of the request to its errors. */
  get errors() {
    return this.problem.errors ?? {};
  }

  /** Whether the server itself responded. Otherwise it has decided nothing, whatever the status says. */
  get isFromServer() {
    return this.problem.code !== undefined;
  }
}
