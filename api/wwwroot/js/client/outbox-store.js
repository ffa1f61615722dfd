import { IndexedStore } from "./indexed-store.js";

/** The items that aren't acknowledged yet, in IndexedDB: they survive the page, the browser and an empty battery. */
export class OutboxStore {
  #items;

  constructor(name) {
    this.#items = new IndexedStore(name, { name: "items", keyPath: "number", autoIncrement: true });
  }

  /**
   * Stores a new item and returns it with its number; numbers increase in the order of writing, across all tabs. `earlier` are items with
   * numbers that couldn't be stored before: they are stored with it or not at all.
   */
  add(item, earlier = []) {
    return this.#items.run("readwrite", async (store, settled) => {
      for (const one of earlier) await settled(store.put(one));
      return { ...item, number: await settled(store.add(item)) };
    });
  }

  /** Returns all items, in the order of writing. */
  all() {
    return this.#items.run("readonly", (store, settled) => settled(store.getAll()));
  }

  /** Changes an item, unless it is gone: another tab may have sent it. Returns whether it was there. */
  change(number, changes) {
    return this.#items.run("readwrite", async (store, settled) => {
      const item = await settled(store.get(number));
      if (item) await settled(store.put({ ...item, ...changes }));
      return item !== undefined;
    });
  }

  remove(number) {
    return this.#items.run("readwrite", (store, settled) => settled(store.delete(number)));
  }

  close() {
    return this.#items.close();
  }
}
