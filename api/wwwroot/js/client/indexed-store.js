/** One object store in its own IndexedDB database. */
export class IndexedStore {
  #name;
  #objects;
  #opened = null;

  /** @param objects The object store's `{ name, ...options }`. */
  constructor(name, objects) {
    this.#name = name;
    this.#objects = objects;
  }

  async close() {
    (await this.#opened?.catch(() => null))?.close();
    this.#opened = null;
  }

  /**
   * Runs work on the object store in one transaction, and resolves once the transaction is on the disk. Browsers end connections without
   * an event, as on phones while the page is in the background. So after a failure the database is opened anew, and the work runs once
   * more: it must tolerate that.
   */
  async run(mode, work) {
    const opened = (this.#opened ??= this.#open());
    try {
      return await this.#runOn(opened, mode, work);
    } catch {
      this.#forget(opened);
      return this.#runOn((this.#opened ??= this.#open()), mode, work);
    }
  }

  async #runOn(opened, mode, work) {
    // Strict: a point that was shown as stored must survive a power cut.
    const transaction = (await opened).transaction(this.#objects.name, mode, { durability: "strict" });
    const done = new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error ?? new DOMException("The browser's storage rejected this.", "AbortError"));
    });
    const [result] = await Promise.all([work(transaction.objectStore(this.#objects.name), settled), done]);
    return result;
  }

  #open() {
    const { name, ...options } = this.#objects;
    const opening = new Promise((resolve, reject) => {
      const request = indexedDB.open(this.#name, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(name, options);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    // Open it again at the next use if the browser closed it, another tab wants to change it, or opening failed.
    const forget = () => this.#forget(opening);
    opening.then((database) => {
      database.onclose = database.onversionchange = forget;
    }, forget);
    return opening;
  }

  #forget(opened) {
    if (this.#opened === opened) this.#opened = null;
    opened.then((database) => database.close(), () => {});
  }
}

function settled(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
