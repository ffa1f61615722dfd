import { api } from "../shared/api.js";

/** A room's messages: those of the feed, and earlier ones that were asked for. */
export class MessageSource {
  #onChange;
  #live = new Map();
  #earlier = new Map();
  #posted = new Map();
  #resets = 0;

  /** @param {string} path The team's address in the API. */
  constructor(path, { onChange }) {
    this.path = path;
    this.#onChange = onChange;
  }

  /** Whether the room has been read. */
  isKnown = false;

  /** Whether there are earlier ones. */
  hasEarlier = false;

  /** All of them, in the order of writing. */
  get items() {
    return [...new Map([...this.#earlier, ...this.#posted, ...this.#live]).values()].sort((a, b) => (a.postedAt + a.id < b.postedAt + b.id ? -1 : 1));
  }

  /** Takes the feed's state. With a reset, nobody knows what was deleted meanwhile of what was read earlier. */
  take(entries, reset) {
    if (reset !== undefined) {
      this.#earlier.clear();
      this.#posted.clear();
      this.#resets++;
    }

    this.#live = new Map(entries.filter(({ type }) => type === "message").map((message) => [message.id, message]));
    if (!this.isKnown || reset !== undefined) this.#lookForEarlier();
    this.isKnown = true;
  }

  /** Takes a deleted message away. */
  remove(id) {
    for (const messages of [this.#live, this.#posted, this.#earlier]) messages.delete(id);
    this.#onChange();
  }

  /** Takes a message that the server has just stored. */
  posted(message) {
    this.#posted.set(message.id, message);
    this.#onChange();
  }

  async loadEarlier() {
    const resets = this.#resets;
    const { items, more } = await this.#before(100);
    // Between these and what there is now others may be missing.
    if (resets !== this.#resets) return;
    for (const message of items) this.#earlier.set(message.id, message);
    this.hasEarlier = more;
    this.#onChange();
  }

  async #lookForEarlier() {
    if (this.#live.size === 0) return;
    // If it fails, the button is there, and says why when it is pressed.
    const page = await this.#before(1).catch(() => ({ items: [null] }));
    this.hasEarlier = page.items.length > 0;
    this.#onChange();
  }

  #before(limit) {
    const [first] = this.items;
    return api.get(`${this.path}/messages?limit=${limit}${first ? `&before=${first.id}` : ""}`, { isQuiet: true });
  }
}
