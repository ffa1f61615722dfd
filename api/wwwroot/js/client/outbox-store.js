import { IndexedStore } from "./indexed-store.js";

/** What isn't acknowledged yet, in IndexedDB: it outlives the page, the browser and the battery. */
export class OutboxStore {
  #items;

  constructor(name) {
    this.#items = new IndexedStore(name, { name: "items", keyPath: "number", autoIncrement: true });
  }

  /** Keeps a new item and returns it with its number; numbers grow in the order of writing, over all tabs. */
  add(item) {
    return this.#items.run("readwrite", async (store, asked) => ({ ...item, number: await asked(store.add(item)) }));
  }

  /** Everything, in the order of writing. */
  all() {
    return this.#items.run("readonly", (store, asked) => asked(store.getAll()));
  }

  /** Changes an item, unless it is gone: another tab may have heard of its end. Tells whether it was there. */
  change(number, changes) {
    return this.#items.run("readwrite", async (store, asked) => {
      const item = await asked(store.get(number));
      if (item) await asked(store.put({ ...item, ...changes }));
      return item !== undefined;
    });
  }

  remove(number) {
    return this.#items.run("readwrite", (store, asked) => asked(store.delete(number)));
  }

  close() {
    return this.#items.close();
  }
}
