import { ApiError } from "./api-error.js";
import { baseUrl, defaultSession } from "./base-url.js";
import { holdsBack } from "./classify-response.js";
import { openOutbox } from "./outbox.js";
import { isScore } from "./outbox-requests.js";
import { poll } from "./poll.js";
import { scoreState } from "./score-state.js";

/**
 * Scores of one event, on this device or on the server. livefeed.d.ts describes it.
 *
 * @param {import("../../livefeed.js").StorageOptions} options
 * @returns {import("../../livefeed.js").ScoreStorage}
 */
export function createStorage({ eventId, backend = "server", local = localStorage, base = baseUrl, session = defaultSession() }) {
  return new ScoreStorage({ eventId, backend, local, base, session });
}

class ScoreStorage {
  #eventId;
  #local;
  #base;
  #session;
  #key;
  #outbox = null;
  #closed = new AbortController();

  constructor({ eventId, backend, local, base, session }) {
    this.#eventId = eventId;
    this.backend = backend;
    this.#local = local;
    this.#base = base;
    this.#session = session;
    this.#key = `livefeed:scores ${new URL(base).pathname} ${eventId}`;
  }

  async saveScore({ matchId, ...said }) {
    if (this.backend === "device") {
      const score = { matchId, ...scoreState(said), lastUpdated: new Date().toISOString(), isPending: true };
      this.#store(this.#saved().set(matchId, score));
      return score;
    }
    const outbox = await this.#open();
    return fromItem(await outbox.write({ eventId: this.#eventId, matchId, ...scoreState(said) }));
  }

  async getScore(matchId) {
    return (await this.#scores()).get(matchId);
  }

  async getAllScores() {
    return [...(await this.#scores()).values()];
  }

  async syncPending() {
    const pending = [...this.#saved().values()].filter(({ isPending }) => isPending);
    if (this.backend === "device") return pending.length;
    const outbox = await this.#open();
    for (const score of pending) {
      // With its own time, so that it doesn't replace a later score on the server.
      await outbox.write({ ...score, occurredAt: score.lastUpdated, eventId: this.#eventId });
      const saved = this.#saved();
      // Another tab may have saved a later one meanwhile.
      if (saved.get(score.matchId)?.lastUpdated === score.lastUpdated) this.#store(saved.set(score.matchId, { ...score, isPending: false }));
    }
    await outbox.sync();
    return this.#items(outbox).length;
  }

  async close() {
    this.#closed.abort();
    await (await this.#outbox)?.close();
  }

  async #scores() {
    if (this.backend === "device") return this.#saved();
    const scores = await this.#read();
    // What the server has rejected is no score.
    for (const item of this.#items(await this.#open()).filter(holdsBack)) scores.set(item.matchId, fromItem(item));
    return scores;
  }

  /** Returns the server's scores, and what was saved on the device and isn't sent yet. If the server can't be reached, what was read last stands. */
  async #read() {
    const address = new URL(`api/events/${encodeURIComponent(this.#eventId)}/feed?types=score-update`, this.#base).href;
    const { page, ...end } = await poll(address, 0, this.#closed.signal);
    if (!page && end.status === undefined) return this.#saved();
    if (!page) throw new ApiError(/** @type {Rejection} */ (end));
    const scores = new Map(page.entries.map(fromEntry).map((score) => [score.matchId, score]));
    for (const score of this.#saved().values()) if (score.isPending) scores.set(score.matchId, score);
    this.#store(scores);
    return scores;
  }

  #open() {
    return (this.#outbox ??= openOutbox({ base: this.#base, session: this.#session }));
  }

  #items(outbox) {
    return outbox.items.filter((item) => item.eventId === this.#eventId && isScore(item));
  }

  /** @returns {Map<number, import("../../livefeed.js").SavedScore>} */
  #saved() {
    return new Map(JSON.parse(this.#local.getItem(this.#key) ?? "[]").map((score) => [score.matchId, score]));
  }

  #store(scores) {
    this.#local.setItem(this.#key, JSON.stringify([...scores.values()]));
  }
}

function fromItem(item) {
  return { matchId: item.matchId, ...scoreState(item), lastUpdated: item.occurredAt, isPending: true };
}

/** @param {any} entry */
function fromEntry(entry) {
  return { matchId: entry.matchId, ...scoreState(entry), lastUpdated: entry.lastUpdated, isPending: false };
}
