import { api } from "../shared/api.js";
import { problemText } from "../shared/problem-text.js";

/** The line-ups of one match, which the feed doesn't have: it only says that there is another one. */
export class MatchLineups {
  #eventId;
  #onChange;
  #matchId = null;
  #loading = new AbortController();

  /** Those that were given, side 1 first: as they were read last, also after a failure. */
  list = [];

  /** Why they couldn't be read, in words; empty if they could. */
  failure = "";

  isLoading = false;

  constructor(eventId, onChange) {
    this.#eventId = eventId;
    this.#onChange = onChange;
  }

  /** Switches to another match. */
  open(matchId) {
    if (matchId === this.#matchId) return;
    this.#matchId = matchId;
    this.list = [];
    this.failure = "";
    this.load();
  }

  take({ type, matchId }) {
    if (type === "lineup-update" && matchId === this.#matchId) this.load();
  }

  async load() {
    if (this.#matchId === null) return;
    this.#loading.abort();
    const { signal } = (this.#loading = new AbortController());
    this.isLoading = true;
    // The failure stays until its outcome is known, and so does the button that asked for this.
    if (this.failure) this.#onChange();
    try {
      const { lineups } = await api.get(`api/events/${encodeURIComponent(this.#eventId)}/matches/${this.#matchId}/lineups`, { signal });
      if (signal.aborted) return;
      this.list = lineups;
      this.failure = "";
    } catch (error) {
      if (signal.aborted) return;
      // A match that was taken out of the schedule has none.
      const isGone = error.code === "match_not_found";
      if (isGone) this.list = [];
      this.failure = isGone ? "" : problemText(error);
    }
    this.isLoading = false;
    this.#onChange();
  }
}
