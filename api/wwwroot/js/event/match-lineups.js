import { api } from "../shared/api.js";
import { problemText } from "../shared/problem-text.js";

/** The line-ups of one match, which the feed doesn't have: it only says that there is another one. */
export class MatchLineups {
  #eventId;
  #onChange;
  #matchId = null;
  #loading = new AbortController();

  /** Those that were given, side 1 first. */
  list = [];

  /** Why they can't be shown, in words; empty if they can. */
  failure = "";

  constructor(eventId, onChange) {
    this.#eventId = eventId;
    this.#onChange = onChange;
  }

  /** Switches to another match. */
  open(matchId) {
    if (matchId === this.#matchId) return;
    this.#matchId = matchId;
    this.list = [];
    this.load();
  }

  take({ type, matchId }) {
    if (type === "lineup-update" && matchId === this.#matchId) this.load();
  }

  async load() {
    if (this.#matchId === null) return;
    this.#loading.abort();
    const { signal } = (this.#loading = new AbortController());
    this.failure = "";
    try {
      const { lineups } = await api.get(`api/events/${encodeURIComponent(this.#eventId)}/matches/${this.#matchId}/lineups`, { signal });
      this.list = lineups;
    } catch (error) {
      if (signal.aborted) return;
      // A match that was taken out of the schedule has none.
      if (error.code === "match_not_found") this.list = [];
      else this.failure = problemText(error);
    }
    if (!signal.aborted) this.#onChange();
  }
}
