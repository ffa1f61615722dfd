import { EventFeed } from "./event-feed.js";
import { FeedSource } from "./feed-source.js";

/** One event as a tab reads it: by a connection of its own, or from the tab that has one. */
export class EventReader {
  #reading;
  #source;

  /**
   * @param {import("./feed-reading.js").FeedReading} reading
   * @param {{ address: string, query: (more?: any) => string, session: any }} source
   */
  constructor(reading, source) {
    this.#reading = reading;
    this.#source = source;
  }

  /** Returns the connection of the tab that leads. */
  start({ onBatch, onStatus }) {
    const feed = new EventFeed({ ...this.#source, cursor: this.#reading.cursor });
    return new FeedSource({ feed, session: this.#source.session, onBatch, onStatus });
  }

  /** What a tab that doesn't lead asks the one that does. */
  question() {
    return { cursor: this.#reading.cursor };
  }

  answer({ cursor }) {
    return this.#reading.since(cursor);
  }

  apply(batch) {
    this.#reading.apply(batch);
  }

  follow(batch) {
    return this.#reading.follow(batch);
  }
}
