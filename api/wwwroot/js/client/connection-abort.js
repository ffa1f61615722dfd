/** Why this client itself ends a connection: the reason of its abort signal. */
export class ConnectionAbort extends Error {
  /**
   * @param code `stopped`: it isn't needed any more; `woken`: it may be dead, so another one is opened; `network`: it is dead, or the network
   * is gone; `silent`: it is behind the feed.
   */
  constructor(code) {
    super(code);
    this.name = "ConnectionAbort";
    this.code = code;
  }
}
