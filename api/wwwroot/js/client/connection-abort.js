/** Why this client itself ends a connection: the reason of its abort signal. */
export class ConnectionAbort extends Error {
  /** @param code `stopped`: it isn't needed any more; `woken`: it may be dead, so another one is opened; `network`: the network is gone. */
  constructor(code) {
    super(code);
    this.name = "ConnectionAbort";
    this.code = code;
  }
}
