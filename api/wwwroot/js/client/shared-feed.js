import { isBefore } from "./cursor.js";
import { FeedSource } from "./feed-source.js";
import { newId } from "./ids.js";

const askEvery = 10_000;
const answerWithin = 4_000;

/**
 * One topic for all tabs of a browser: the tab that holds the topic's lock leads, with the only connection, and tells the others over a
 * channel. When it closes, the browser gives the lock to the next, which goes on from the last cursor that it has heard of.
 *
 * A leader can also be frozen, as phones do with what isn't seen, and keep its lock. So whoever is seen asks it from time to time, and
 * takes the lock away when there is no answer. Questions reach a tab whose timers are throttled, which would make its heartbeat stop.
 *
 * Where the browser has no locks or channels, every tab leads, and nobody follows.
 */
export class SharedFeed {
  #name;
  #reading;
  #source;
  #onStatus;
  #me = newId();
  #status = {};
  #channel = null;
  #leading = null;
  #release = null;
  #queued = null;
  #asking = 0;
  #unanswered = 0;
  #hasLeft = false;

  /**
   * @param name The topic: tabs with the same one see the same.
   * @param reading What is known, with `cursor`, `entries` and `apply(batch)`.
   * @param source What a FeedSource needs beside what is told here.
   */
  constructor({ name, reading, source, onStatus }) {
    this.#name = `livefeed:${name}`;
    this.#reading = reading;
    this.#source = source;
    this.#onStatus = onStatus;
    if (!globalThis.navigator?.locks || !("BroadcastChannel" in globalThis)) {
      this.#lead();
      return;
    }

    this.#channel = new BroadcastChannel(this.#name);
    this.#channel.onmessage = ({ data }) => (this.#leading ? this.#answer(data) : this.#hear(data));
    this.#queue();
    this.#ask();
    this.#asking = setInterval(() => document.visibilityState === "visible" && this.#ask(), askEvery);
  }

  leave() {
    this.#hasLeft = true;
    clearInterval(this.#asking);
    this.#queued?.abort();
    this.#stepDown();
    this.#channel?.close();
    this.#release?.();
  }

  wake(isNewNetwork) {
    if (this.#leading) this.#leading.wake(isNewNetwork);
    else this.#ask({ woken: true, isNewNetwork });
  }

  lose() {
    this.#leading?.lose();
  }

  /** Begins anew where it ended: after a sign-in, or because somebody wants to try again. */
  restart() {
    if (this.#leading) this.#lead();
    else this.#channel.postMessage({ kind: "restart" });
  }

  /** Waits for the lock, or takes it away from who holds it and doesn't answer. */
  async #queue(options = {}) {
    this.#queued = new AbortController();
    const how = options.steal ? options : { signal: this.#queued.signal };
    try {
      await navigator.locks.request(this.#name, how, () => {
        if (this.#hasLeft) return undefined;
        this.#lead();
        return new Promise((release) => (this.#release = release));
      });
    } catch {
      // Left, replaced by a theft of one's own, or robbed while leading.
      if (this.#hasLeft || !this.#leading) return;
      this.#stepDown();
      this.#queue();
      this.#ask();
    }
  }

  #lead() {
    this.#stepDown();
    clearTimeout(this.#unanswered);
    this.#unanswered = 0;
    const source = new FeedSource({
      ...this.#source,
      cursor: this.#reading.cursor,
      onBatch: (batch) => {
        // First to the others: what a listener here does with it must not keep it from them.
        this.#channel?.postMessage({ kind: "batch", batch });
        this.#reading.apply(batch);
      },
      onStatus: (status) => {
        this.#channel?.postMessage({ kind: "status", status });
        this.#show(status);
      },
    });
    this.#leading = source;
    source.run();
  }

  #stepDown() {
    clearTimeout(this.#unanswered);
    this.#unanswered = 0;
    this.#leading?.stop();
    this.#leading = null;
  }

  #ask(more = {}) {
    if (this.#leading) return;
    this.#channel.postMessage({ kind: "ask", from: this.#me, cursor: this.#reading.cursor, ...more });
    this.#unanswered ||= setTimeout(() => {
      this.#queued?.abort();
      this.#queue({ steal: true });
    }, answerWithin);
  }

  /** A leader hears what followers want. */
  #answer({ kind, from, cursor, woken, isNewNetwork }) {
    if (kind === "restart") this.#lead();
    if (kind !== "ask") return;
    const known = this.#reading.cursor;
    const state = known && cursor !== known ? { cursor: known, snapshot: true, entries: this.#reading.entries } : null;
    this.#channel.postMessage({ kind: "answer", to: from, status: this.#status, state });
    // A hidden tab doesn't notice that the machine has slept.
    if (woken) this.#leading.wake(isNewNetwork);
  }

  /** A follower hears what the leader tells. */
  #hear({ kind, to, status, batch, state }) {
    if (kind === "ask" || kind === "restart" || (to && to !== this.#me)) return;
    clearTimeout(this.#unanswered);
    this.#unanswered = 0;
    if (status) this.#show(status);
    if (state) this.#follow({ ...state, after: this.#reading.cursor });
    if (batch) this.#follow(batch);
  }

  #follow(batch) {
    const { cursor } = this.#reading;
    // A new leader may have heard less than this tab, and tells again what is known here.
    if (batch.cursor === cursor || isBefore(batch.cursor, cursor)) return;
    if (batch.snapshot || batch.after === cursor) this.#reading.apply(batch);
    else this.#ask();
  }

  #show(status) {
    this.#status = status;
    this.#onStatus(status);
  }
}
