import { api } from "../shared/api.js";
import { problemText } from "../shared/problem-text.js";

const pageSize = 200;

/** The incidents of one match: those that the server has, and then every change as it arrives. */
export class MatchIncidents {
  #eventId;
  #onChange;
  #matchId = null;
  #known = new Map();
  #retracted = new Set();
  #loading = new AbortController();

  /** Why they can't be shown, in words; empty if they can. */
  failure = "";

  constructor(eventId, onChange) {
    this.#eventId = eventId;
    this.#onChange = onChange;
  }

  /** In the order in which they happened, as far as somebody has said it; otherwise as they were recorded. */
  get list() {
    const all = [...this.#known.values()];
    const byTime = (one, other) => Date.parse(one.occurredAt) - Date.parse(other.occurredAt);
    if (all.some(({ minute }) => minute === undefined)) return all.sort(byTime);
    return all.sort((one, other) => (one.period ?? 0) - (other.period ?? 0) || one.minute - other.minute || (one.added ?? 0) - (other.added ?? 0) || byTime(one, other));
  }

  /** Switches to another match. */
  open(matchId) {
    if (matchId === this.#matchId) return;
    this.#matchId = matchId;
    this.#known = new Map();
    this.#retracted = new Set();
    this.load();
  }

  /** Takes an entry of the feed. One that leaves the feed's state because its match is over has happened all the same. */
  take(entry) {
    if (entry.type !== "incident" || entry.matchId !== this.#matchId) return;
    const { id, removed, reason } = entry;
    if (!removed) this.#known.set(id, entry);
    else if (reason === "retracted") {
      this.#retracted.add(id);
      this.#known.delete(id);
    }
  }

  /** Reads all of them. What arrives meanwhile counts too. */
  async load() {
    this.#loading.abort();
    const { signal } = (this.#loading = new AbortController());
    this.failure = "";
    try {
      const read = new Map();
      for (let offset = 0, total = 1; offset < total; ) {
        const page = await api.get(`api/events/${encodeURIComponent(this.#eventId)}/matches/${this.#matchId}/incidents?limit=${pageSize}&offset=${offset}`, { signal });
        total = page.items.length === 0 ? 0 : page.total;
        offset += page.items.length;
        for (const incident of page.items) if (!this.#retracted.has(incident.id)) read.set(incident.id, incident);
      }
      this.#known = new Map([...read, ...this.#known]);
    } catch (error) {
      if (signal.aborted) return;
      this.failure = problemText(error);
    }
    if (!signal.aborted) this.#onChange();
  }

  /** Reads all of them anew: entries were missed, retractions among them. */
  reload() {
    if (this.#matchId === null) return;
    this.#known = new Map();
    this.load();
  }
}
