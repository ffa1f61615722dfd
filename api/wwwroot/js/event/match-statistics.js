import { api } from "../shared/api.js";

/** The statistics of one match: those of the feed, and once they are no part of its state any more, those that the server has. */
export class MatchStatistics {
  #eventId;
  #onChange;
  #matchId = null;
  #read = null;
  #isAsked = false;

  constructor(eventId, onChange) {
    this.#eventId = eventId;
    this.#onChange = onChange;
  }

  /** Switches to another match. */
  open(matchId) {
    if (matchId === this.#matchId) return;
    this.#matchId = matchId;
    this.#read = null;
    this.#isAsked = false;
  }

  /** @param isFinished Whether nothing more of them comes with the feed. */
  of(state, isFinished) {
    const current = state.get(`statistics/${this.#matchId}`);
    if (!current && isFinished && !this.#isAsked) this.#load();
    return current ?? this.#read;
  }

  async #load() {
    this.#isAsked = true;
    const matchId = this.#matchId;
    try {
      const read = await api.get(`api/events/${encodeURIComponent(this.#eventId)}/statistics/${matchId}`);
      if (matchId !== this.#matchId) return;
      this.#read = read;
      this.#onChange();
    } catch (error) {
      // They are an extra: the incidents, which come from the same server, say what is wrong with it.
      console.info("No statistics:", error.code ?? error.message);
    }
  }
}
