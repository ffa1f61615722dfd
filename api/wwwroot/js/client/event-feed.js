/**
 * The feed of one event, as a FeedSource follows it: the addresses to read, and how far it has been read. What is read is passed on as batches
 * `{ after, cursor, snapshot, reset, entries }`, each of which begins at the end of the previous one.
 */
export class EventFeed {
  #address;
  #query;
  #cursor;
  #isOver = false;

  constructor({ address, query, cursor }) {
    this.#address = address;
    this.#query = query;
    this.#cursor = cursor;
  }

  get cursor() {
    return this.#cursor;
  }

  /** Whether nothing is yet to come, once everything has been read. */
  get isOver() {
    return this.#isOver;
  }

  /** Whether there is nothing to read. */
  get isEmpty() {
    return false;
  }

  streamAddress() {
    return `${this.#address}/stream${this.#query()}`;
  }

  pageAddress(wait) {
    return `${this.#address}/feed${this.#query({ after: this.#cursor, wait })}`;
  }

  /** Takes a message of the stream. */
  readMessage(cursor, message) {
    const isSnapshot = message.type === "snapshot";
    return [this.#advance(cursor, isSnapshot, message.reset, isSnapshot ? message.entries : [message])];
  }

  /** Takes a page of a poll. */
  readPage({ cursor, reset, entries }) {
    return cursor === this.#cursor ? [] : [this.#advance(cursor, !this.#cursor || reset !== undefined, reset, entries)];
  }

  #advance(cursor, snapshot, reset, entries) {
    const after = this.#cursor;
    this.#cursor = cursor;
    for (const entry of entries)
      if (entry.key === "event") this.#isOver = entry.archived === true;
    return { after, cursor, snapshot, reset, entries };
  }
}
