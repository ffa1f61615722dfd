import { claimFault } from "./claim-text.js";

const pauseAfterFault = 5_000;

/** Renews the claim of the scored match well before its end, as long as the page is open. */
export class Renewal {
  #session;
  #matchId;
  #next = 0;
  #asking = null;

  constructor(session, matchId) {
    this.#session = session;
    this.#matchId = matchId;
  }

  tick() {
    const { mode, left, lease } = this.#session.claims.of(this.#matchId);
    const isOver = this.#session.score(this.#matchId).status === "final";
    if (mode === "mine" && !isOver && left < lease / 2 && performance.now() >= this.#next) this.now({ isQuiet: true });
  }

  /** Claims or renews at once. Resolves with the reason if that failed, or with an empty text. */
  now({ isQuiet = false } = {}) {
    return (this.#asking ??= this.#ask(isQuiet).finally(() => { this.#asking = null; }));
  }

  async #ask(isQuiet) {
    try {
      await this.#session.claims.take(this.#matchId, { isQuiet });
      return "";
    } catch (error) {
      this.#next = performance.now() + pauseAfterFault;
      return claimFault(error);
    } finally {
      this.#session.dispatchEvent(new Event("change"));
    }
  }
}
