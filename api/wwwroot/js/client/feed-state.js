/** The state of a feed: the latest entry of every key. Its size depends on the number of matches, not on the number of changes. */
export class FeedState {
  #entries = new Map();
  #matches = new Map();
  #list = null;

  /** Applies a batch: a snapshot replaces everything, an entry replaces the one with the same key. */
  apply({ snapshot, entries }) {
    if (snapshot) {
      this.#entries.clear();
      this.#matches.clear();
      this.#list = null;
    }
    for (const entry of entries) {
      if (entry.removed) this.#entries.delete(entry.key);
      else if (entry.key) this.#entries.set(entry.key, entry);
      if (entry.key) this.#gather(entry.key);
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

  /**
   * Every match with its score and claim. A match that didn't change is the same object as before, so a page only has to look at the
   * others.
   */
  get matches() {
    return (this.#list ??= [...this.#matches.values()]);
  }

  #gather(key) {
    const [kind, id] = key.split("/");
    if (kind !== "match" && kind !== "score" && kind !== "claim") return;
    const match = this.get(`match/${id}`);
    if (match) this.#matches.set(id, { match, score: this.get(`score/${id}`), claim: this.get(`claim/${id}`) });
    else if (!this.#matches.delete(id)) return;
    this.#list = null;
  }
}
