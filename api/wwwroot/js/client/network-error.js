/** There was no response, or not all of it: the server can't be reached now. */
export class NetworkError extends Error {
  code = "network";

  /** @param cause What the browser threw. */
  constructor(cause) {
    super("The server can't be reached.", { cause });
    this.name = "NetworkError";
  }
}
