import { callListener } from "./call-listener.js";
import { scoreState } from "./score-state.js";
import { SignInNeededError } from "./sign-in-needed-error.js";
import { withLock } from "./with-lock.js";
import { deviceId } from "./device-id.js";
import { newId } from "./ids.js";
import { cleared, sendDue } from "./outbox-sender.js";
import { OutboxItems } from "./outbox-items.js";
import { isScore } from "./outbox-requests.js";
import { OutboxStore } from "./outbox-store.js";
import { defaultSession, baseUrl } from "./base-url.js";
import { onPageResume } from "./page-resume.js";

/** The tag of the Background Sync event that a service worker may handle. */
export const backgroundSync = "livefeed-outbox";

const afterFault = 2_000;

// Not stored: a page of the version before, which takes every item for a score, is refused without them and writes no empty score.
const noScore = { sets: [], status: "inProgress" };

/** Returns the name of a server's outbox, which its storage, its lock and its channel share. */
export function outboxName(base) {
  return `livefeed:outbox ${new URL(base).pathname}`;
}

/**
 * Opens this browser's outbox, which all its tabs share. livefeed.d.ts describes its members and states.
 *
 * @param {import("../../livefeed.js").OutboxOptions} [options]
 * @returns {Promise<import("../../livefeed.js").Outbox>}
 */
export async function openOutbox({ onChange, onSent, onRecorded, base = baseUrl, session = defaultSession() } = {}) {
  const outbox = new Outbox({ onChange, onSent, onRecorded, base, session });
  await outbox.open();
  return outbox;
}

class Outbox {
  #name;
  #store;
  #session;
  #base;
  #onChange;
  #onSent;
  #onRecorded;
  #channel = null;
  #items = [];
  #reads = 0;
  #shown = 0;
  #latest = 0;
  #timer = 0;
  #sending = null;
  #isWanted = false;
  #closed = new AbortController();
  #connection = new AbortController();

  constructor({ onChange, onSent, onRecorded, base, session }) {
    this.#name = outboxName(base);
    this.#store = new OutboxItems(new OutboxStore(this.#name));
    this.#session = session;
    this.#base = base;
    this.#onChange = onChange;
    this.#onSent = onSent;
    this.#onRecorded = onRecorded;
  }

