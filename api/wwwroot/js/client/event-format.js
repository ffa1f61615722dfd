import { Backoff, pause } from "./backoff.js";

/**
 * Adds the format to the entry of an event that was written by a server which had no formats. `GET /api/events/{id}` always has it, and is
 * read once for each version of the event. Until then, usually for a moment, such an event has no `format`.
 */
export class EventFormat {
  #address;
  #session;
  #signal;
  #known = null;
  #asking = false;
  #again = new Backoff(1_000, 30_000);

  /** @param {{ address: string, session: import("../../livefeed.js").Session }} source The address of the event. */
  constructor({ address, session }, signal = new AbortController().signal) {
    this.#address = address;
    this.#session = session;
    this.#signal = signal;
  }

  /** Adds the format if it is missing. Calls `onAdded` if it could only be added later. */
  complete(state, onAdded) {
    const { event } = state;
    if (!event || event.format) return;
    if (this.#known?.version === event.version) state.apply({ entries: [{ ...event, format: this.#known.format }] });
    else this.#ask(state, onAdded);
  }

  async #ask(state, onAdded) {
    if (this.#asking) return;
    this.#asking = true;
    // A newer event has its own format.
    while (isMissing(state.event, this.#known) && !this.#signal.aborted) {
      this.#known = (await this.#read().catch(() => null)) ?? this.#known;
      if (isMissing(state.event, this.#known)) await pause(this.#again.next(), this.#signal);
    }
    this.#asking = false;
    this.#again.reset();
    if (this.#signal.aborted || !state.event || state.event.format) return;
    this.complete(state, onAdded);
    onAdded();
  }

  async #read() {
    const token = this.#session.user ? await this.#session.token() : null;
    const signal = AbortSignal.any([this.#signal, AbortSignal.timeout(15_000)]);
    const response = await fetch(this.#address, { headers: token ? { Authorization: `Bearer ${token}` } : {}, signal });
    return response.ok ? response.json() : null;
  }
}

function isMissing(event, known) {
  return event && !event.format && known?.version !== event.version;
}
