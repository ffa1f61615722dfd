import { newId } from "./ids.js";
import { hasTabs, isHidden } from "./page-resume.js";
import { knowsServerTime, learnServerTime, serverNow } from "./server-time.js";

const askEvery = 10_000;
const answerWithin = 4_000;

/**
 * One connection for all tabs of a browser. The tab that holds its lock leads: it has the only connection and publishes to the other
 * tabs over a channel. When it closes, the browser gives the lock to the next tab, which resumes from the last cursor it has received.
 *
 * A leader can also be frozen, as phones do with hidden pages, and keep its lock. So visible tabs ask it from time to time, and steal the
 * lock if there is no response. Messages reach a tab whose timers are throttled; such a tab's own heartbeat would stop.
 *
 * Over plain HTTP browsers have no locks: channel-locks.js stands in for them. If a browser has no channels, every tab leads and none follows;
 * so does a program that is no page.
 */
export class SharedFeed {
  #name;
  #reader;
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
   * @param {{ name: string, reader: any, onStatus: (status: any) => void }} options `name`: tabs with the same name share the connection.
   * `reader`: what this tab reads, an EventReader or a TopicsReader.
   */
  constructor({ name, reader, onStatus }) {
    this.#name = `livefeed:${name}`;
    this.#reader = reader;
    this.#onStatus = onStatus;
    if (!hasTabs) {
      this.#lead();
      return;
    }

    this.#channel = new BroadcastChannel(this.#name);
    this.#channel.onmessage = ({ data }) => (this.#leading ? this.#answer(data) : this.#hear(data));
    this.#queue();
    this.#ask();
    this.#asking = setInterval(() => {
      if (this.#leading) this.#reader.forgetAbsent?.();
      else if (!isHidden()) this.#ask();
    }, askEvery);
  }

  leave() {
    this.#hasLeft = true;
    clearInterval(this.#asking);
    this.#queued?.abort();
    this.#stepDown();
    this.#channel?.close();
    this.#release?.();
  }

  wake(isDoubtful) {
    if (this.#leading) this.#leading.wake(isDoubtful);
    else this.#ask({ woken: true, isDoubtful });
  }

  lose() {
    this.#leading?.lose();
  }

  /** This tab reads something else than before. */
  change() {
    if (this.#leading) this.#reader.changed();
    else this.#ask();
  }

  /** Whether a part of what this tab reads waits for a user. */
  get needsUser() {
    return this.#reader.needsUser === true;
  }

  /** Starts the feed again after it ended: after a sign-in, or because the user wants to retry. */
  restart() {
    if (this.#leading) this.#lead();
    else this.#channel.postMessage({ kind: "restart" });
  }

  /** Waits for the lock, or steals it from a holder that doesn't respond. */
  async #queue(options = {}) {
    this.#queued = new AbortController();
    const how = options.steal ? options : { signal: this.#queued.signal };
    try {
      const locks = navigator.locks ?? (await import("./channel-locks.js"));
      await locks.request(this.#name, how, () => {
        if (this.#hasLeft) return undefined;
        this.#lead();
        return new Promise((release) => (this.#release = release));
      });
    } catch {
      // This tab left, stopped waiting in order to steal the lock, or lost the lock while leading.
      if (this.#hasLeft || !this.#leading) return;
      this.#stepDown();
      this.#reader.lost?.();
      this.#queue();
      this.#ask();
    }
  }

  #lead() {
    this.#stepDown();
    clearTimeout(this.#unanswered);
    this.#unanswered = 0;
    const source = this.#reader.start({
      onBatch: (batch) => {
        // Publish to the other tabs first, so that a listener here can't keep them from receiving it.
        this.#channel?.postMessage({ kind: "batch", batch });
        this.#reader.apply(batch);
      },
      onStatus: (status) => {
        this.#channel?.postMessage({ kind: "status", status });
        this.#show(status);
      },
    });
    this.#leading = source;
    source.run();
    // Whoever doesn't lead says what it reads.
    this.#channel?.postMessage({ kind: "leading" });
  }

  #stepDown() {
    clearTimeout(this.#unanswered);
    this.#unanswered = 0;
    this.#leading?.stop();
    this.#leading = null;
  }

  #ask(more = {}) {
    if (this.#leading) return;
    const question = this.#reader.question();
    // Whoever reads nothing needs no response.
    if (!question) return;
    this.#channel.postMessage({ kind: "ask", from: this.#me, ...question, ...more });
    this.#unanswered ||= setTimeout(() => {
      this.#queued?.abort();
      this.#queue({ steal: true });
    }, answerWithin);
  }

  /** The leader handles a follower's message. */
  #answer({ kind, from, woken, isDoubtful, ...question }) {
    if (kind === "restart") this.#lead();
    if (kind === "have") this.#reader.adopt(question.state);
    if (kind !== "ask") return;
    const state = this.#reader.answer(question);
    const now = knowsServerTime() ? new Date(serverNow()).toISOString() : null;
    this.#channel.postMessage({ kind: "answer", to: from, status: this.#status, state, now });
    // A hidden tab doesn't notice that the machine was asleep.
    if (woken) this.#leading.wake(isDoubtful);
  }

  /** A follower handles a message of the leader. */
  #hear({ kind, to, status, batch, state, now }) {
    if (kind === "ask" || kind === "restart" || kind === "have" || (to && to !== this.#me)) return;
    clearTimeout(this.#unanswered);
    this.#unanswered = 0;
    // Followers have no connection of their own.
    learnServerTime(now);
    if (status) this.#show(status);
    if (kind === "leading") this.#ask();
    if (state?.wanted?.length > 0) this.#give(state.wanted);
    if (state) this.#follow(state);
    if (batch) this.#follow(batch);
  }

  #give(wanted) {
    const state = this.#reader.give(wanted);
    if (state) this.#channel.postMessage({ kind: "have", state });
  }

  #follow(batch) {
    if (!this.#reader.follow(batch)) this.#ask();
  }

  #show(status) {
    this.#status = status;
    this.#onStatus(status);
  }
}
