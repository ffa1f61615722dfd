/** Why this client itself ends a connection: the reason of its abort signal. */
export class ConnectionAbort extends Error {
  /**
   * @param code `stopped`: it isn't needed any more; `woken`: it may be dead, so another one is opened; `network`: it is dead, or the network
   * is gone; `silent`: it is behind the feed; `token_expired`: it was opened without a token, and there should be one.
   */
  constructor(code) {
    super(code);
    this.name = "ConnectionAbort";
    this.code = code;
  }
}