  async open() {
    const { signal } = this.#closed;
    if ("BroadcastChannel" in globalThis) {
      this.#channel = new BroadcastChannel(this.#name);
      this.#channel.onmessage = () => this.#read();
    }
    this.#session.addEventListener("change", () => this.#session.user && this.#signedIn(), { signal });
    signal.addEventListener("abort", onPageResume((isDoubtful) => this.#wake(isDoubtful)));
    await this.#read();
    // Somebody may have signed in while no page with an outbox was open.
    await this.#resume(({ state }) => state === "sign-in-needed");
  }

  /** All items that aren't acknowledged, in the order of writing. */
  get items() {
    return this.#items;
  }

  /**
   * Stores a score and sends it when possible. Resolves with its item as soon as it is stored, or can't be and is held in memory.
   *
   * @param {import("../../livefeed.js").ScoreState & { eventId: string, matchId: number, occurredAt?: string }} written
   */
  write({ eventId, matchId, occurredAt, ...score }) {
    return this.#add({ eventId, matchId, ...scoreState(score), occurredAt });
  }

  /**
   * Stores an incident likewise.
   *
   * @param {import("../../livefeed.js").IncidentDetails & { eventId: string, matchId: number, occurredAt?: string }} written
   */
  writeIncident({ eventId, matchId, occurredAt, ...incident }) {
    return this.#add({ type: "incident", eventId, matchId, incident, occurredAt });
  }

  /** Stores that an incident is retracted. */
  retractIncident({ eventId, matchId, incidentId }) {
    return this.#add({ type: "retraction", eventId, matchId, incidentId });
  }

  /**
   * Stores what a match's clock shows.
   *
   * @param {import("../../livefeed.js").ClockReading & { eventId: string, matchId: number, occurredAt?: string, correction?: boolean }} written
   */
  writeClock({ eventId, matchId, occurredAt, ...clock }) {
    return this.#add({ type: "clock", eventId, matchId, clock, occurredAt });
  }

  /**
   * Stores a message of a team's room.
   *
   * @param {{ eventId: string, teamId: number, text: string }} written
   */
  writeMessage({ eventId, teamId, text }) {
    return this.#add({ type: "message", eventId, teamId, text });
  }

  /** Tries an item again, once its cause is resolved; the items after it follow. */
  retry(number) {
    return this.#again((item) => item.number === number);
  }

  /**
   * Makes one user's items of an event another's: that of a helper who has come back by another scorer link.
   *
   * @param {{ eventId: string, from: string, to: string }} options
   */
  async handOver({ eventId, from, to }) {
    const items = (await this.#store.all()).filter((item) => item.eventId === eventId && item.userId === from);
    for (const { number } of items) await this.#store.change(number, { ...cleared, userId: to, state: "pending", attempts: 0, retryAt: 0 });
    if (items.length > 0) await this.#changed();
    this.sync();
  }

  /** Discards an item. Nothing else does that. */
  async discard(number) {
    await this.#store.remove(number);
    await this.#changed();
    this.sync();
  }

  /** Sends due items. Resolves when none is left that is due. */
  async sync() {
    this.#isWanted = true;
    if (!this.#closed.signal.aborted) await (this.#sending ??= this.#sendWanted());
  }

  close() {
    this.#closed.abort();
    clearTimeout(this.#timer);
    this.#channel?.close();
    this.#channel = null;
    return this.#store.close();
  }

  async #add({ occurredAt = this.#now(), ...what }) {
    const user = this.#session.user ?? (await this.#session.refresh().catch(() => false), this.#session.user);
    if (!user) throw new SignInNeededError();
    const item = await this.#store.add({
      ...what, userId: user.id, clientUpdateId: newId(), deviceId: deviceId(), occurredAt, state: "pending", attempts: 0, retryAt: 0,
    });
    await this.#changed();
    this.sync();
    askForBackgroundSync();
    return shown(item);
  }

  async #sendWanted() {
    let next;
    do {
      this.#isWanted = false;
      next = await this.#send();
    } while (this.#isWanted && !this.#closed.signal.aborted);
    this.#sending = null;
    clearTimeout(this.#timer);
    if (next < Infinity && !this.#closed.signal.aborted) this.#timer = setTimeout(() => this.sync(), Math.max(next, 50));
  }

  async #send() {
    try {
      return await withLock(this.#name, () => sendDue({
        store: this.#store, session: this.#session, base: this.#base, signal: this.#closed.signal,
        connection: () => this.#connection.signal,
        onChange: () => this.#changed(),
        onSent: (item, score) => callListener(this.#onSent, item, score),
        onRecorded: (item, stored) => callListener(this.#onRecorded, item, stored),
      }));
    } catch {
      // The storage failed, or another tab stole the lock while this one was frozen. The stored items are still there.
      return afterFault;
    }
  }

  /** The network may be back: retries the items that waited for it. Items whose wait the server asked for keep waiting. */
  #wake(isDoubtful) {
    // The response to a request from the address that this device had before will never arrive. A repeat is harmless.
    if (isDoubtful) {
      this.#connection.abort();
      this.#connection = new AbortController();
    }
    this.#resume(({ state, reason }) => state === "pending" && reason === "network");
  }

  #signedIn() {
    const { id } = this.#session.user;
    this.#resume(({ state, userId }) => state === "sign-in-needed" && userId === id);
  }

  /** Tries items again that nobody asked for. If the storage fails, they stay as they are, and the others are sent. */
  async #resume(which) {
    await this.#again(which).catch(() => void this.sync());
  }

  async #again(which) {
    // Read from the storage: the list in memory may be slightly older.
    const items = (await this.#store.all()).filter(which);
    for (const { number } of items) await this.#store.change(number, { ...cleared, state: "pending", attempts: 0, retryAt: 0 });
    if (items.length > 0) await this.#changed();
    this.sync();
  }

  #changed() {
    this.#channel?.postMessage("changed");
    return this.#read();
  }

  async #read() {
    if (this.#closed.signal.aborted) return;
    const read = ++this.#reads;
    const items = (await this.#store.all()).map(shown);
    // Reads can overtake each other: the result of an older read is ignored then.
    if (read < this.#shown || this.#closed.signal.aborted) return;
    this.#shown = read;
    this.#items = items;
    // It must also be later than the score that a stale item met. Otherwise a device whose clock is behind could never write it again.
    for (const { occurredAt, current } of items)
      this.#latest = Math.max(this.#latest, Date.parse(occurredAt), current?.lastUpdated ? Date.parse(current.lastUpdated) : 0);
    callListener(this.#onChange, items);
  }

  /** Returns the device's time, always later than that of the previous write: two points can fall into one millisecond. */
  #now() {
    this.#latest = Math.max(Date.now(), this.#latest + 1);
    return new Date(this.#latest).toISOString();
  }
}

/** Returns an item as those see it who expect a score. */
function shown(item) {
  return isScore(item) ? item : { ...noScore, ...item };
}

/** If there is a service worker and the browser has Background Sync, pending items are sent even after the page is closed. */
async function askForBackgroundSync() {
  try {
    const registration = await navigator.serviceWorker?.getRegistration();
    await registration?.sync?.register(backgroundSync);
  } catch {
    // Not allowed, or not now: the page sends while it is open, and continues at the next visit.
  }
}
