import { FeedReading } from "./feed-reading.js";
import { pathOf, TopicSources } from "./topic-sources.js";

// Longer than a hidden tab, which doesn't ask, stays.
const absentAfter = 90_000;

/** Several topics as a tab reads them: by a connection of its own, which other tabs' topics are on too, or from the tab that has it. */
export class TopicsReader {
  #own;
  #source;
  #onClosed;
  #onSignal;
  /** When other tabs have last asked for each topic. */
  #asked = new Map();
  /** All that the connection follows, while this tab leads. @type {Map<string, FeedReading>} */
  #followed = new Map();
  #sources = null;

  /**
   * @param {Map<string, FeedReading>} own What this tab reads, by topics with their filters. Its owner may change it, and calls `changed`.
   * @param {{ base: string, session: any }} source
   * @param {(topic: string, code: string) => void} onClosed
   * @param {(topic: string, signal: any) => void} onSignal
   */
  constructor(own, source, onClosed, onSignal) {
    this.#own = own;
    this.#source = source;
    this.#onClosed = onClosed;
    this.#onSignal = onSignal;
  }

  /** Whether a topic is closed until somebody signs in. */
  get needsUser() {
    return [...this.#own.values()].some(({ closed }) => closed === "token_required");
  }

  /** Returns the connection of the tab that leads. */
  start({ onBatch, onStatus }) {
    this.#sources = new TopicSources({ ...this.#source, onBatch, onStatus });
    for (const reading of [...this.#own.values(), ...this.#followed.values()]) reading.closed = undefined;
    for (const [key, reading] of this.#own) if (!this.#followed.has(key)) this.#followed.set(key, reading.copy());
    this.changed();
    return this.#sources;
  }

  /** Another tab leads. */
  lost() {
    this.#asked.clear();
    this.#followed.clear();
  }

  /** This tab or others read other topics than before. */
  changed() {
    const wanted = new Set([...this.#own.keys(), ...this.#asked.keys()]);
    for (const key of this.#followed.keys()) if (!wanted.has(key)) this.#followed.delete(key);
    for (const key of wanted) if (!this.#followed.has(key)) this.#followed.set(key, new FeedReading());
    for (const [key, reading] of this.#own) {
      const followed = this.#followed.get(key);
      if (!reading.cursor || followed.closed) this.follow(this.#stateOf(key, followed, reading.cursor));
    }
    const open = [...this.#followed].filter(([, { closed }]) => !closed);
    this.#sources.follow(open.map(([key, { tag, cursor }]) => ({ key, path: pathOf(key), tag, cursor })));
  }

  /** What a tab that doesn't lead asks the one that does. */
  question() {
    return this.#own.size > 0 ? { topics: [...this.#own].map(([topic, { cursor }]) => ({ topic, cursor })) } : null;
  }

  answer({ topics }) {
    const wanted = [];
    const states = [];
    let isNew = false;
    for (const { topic, cursor } of topics) {
      const followed = this.#followed.get(topic);
      // Whoever asks has followed another leader. This one goes on from there.
      if (!followed && cursor) {
        wanted.push(topic);
        continue;
      }
      this.#asked.set(topic, performance.now());
      if (followed) states.push(this.#stateOf(topic, followed, cursor));
      else isNew = true;
    }
    if (isNew) this.changed();
    return { wanted, states: states.filter(({ cursor, closed }) => cursor || closed) };
  }

  /** What this tab has of topics, for a leader that has none of them. */
  give(topics) {
    const known = topics.filter((topic) => this.#own.get(topic)?.cursor);
    return known.length > 0 ? { states: known.map((topic) => this.#stateOf(topic, this.#own.get(topic), "")) } : null;
  }

  /** Goes on with topics where another tab is. */
  adopt({ states }) {
    for (const state of states) {
      this.#asked.set(state.topic, performance.now());
      if (this.#followed.has(state.topic)) continue;
      const reading = new FeedReading();
      reading.apply(state);
      this.#followed.set(state.topic, reading);
    }
    this.changed();
  }

  /** Gives up the topics of tabs that have gone. */
  forgetAbsent() {
    const before = this.#asked.size;
    for (const [key, askedAt] of this.#asked) if (performance.now() - askedAt > absentAfter) this.#asked.delete(key);
    if (this.#asked.size < before) this.changed();
  }

  apply(batch) {
    if (batch.signal) {
      this.#followed.get(batch.topic)?.signals.set(batch.signal.type, batch.signal);
      this.#notice(batch);
      return;
    }
    this.#followed.get(batch.topic)?.apply(batch);
    const reading = this.#own.get(batch.topic);
    if (reading) this.#take(reading, batch, () => reading.apply(batch));
  }

  follow({ states, ...batch }) {
    // Each of them, whether or not another one can be followed.
    if (states) return states.map((state) => this.follow(state)).every(Boolean);
    const { topic, signal, signals = [] } = batch;
    for (const one of signal ? [signal] : signals) this.#notice({ topic, signal: one });
    if (signal) return true;
    const reading = this.#own.get(batch.topic);
    return !reading || this.#take(reading, batch, () => reading.follow(batch));
  }

  /** Returns what there is of a topic after a cursor, with what a batch has. */
  #stateOf(topic, reading, cursor) {
    return { ...reading.since(cursor), topic, tag: reading.tag, closed: reading.closed, signals: [...reading.signals.values()] };
  }

  /** Passes a signal on to the page, unless it has this one. */
  #notice({ topic, signal }) {
    const reading = this.#own.get(topic);
    if (!reading || JSON.stringify(reading.signals.get(signal.type)) === JSON.stringify(signal)) return;
    reading.signals.set(signal.type, signal);
    this.#onSignal(topic, signal);
  }

  #take(reading, batch, apply) {
    const isWhole = batch.cursor ? apply() : true;
    const isTold = reading.told === batch.closed;
    reading.closed = batch.closed;
    if (batch.closed) reading.signals.clear();
    reading.told = batch.closed ?? (batch.cursor ? undefined : reading.told);
    if (batch.closed && !isTold) this.#onClosed(batch.topic, batch.closed);
    return isWhole;
  }
}
