/**
 * Adds the format to the entry of an event that was written by a server which had no formats. `GET /api/events/{id}` always has it, and is
 * read once for each version of the event. The rest of the program can rely on `format` from then on.
 */
export class EventFormat {
  #address;
  #session;
  #known = null;
  #asking = false;

  /** @param {{ address: string, session: import("../../livefeed.js").Session }} source The address of the event. */
  constructor({ address, session }) {
    this.#address = address;
    this.#session = session;
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
    this.#known = await this.#read().catch(() => null);
    this.#asking = false;
    // Without a response, the next batch asks again. A newer event has its own format.
    if (!this.#known || state.event?.format || state.event?.version !== this.#known.version) return;
    this.complete(state, onAdded);
    onAdded();
  }

  async #read() {
    const token = this.#session.user ? await this.#session.token() : null;
    const response = await fetch(this.#address, { headers: token ? { Authorization: `Bearer ${token}` } : {}, signal: AbortSignal.timeout(15_000) });
    return response.ok ? response.json() : null;
  }
}
