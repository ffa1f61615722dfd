import { FeedState } from "./feed-state.js";

/** How far this tab has read one feed, and what it has of it. */
export class FeedReading {
  cursor = "";
  /** What precedes its cursor where those of several topics are joined; undefined if it isn't known.
   * @type {string | undefined} */
  tag;
  /** The code for which nothing of it comes any more; undefined while it does.
   * @type {string | undefined} */
  closed;
  /** The code that the page was last told of.
   * @type {string | undefined} */
  told;
  /** The latest signal of each type. @type {Map<string, any>} */
  signals = new Map();
  state = new FeedState();
  #onBatch;

  /** @param {(batch: any, state: FeedState) => void} [onBatch] Called after a batch was applied. */
  constructor(onBatch) {
    this.#onBatch = onBatch;
  }

  /** Begins anew. */
  forget() {
    this.cursor = "";
    this.closed = undefined;
    this.told = undefined;
    this.state = new FeedState();
    this.signals.clear();
  }

  apply(batch) {
    this.closed = batch.closed;
    if (!batch.cursor) return;
    this.tag = batch.tag;
    this.cursor = batch.cursor;
    this.state.apply(batch);
    this.#onBatch?.(batch, this.state);
  }

  /** Applies what another tab has read. Returns false if something is missing before it. */
  follow(batch) {
    // A new leader may be behind this tab, and then sends again what this tab already has. After a reset the log itself may be shorter.
    if (batch.cursor === this.cursor || (batch.reset === undefined && isBefore(batch.cursor, this.cursor))) return true;
    if (!batch.snapshot && batch.after !== this.cursor) return false;
    this.apply(batch);
    return true;
  }

  /** Returns another reading, of nobody, that has come as far. */
  copy() {
    const copy = new FeedReading();
    copy.signals = new Map(this.signals);
    if (this.cursor) copy.apply({ ...this.since(""), tag: this.tag });
    return copy;
  }

  /** Returns all that there is as a batch for a tab that has read up to `cursor`; null if that has everything. */
  since(cursor) {
    return this.cursor && cursor !== this.cursor ? { cursor: this.cursor, snapshot: true, entries: this.state.entries } : null;
  }
}

/**
 * Returns whether one cursor is before another of the same log. Between different logs neither is: only the server knows which log is
 * current. Only tabs of one browser compare cursors, because only they can receive the same entry twice.
 */
function isBefore(one, other) {
  const [epoch, sequence] = one.split(".");
  const [otherEpoch, otherSequence] = other.split(".");
  return epoch === otherEpoch && Number(sequence) < Number(otherSequence);
}
