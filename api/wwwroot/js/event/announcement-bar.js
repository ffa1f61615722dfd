import { readLocal, writeLocal } from "../client/local-storage.js";
import { courtNameOf, validAnnouncements } from "../shared/announcements.js";
import { arrange, button, element, focusContent, setText } from "../shared/dom.js";
import { momentText } from "../shared/format.js";
import { text } from "../shared/text.js";

// More would push the scores off the screen. The others follow as these are dismissed.
const mostShown = 3;

/** What the organizers announce, above the list. What a reader has dismissed doesn't come back, also not in other tabs. */
export class AnnouncementBar {
  #box;
  #key;
  #onChange;
  #dismissed;
  #items = new Map();
  /** @type {readonly { id: string }[]} */
  #known = [];
  #ended = new Set();

  constructor(box, eventId, onChange) {
    this.#box = box;
    this.#key = `livefeed:announcements:${eventId}`;
    this.#onChange = onChange;
    this.#dismissed = this.#read();
    addEventListener("storage", ({ key }) => {
      if (key !== this.#key && key !== null) return;
      this.#dismissed = this.#read();
      onChange();
    });
  }

  show(state) {
    const shown = validAnnouncements(state).filter(({ id }) => !this.#dismissed.has(id)).slice(0, mostShown);
    for (const id of this.#items.keys()) if (!shown.some((one) => one.id === id)) this.#remove(id);
    for (const one of shown) {
      if (!this.#items.has(one.id)) this.#items.set(one.id, new Item(one, () => this.#dismiss(one.id)));
      this.#items.get(one.id).show(courtNameOf(one, state.matches));
    }
    arrange(this.#box, shown.map(({ id }) => this.#items.get(id).element));
    for (const { id } of this.#known) if (!state.announcements.some((one) => one.id === id)) this.#ended.add(id);
    this.#known = state.announcements;
  }

  #dismiss(id) {
    // Of those that are no more, nothing needs to be remembered. Another tab may know of later ones.
    this.#dismissed = new Set([...this.#read(), id].filter((dismissed) => !this.#ended.has(dismissed)));
    writeLocal(this.#key, [...this.#dismissed]);
    this.#onChange();
  }

  /** Removes an item. If it had the focus, the next one gets it. */
  #remove(id) {
    const { element: gone } = this.#items.get(id);
    this.#items.delete(id);
    const next = gone.contains(document.activeElement) ? gone.nextElementSibling ?? gone.previousElementSibling : undefined;
    gone.remove();
    if (next) next.querySelector("button").focus();
    else if (next === null) focusContent();
  }

  #read() {
    const ids = readLocal(this.#key);
    return new Set(Array.isArray(ids) ? ids : []);
  }
}

/** One announcement. */
class Item {
  #court = element("strong");
  #when = element("span", "announced-at");
  #at;

  constructor({ text: words, at }, onDismiss) {
    this.#at = at;
    const dismiss = button("", "button quiet icon-button");
    dismiss.setAttribute("aria-label", text("event.dismiss", { text: words }));
    dismiss.append(element("span", "icon icon-close"));
    dismiss.addEventListener("click", onDismiss);
    this.element = element("div", "announcement", element("p", "", this.#court, words, " ", this.#when), dismiss);
  }

  show(court) {
    setText(this.#court, court && text("event.announcedFor", { court }));
    setText(this.#when, momentText(this.#at));
  }
}
