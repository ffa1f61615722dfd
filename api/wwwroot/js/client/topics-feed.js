/**
 * Several topics on one connection, as a FeedSource follows them. What is read is passed on as batches of one topic each: those of an EventFeed, with
 * the `topic` and its `tag`; or `{ topic, closed }` with the code for which nothing of it is sent any more; or `{ topic, signal }`.
 */
export class TopicsFeed {
  #base;
  #topics = new Map();

  /** @param {string} base The address at which LiveFeed is served. */
  constructor(base) {
    this.#base = base;
  }

  /** The joined cursor, as the server sorts it. */
  get cursor() {
    const known = [...this.#topics.values()].filter(({ cursor }) => cursor);
    return known.map(({ tag, cursor }) => `${tag}:${cursor}`).sort().join("~");
  }

  /** Whether there is nothing to read: every topic was closed. */
  get isEmpty() {
    return this.#topics.size === 0;
  }

  /** Whether nothing is yet to come. */
  get isOver() {
    return this.isEmpty;
  }

  /** The topics that it follows, as their paths with their filters. */
  get keys() {
    return [...this.#topics.values()].map(({ key }) => key);
  }

  /** How many characters its topics take in an address. */
  get length() {
    return this.#query().length;
  }

  has(path) {
    return this.#topics.has(path);
  }

  /** @param {{ key: string, path: string, tag?: string, cursor: string }} topic Where to go on with it. */
  add(topic) {
    this.#topics.set(topic.path, topic);
  }

  remove(path) {
    this.#topics.delete(path);
  }

  streamAddress() {
    return `${this.#base}api/stream?${this.#query()}`;
  }

  pageAddress(wait) {
    const { cursor } = this;
    return `${this.#base}api/feed?${this.#query()}${cursor ? `&after=${encodeURIComponent(cursor)}` : ""}${wait ? `&wait=${wait}` : ""}`;
  }

  /** Takes a message of the stream. */
  readMessage(id, message, event) {
    if (event) return this.#close(message.topic, message.code);
    const followed = this.#topics.get(message.topic);
    // A signal has no id of its own, and no place in the feed.
    if (isSignal(message)) return followed ? [{ topic: followed.key, signal: message }] : [];
    const isSnapshot = message.type === "snapshot";
    return this.#advance(message.topic, id, isSnapshot, message.reset, isSnapshot ? message.entries : [message], message.tag);
  }

  /** Takes a page of a poll. */
  readPage({ cursor, topics = [] }) {
    return topics.flatMap(({ topic, tag, closed, reset, more, entries }) => {
      if (closed) return this.#close(topic, closed);
      const isNew = !this.#topics.get(topic)?.cursor;
      const batches = this.#advance(topic, cursor, isNew || reset !== undefined, reset, entries, tag);
      // A stream says so by itself.
      const isOver = !more && entries.findLast(({ key }) => key === "event")?.archived === true;
      return isOver ? [...batches, ...this.#close(topic, "event_archived")] : batches;
    });
  }

  #advance(path, joined, snapshot, reset, entries, tag) {
    const topic = this.#topics.get(path);
    // It was given up meanwhile.
    if (!topic) return [];
    topic.tag ??= tag;
    const after = topic.cursor;
    topic.cursor = joined.split("~").find((part) => part.startsWith(`${topic.tag}:`))?.slice(topic.tag.length + 1) ?? after;
    if (topic.cursor === after) return [];
    return [{ topic: topic.key, tag: topic.tag, after, cursor: topic.cursor, snapshot, reset, entries }];
  }

  #close(path, code) {
    const topic = this.#topics.get(path);
    this.#topics.delete(path);
    return topic ? [{ topic: topic.key, closed: code }] : [];
  }

  #query() {
    return [...this.#topics.values()].map(({ key }) => `topic=${encodeURIComponent(key)}`).join("&");
  }
}

/** Returns whether a message tells of something that passes, such as who is typing, beside the feed. */
function isSignal({ type }) {
  return type === "presence" || type === "typing";
}
