import { FeedSource } from "./feed-source.js";
import { TopicsFeed } from "./topics-feed.js";

// As many as the server takes on one stream.
const maxTopics = 32;
// Servers take request lines of 8 KB.
const maxLength = 6_000;
// What doesn't recover by itself.
const final = ["ended", "not-found", "forbidden", "invalid-request", "sign-in-needed"];

/**
 * The connections of the tab that leads: one, unless tabs want the same topic with different filters, or more topics than one stream takes. A connection whose
 * topics change is replaced by one that resumes from the same cursors.
 */
export class TopicSources {
  #base;
  #session;
  #onBatch;
  #onStatus;
  #groups = [];
  #isRunning = false;

  constructor({ base, session, onBatch, onStatus }) {
    this.#base = base;
    this.#session = session;
    this.#onBatch = onBatch;
    this.#onStatus = onStatus;
  }

  /** @param {{ key: string, path: string, tag?: string, cursor: string }[]} topics What to follow from now on, and where to go on with it. */
  follow(topics) {
    const wanted = new Set(topics.map(({ key }) => key));
    const changed = new Set();
    for (const group of this.#groups) {
      for (const key of group.feed.keys.filter((followed) => !wanted.has(followed))) {
        group.feed.remove(pathOf(key));
        changed.add(group);
      }
    }
    const followed = new Set(this.#groups.flatMap(({ feed }) => feed.keys));
    for (const topic of topics.filter(({ key }) => !followed.has(key))) {
      const fits = ({ feed }) => !feed.has(topic.path) && feed.keys.length < maxTopics && feed.length + encodeURIComponent(topic.key).length < maxLength;
      let group = this.#groups.find((known) => fits(known));
      if (!group) this.#groups.push((group = { feed: new TopicsFeed(this.#base), source: null, status: {} }));
      group.feed.add(topic);
      changed.add(group);
    }
    for (const group of this.#groups) if (group.feed.isEmpty) changed.add(group);
    for (const group of changed) this.#replace(group);
  }

  run() {
    this.#isRunning = true;
    for (const { source } of this.#groups) source.run();
  }

  stop() {
    for (const { source } of this.#groups) source?.stop();
  }

  wake(isDoubtful) {
    for (const { source } of this.#groups) source?.wake(isDoubtful);
  }

  lose() {
    for (const { source } of this.#groups) source?.lose();
  }

  #replace(group) {
    group.source?.stop();
    if (group.feed.isEmpty) {
      this.#groups = this.#groups.filter((other) => other !== group);
      this.#report();
      return;
    }
    group.source = new FeedSource({
      feed: group.feed,
      session: this.#session,
      status: group.status.code === "live" ? group.status : {},
      onBatch: this.#onBatch,
      onStatus: (status) => {
        group.status = status;
        this.#report();
      },
    });
    if (this.#isRunning) group.source.run();
  }

  #report() {
    const statuses = this.#groups.map(({ status }) => status).filter(({ code }) => code);
    const working = statuses.filter(({ code }) => !final.includes(code));
    // One that waits is worth more notice than another that is live, and one that has ended less.
    const shown = working.find(({ code }) => code !== "live") ?? working[0] ?? statuses[0];
    if (shown) this.#onStatus(shown);
  }
}

/** Returns the path of a topic without its filter. */
export function pathOf(key) {
  return key.split("?")[0];
}
