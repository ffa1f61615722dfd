// The store's numbers are whole. In memory each page counts in small steps of its own: two tabs must not give out the same number.
const step = 2 ** -12 * (0.5 + Math.random() / 2);

/**
 * The outbox's items as a page has them: those in the store, and those that the store rejected because it is full or denied. These are
 * in memory, with `isStored` false: they are sent like all others, and lost with the page. They move to the store once it accepts the next.
 */
export class OutboxItems {
  #store;
  #stored = [];
  #inMemory = new Map();
  #latest = 0;

  /** @param {import("./outbox-store.js").OutboxStore} store */
  constructor(store) {
    this.#store = store;
  }

  /** Adds a new item and returns it with its number. Never rejects: if it can't be stored, it is held in memory. */
  async add(item) {
    const earlier = [...this.#inMemory.values()];
    try {
      const added = await this.#store.add(item, earlier);
      for (const one of earlier) if (this.#inMemory.get(one.number) === one) this.#inMemory.delete(one.number);
      this.#latest = Math.max(this.#latest, added.number);
      return { ...added, isStored: true };
    } catch {
      const held = { ...item, number: this.#latest += step, isStored: false };
      this.#inMemory.set(held.number, held);
      return held;
    }
  }

  /** Returns all items, in the order of writing. Never rejects: while the store can't be read, what was read last is still to be sent. */
  async all() {
    await this.#store.all().then((items) => (this.#stored = items), () => {});
    const stored = this.#stored.filter(({ number }) => !this.#inMemory.has(number)).map((item) => ({ ...item, isStored: true }));
    const items = [...stored, ...this.#inMemory.values()].sort((one, other) => one.number - other.number);
    this.#latest = Math.max(this.#latest, items.at(-1)?.number ?? 0);
    return items;
  }

  async change(number, changes) {
    const held = this.#inMemory.get(number);
    if (!held) return this.#store.change(number, changes);
    this.#inMemory.set(number, { ...held, ...changes });
    return true;
  }

  async remove(number) {
    const wasHeld = this.#inMemory.delete(number);
    // It may have moved to the store in the meantime.
    await this.#store.remove(number).catch((error) => {
      if (!wasHeld) throw error;
    });
  }

  close() {
    return this.#store.close();
  }
}
