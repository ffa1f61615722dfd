/** What a feed has told so far: the latest entry of every key. It grows with the event's matches, not with what happens in them. */
export class FeedState {
  #entries = new Map();

  /** Takes a batch: a snapshot takes the place of everything, an entry that of the one with its key. */
  apply({ snapshot, entries }) {
    if (snapshot) this.#entries.clear();
    for (const entry of entries) {
      if (entry.removed) this.#entries.delete(entry.key);
      else if (entry.key) this.#entries.set(entry.key, entry);
    }
  }

  get entries() {
    return [...this.#entries.values()];
  }

  /** The latest entry of a key, such as score/17. */
  get(key) {
    return this.#entries.get(key);
  }

  /** The event itself; undefined until it is known. */
  get event() {
    return this.#entries.get("event");
  }

  /** Every match with what is known of it. */
  get matches() {
    return this.entries
      .filter((entry) => entry.type === "match-update")
      .map((match) => ({ match, score: this.get(`score/${match.id}`), claim: this.get(`claim/${match.id}`) }));
  }
}
