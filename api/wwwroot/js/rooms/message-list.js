import { api } from "../shared/api.js";
import { confirmDialog } from "../shared/dialog.js";
import { arrange, button, element, focusContent, keepingFocus } from "../shared/dom.js";
import { problemText } from "../shared/problem-text.js";
import { text } from "../shared/text.js";
import { toast } from "../shared/toast.js";
import { dayText } from "./day-text.js";
import { messageRow } from "./message-row.js";
import { waitingRow } from "./waiting-row.js";

// How near the end somebody is who reads the newest messages.
const nearEnd = 80;

/** The messages, by days, with those behind them that are not sent yet. It stays with the newest, unless the reader has gone back. */
export class MessageList {
  #userId;
  #source;
  #outbox;
  #mayDelete;
  #rows = new Map();
  #log = element("ol", "messages");
  #box = element("div", "messages-box");
  #earlier = button(text("rooms.earlier"), "button quiet");
  #none = element("p", "facts messages-none", text("rooms.noMessages"));
  #down = button(text("rooms.newest"), "button to-newest");

  #latest = 0;

  /** Items of the outbox that are not sent yet. */
  waiting = [];

  constructor({ userId, source, outbox, mayDelete }) {
    this.#userId = userId;
    this.#source = source;
    this.#outbox = outbox;
    this.#mayDelete = mayDelete;
    this.#box.tabIndex = 0;
    this.#box.setAttribute("role", "log");
    this.#box.setAttribute("aria-label", text("rooms.messages"));
    this.#box.append(this.#earlier, this.#none, this.#log);
    this.#earlier.addEventListener("click", () => this.#loadEarlier());
    this.#down.addEventListener("click", () => this.toNewest());
    this.#box.addEventListener("scroll", () => this.#showDown());
    this.#log.addEventListener("click", (event) => this.#press(event));
    this.#down.hidden = true;
    this.element = element("div", "messages-frame", this.#box, this.#down);
  }

  show() {
    const wasAtEnd = this.#isAtEnd;
    const messages = this.#source.items;
    const arrived = new Set(messages.map(({ clientMessageId }) => clientMessageId));
    const waiting = this.waiting.filter(({ clientUpdateId }) => !arrived.has(clientUpdateId));
    this.#earlier.hidden = !this.#source.hasEarlier;
    this.#none.hidden = messages.length + waiting.length > 0;
    const rows = [...this.#byDays(messages), ...waiting.map((item) => this.#row(`waiting/${item.number}`, () => waitingRow(), item))];
    const kept = new Set(rows);
    for (const [key, row] of this.#rows) {
      if (kept.has(row)) continue;
      if (row.element.contains(document.activeElement)) focusContent();
      this.#rows.delete(key);
    }
    keepingFocus(() => arrange(this.#log, rows.map((row) => row.element)));
    // One's own message is always shown.
    if (wasAtEnd || waiting.some(({ number }) => number > this.#latest)) this.toNewest();
    this.#latest = Math.max(this.#latest, ...waiting.map(({ number }) => number));
    this.#showDown();
  }

  toNewest() {
    this.#box.scrollTop = this.#box.scrollHeight;
    this.#showDown();
  }

  *#byDays(messages) {
    let before;
    for (const message of messages) {
      const day = dayText(message.postedAt);
      if (day !== before?.day) yield this.#row(`day/${day}`, () => dayRow(), day);
      const follows = before?.day === day && before.by === message.by.id && Date.parse(message.postedAt) - before.at < 300_000;
      const isMine = message.by.id === this.#userId;
      yield this.#row(message.id, () => messageRow(message), { isMine, follows, mayDelete: isMine || this.#mayDelete() });
      before = { day, by: message.by.id, at: Date.parse(message.postedAt) };
    }
  }

  #row(key, make, shown) {
    if (!this.#rows.has(key)) this.#rows.set(key, make());
    const row = this.#rows.get(key);
    row.show(shown);
    return row;
  }

  get #isAtEnd() {
    return this.#box.scrollHeight - this.#box.scrollTop - this.#box.clientHeight < nearEnd;
  }

  #showDown() {
    this.#down.hidden = this.#isAtEnd;
  }

  async #loadEarlier() {
    this.#earlier.ariaDisabled = "true";
    try {
      await this.#source.loadEarlier();
      const { scrollHeight, scrollTop } = this.#box;
      this.show();
      // What was read stays in its place.
      this.#box.scrollTop = scrollTop + this.#box.scrollHeight - scrollHeight;
      if (this.#earlier.hidden) this.#box.focus({ preventScroll: true });
    } catch (error) {
      toast(problemText(error), "error");
    } finally {
      this.#earlier.ariaDisabled = null;
    }
  }

  async #press({ target }) {
    const pressed = target.closest("button");
    if (!pressed) return choose(target.closest(".message"));
    const { act, id } = pressed.dataset;
    try {
      if (act === "delete") await this.#delete(id);
      else if (act === "again") await this.#outbox().retry(Number(id));
      else if (act === "discard") await this.#outbox().discard(Number(id));
    } catch (error) {
      toast(problemText(error), "error");
    }
  }

  async #delete(id) {
    if (!(await confirmDialog({ title: text("rooms.deleteTitle"), text: text("rooms.deleteText"), confirm: text("rooms.delete"), isDanger: true }))) return;
    await api.delete(`${this.#source.path}/messages/${id}`).catch((error) => {
      // Somebody else was quicker.
      if (error.code !== "message_not_found") throw error;
    });
    this.#source.remove(id);
  }
}

/** Shows what can be done with a message where nothing can point at it without pressing. */
function choose(message) {
  for (const one of message?.parentElement.querySelectorAll(".is-chosen") ?? []) if (one !== message) one.classList.remove("is-chosen");
  message?.classList.toggle("is-chosen");
}

function dayRow() {
  const line = element("li", "day");
  return { element: line, show: (day) => { line.textContent = day; } };
}
