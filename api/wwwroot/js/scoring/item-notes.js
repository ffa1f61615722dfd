import { confirmDialog } from "../shared/dialog.js";
import { arrange, button, element, setText } from "../shared/dom.js";
import { teamsText } from "../shared/format.js";
import { text } from "../shared/text.js";
import { toast } from "../shared/toast.js";
import { responsesTo } from "./item-responses.js";

/** Lists the items that the outbox can't send by itself, each with the reason and the possible actions. No item disappears unnoticed. */
export class ItemNotes {
  #box;
  #session;
  #matchId;
  /** @type {Map<number, ItemNote>} */
  #notes = new Map();

  /** @param matchId Limits the list to one match; by default it covers the whole event. */
  constructor(box, session, matchId) {
    this.#box = box;
    this.#session = session;
    this.#matchId = matchId;
  }

  show() {
    const stopped = this.#session.items(this.#matchId).filter(({ state }) => state !== "pending");
    const notes = new Map(stopped.map((item) => [item.number, this.#notes.get(item.number) ?? new ItemNote()]));
    this.#notes = notes;
    for (const item of stopped) notes.get(item.number).show(this.#title(item), responsesTo(this.#session, item));
    arrange(this.#box, [...notes.values()].map((note) => note.element));
  }

  clear() {
    this.#box.replaceChildren();
    this.#notes.clear();
  }

  // On the match's own screen the match's name isn't needed.
  #title({ matchId }) {
    if (this.#matchId !== undefined) return "";
    const match = this.#session.match(matchId);
    return match ? teamsText(match) : text("scoring.matchWithId", { id: matchId });
  }
}

/** One item. Its buttons stay the same as long as they say the same: the user may be about to press one. */
class ItemNote {
  #title = element("p", "note-title");
  #message = element("p");
  #fault = element("p", "error");
  #actions = element("div", "note-actions");
  #made = new Map();
  #buttons = [];

  element = element("div", "notice note", element("div", "", this.#title, this.#message, this.#fault), this.#actions);

  constructor() {
    this.element.setAttribute("role", "alert");
  }

  show(title, { message, tone, buttons }) {
    // Why the last action failed says nothing of another state.
    if (setText(this.#message, message)) setText(this.#fault, "");
    setText(this.#title, title);
    this.#title.hidden = title === "";
    this.element.dataset.tone = tone;
    this.#buttons = buttons;
    arrange(this.#actions, buttons.map(({ word, isDanger }, index) => this.#button(word, isDanger ? "button danger" : index === 0 ? "button primary" : "button")));
  }

  #button(word, className) {
    const made = this.#made.get(word) ?? button(word);
    if (!this.#made.has(word)) made.addEventListener("click", () => this.#act(made, word));
    this.#made.set(word, made);
    made.className = className;
    return made;
  }

  async #act(made, word) {
    const { act, confirm } = this.#buttons.find((one) => one.word === word);
    if (made.ariaDisabled === "true" || (confirm && !(await confirmDialog({ ...confirm, isDanger: true })))) return;
    made.ariaDisabled = "true";
    try {
      setText(this.#fault, (await act()) ?? "");
    } catch {
      toast(text("scoring.storageRejected"), "error");
    } finally {
      made.ariaDisabled = null;
    }
  }
}
