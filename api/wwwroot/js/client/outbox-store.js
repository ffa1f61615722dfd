/** What isn't acknowledged yet, in IndexedDB: it outlives the page, the browser and the battery. */
export class OutboxStore {
  #name;
  #opened = null;

  constructor(name) {
    this.#name = name;
  }

  /** Keeps a new item and returns it with its number; numbers grow in the order of writing, over all tabs. */
  add(item) {
    return this.#run("readwrite", async (store, asked) => ({ ...item, number: await asked(store.add(item)) }));
  }

  /** Everything, in the order of writing. */
  all() {
    return this.#run("readonly", (store, asked) => asked(store.getAll()));
  }

  /** Changes an item, unless it is gone: another tab may have heard of its end. Tells whether it was there. */
  change(number, changes) {
    return this.#run("readwrite", async (store, asked) => {
      const item = await asked(store.get(number));
      if (item) await asked(store.put({ ...item, ...changes }));
      return item !== undefined;
    });
  }

  remove(number) {
    return this.#run("readwrite", (store, asked) => asked(store.delete(number)));
  }

  async close() {
    (await this.#opened?.catch(() => null))?.close();
    this.#opened = null;
  }

  async #run(mode, work) {
    const database = await (this.#opened ??= this.#open());
    // Strict: a point that was shown as kept must not be lost with the power.
    const transaction = database.transaction("items", mode, { durability: "strict" });
    const done = new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error ?? new DOMException("The storage refused.", "AbortError"));
    });
    const [result] = await Promise.all([work(transaction.objectStore("items"), settled), done]);
    return result;
  }

  #open() {
    const opening = new Promise((resolve, reject) => {
      const request = indexedDB.open(this.#name, 1);
      request.onupgradeneeded = () => request.result.createObjectStore("items", { keyPath: "number", autoIncrement: true });
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    // The next use opens it again where the browser closed it, another tab wants to change it, or it could not be opened.
    const forget = () => (this.#opened = null);
    opening.then((database) => {
      database.onclose = forget;
      database.onversionchange = () => (database.close(), forget());
    }, forget);
    return opening;
  }
}

function settled(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
