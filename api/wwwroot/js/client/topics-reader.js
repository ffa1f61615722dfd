import { FeedReading } from "./feed-reading.js";
import { pathOf, TopicSources } from "./topic-sources.js";

// Longer than a hidden tab, which doesn't ask, stays.
const absentAfter = 90_000;

/** Several topics as a tab reads them: by a connection of its own, which other tabs' topics are on too, or from the tab that has it. */
export class TopicsReader {
  #own;
  #source;
  #onClosed;
  /** When other tabs have last asked for each topic. */
  #asked = new Map();
  /** All that the connection follows, while this tab leads. @type {Map<string, FeedReading>} */
  #followed = new Map();
  #sources = null;

  /**
   * @param {Map<string, FeedReading>} own What this tab reads, by topics with their filters. Its owner may change it, and calls `changed`.
   * @param {{ base: string, session: any }} source
   * @param {(topic: string, code: string) => void} onClosed
   */
  constructor(own, source, onClosed) {
    this.#own = own;
    this.#source = source;
    this.#onClosed = onClosed;
  }

  /** Returns the connection of the tab that leads. */
  start({ onBatch, onStatus }) {
    this.#sources = new TopicSources({ ...this.#source, onBatch, onStatus });
    for (const reading of [...this.#own.values(), ...this.#followed.values()]) reading.closed = undefined;
    for (const [key, reading] of this.#own) this.#followed.set(key, reading.copy());
    this.changed();
    return this.#sources;
  }

  /** This tab or others read other topics than before. */
  changed() {
    const wanted = new Set([...this.#own.keys(), ...this.#asked.keys()]);
    for (const key of this.#followed.keys()) if (!wanted.has(key)) this.#followed.delete(key);
    for (const key of wanted) {
      const known = this.#followed.get(key)?.since("");
      if (!this.#followed.has(key)) this.#followed.set(key, new FeedReading());
      else if (known && this.#own.get(key)?.cursor === "") this.#own.get(key).follow({ ...known, tag: this.#followed.get(key).tag });
    }
    const open = [...this.#followed].filter(([, { closed }]) => !closed);
    this.#sources.follow(open.map(([key, { tag, cursor }]) => ({ key, path: pathOf(key), tag, cursor })));
  }

  /** What a tab that doesn't lead asks the one that does. */
  questions() {
    return [...this.#own].map(([topic, { cursor }]) => ({ topic, cursor }));
  }

  answer({ topic, cursor }) {
    const reading = this.#followed.get(topic);
    // Whoever asks followed another leader. This one goes on from there.
    if (!reading && cursor) return { topic, wanted: true };
    this.#asked.set(topic, performance.now());
    if (!reading) this.changed();
    else if (reading.closed) return { topic, closed: reading.closed };
    const state = reading?.since(cursor);
    return state ? { ...state, topic, tag: reading.tag } : null;
  }

  /** What this tab has of a topic, for a leader that has none of it. */
  give({ topic }) {
    const reading = this.#own.get(topic);
    const state = reading?.since("");
    return state ? { ...state, topic, tag: reading.tag } : null;
  }

  /** Goes on with a topic where another tab is. */
  adopt(state) {
    this.#asked.set(state.topic, performance.now());
    if (this.#followed.has(state.topic)) return;
    const reading = new FeedReading();
    reading.apply(state);
    this.#followed.set(state.topic, reading);
    this.changed();
  }

  /** Gives up the topics of tabs that have gone. */
  forgetAbsent() {
    const before = this.#asked.size;
    for (const [key, askedAt] of this.#asked) if (performance.now() - askedAt > absentAfter) this.#asked.delete(key);
    if (this.#asked.size < before) this.changed();
  }

  apply(batch) {
    this.#followed.get(batch.topic)?.apply(batch);
    const reading = this.#own.get(batch.topic);
    if (reading) this.#take(reading, batch, () => reading.apply(batch));
  }

  follow(batch) {
    const reading = this.#own.get(batch.topic);
    return !reading || this.#take(reading, batch, () => reading.follow(batch));
  }

  #take(reading, { topic, closed }, apply) {
    if (closed) {
      if (reading.closed !== closed) this.#onClosed(topic, closed);
      reading.closed = closed;
      return true;
    }
    reading.closed = undefined;
    return apply();
  }
}
