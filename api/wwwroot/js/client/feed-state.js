/** What a feed has told so far: the latest entry of every key. It grows with the event's matches, not with what happens in them. */
export class FeedState {
  #entries = new Map();
  #matches = new Map();
  #list = null;

  /** Takes a batch: a snapshot takes the place of everything, an entry that of the one with its key. */
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

  /** Every match with what is known of it. What didn't change is the same object as before: a page need only look at the others. */
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
