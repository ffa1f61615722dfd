import { element, setText } from "../shared/dom.js";
import { text } from "../shared/text.js";

const named = 5;
// A little longer than the server says it.
const typingFor = 7_000;
const lists = new Intl.ListFormat("en", { style: "short", type: "conjunction" });

/** Who is in the room, and who is writing. */
export class PresenceLine {
  #userId;
  /** Who is in the room. */
  here = element("p", "presence");
  /** Who is writing. */
  typing = element("p", "typing");
  #writers = [];
  #timer = 0;

  constructor(userId) {
    this.#userId = userId;
  }

  take({ type, count, users }) {
    const others = users.filter(({ id }) => id !== this.#userId);
    if (type === "presence") {
      const total = count - (others.length < users.length ? 1 : 0);
      setText(this.here, total === 0 ? text("rooms.onlyYou") : text("rooms.here", { names: namesOf(others, total) }));
    } else {
      this.#write(others);
    }
  }

  /** Nothing is known any more. */
  clear() {
    setText(this.here, "");
    this.#write([]);
  }

  /**
   * Who has sent an entry writes no longer.
   *
   * @param {any} entry
   */
  wrote({ by }) {
    if (by) this.#write(this.#writers.filter(({ id }) => id !== by.id));
  }

  #write(writers) {
    this.#writers = writers;
    clearTimeout(this.#timer);
    setText(this.typing, writers.length === 0 ? "" : text("rooms.typing", { count: writers.length, names: namesOf(writers, writers.length) }));
    if (writers.length > 0) this.#timer = setTimeout(() => this.#write([]), typingFor);
  }
}

function namesOf(people, total) {
  const shown = people.slice(0, named).map(({ name }) => name);
  return lists.format(total > shown.length ? [...shown, `+${total - shown.length}`] : shown);
}
