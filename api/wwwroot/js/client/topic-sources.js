import { FeedSource } from "./feed-source.js";
import { TopicsFeed } from "./topics-feed.js";

// As many as the server takes on one stream.
const maxTopics = 32;

/**
 * The connections of the tab that leads: one, unless tabs want the same topic with different filters, or more topics than one stream takes. When
 * other topics are wanted, a connection is replaced by one that goes on where it was.
 */
export class TopicSources {
  #base;
  #session;
  #onBatch;
  #onStatus;
  #groups = [];

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
      let group = this.#groups.find(({ feed }) => feed.keys.length < maxTopics && !feed.has(topic.path));
      if (!group) this.#groups.push((group = { feed: new TopicsFeed(this.#base), source: null, status: {} }));
      group.feed.add(topic);
      changed.add(group);
    }
    for (const group of changed) this.#replace(group);
  }

  run() {
    // Each runs from when it is made.
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
      return;
    }
    group.source = new FeedSource({
      feed: group.feed,
      session: this.#session,
      status: group.status.code === "live" ? group.status : {},
      onBatch: this.#onBatch,
      onStatus: (status) => {
        group.status = status;
        // One that doesn't work is worth more notice than another that does.
        this.#onStatus(this.#groups.map((other) => other.status).find(({ code }) => code !== "live") ?? status);
      },
    });
    group.source.run();
  }
}

/** Returns the path of a topic without its filter. */
export function pathOf(key) {
  return key.split("?")[0];
}
