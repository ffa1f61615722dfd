import { api } from "../shared/api.js";
import { problemText } from "../shared/problem-text.js";

const pageSize = 200;

/** The incidents of one match: those that the server has, and then every change as it arrives. */
export class MatchIncidents {
  #eventId;
  #onChange;
  #matchId = null;
  #known = new Map();
  #arrived = new Map();
  #retracted = new Set();
  #isStale = false;
  #loading = new AbortController();

  /** Why they couldn't be read, in words; empty if they could. */
  failure = "";

  isLoading = false;

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
    this.#isStale = false;
    this.failure = "";
    this.load();
  }

  /** Takes an entry of the feed. One that leaves the feed's state because its match is over has happened all the same. */
  take(entry) {
    if (entry.type !== "incident" || entry.matchId !== this.#matchId) return;
    const { id, removed, reason } = entry;
    if (!removed) for (const known of [this.#known, this.#arrived]) known.set(id, entry);
    else if (reason === "retracted") {
      this.#retracted.add(id);
      for (const known of [this.#known, this.#arrived]) known.delete(id);
    }
  }

  /** Reads all of them. What arrives meanwhile counts too. */
  async load() {
    this.#loading.abort();
    const { signal } = (this.#loading = new AbortController());
    this.#arrived = new Map();
    this.isLoading = true;
    // The failure stays until its outcome is known, and so does the button that asked for this.
    if (this.failure) this.#onChange();
    try {
      const read = new Map();
      for (let offset = 0, total = 1; offset < total; ) {
        const page = await api.get(`api/events/${encodeURIComponent(this.#eventId)}/matches/${this.#matchId}/incidents?limit=${pageSize}&offset=${offset}`, { signal });
        total = page.items.length === 0 ? 0 : page.total;
        offset += page.items.length;
        for (const incident of page.items) if (!this.#retracted.has(incident.id)) read.set(incident.id, incident);
      }
      if (signal.aborted) return;
      this.#known = new Map([...read, ...(this.#isStale ? this.#arrived : this.#known)]);
      this.#isStale = false;
      this.failure = "";
    } catch (error) {
      if (signal.aborted) return;
      this.failure = problemText(error);
    }
    this.isLoading = false;
    this.#onChange();
  }

  /** Reads all of them anew: entries were missed, retractions among them. Those that are known stay until then. */
  reload() {
    if (this.#matchId === null) return;
    this.#isStale = true;
    this.load();
  }
}
