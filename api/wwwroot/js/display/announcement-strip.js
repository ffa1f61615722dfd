import { courtNameOf, validAnnouncements } from "../shared/announcements.js";
import { arrange, element, setText } from "../shared/dom.js";
import { text } from "../shared/text.js";

// More can't be read from afar. Nobody dismisses anything here, so the newest ones count.
const mostShown = 3;
const mostCharacters = 500;
// With more characters than these, the text is smaller.
const long = 120;
const longest = 300;

/** What the organizers announce, below the courts: to everybody, and to the courts on this screen. */
export class AnnouncementStrip {
  #lines = new Map();

  constructor() {
    this.element = element("div", "announcements");
    this.element.setAttribute("role", "status");
    this.element.setAttribute("aria-atomic", "false");
  }

  /** @param {readonly string[]} courts The ids of the courts on the screen, as texts. */
  show(state, courts) {
    const shown = readable(validAnnouncements(state).filter(({ courtId }) => courtId === undefined || courts.includes(`${courtId}`)));
    for (const id of this.#lines.keys()) if (!shown.some((one) => one.id === id)) this.#lines.delete(id);
    arrange(this.element, shown.map((one) => {
      if (!this.#lines.has(one.id)) this.#lines.set(one.id, line(one));
      const { element: made, court } = this.#lines.get(one.id);
      // A screen of one court says already which one it is.
      const name = courts.length === 1 ? "" : courtNameOf(one, state.matches);
      setText(court, name && text("display.announcedFor", { court: name }));
      return made;
    }));
    const length = lengthOf(shown);
    this.element.dataset.size = length > longest ? "longest" : length > long || shown.length > 1 ? "long" : "";
  }
}

/** The newest ones, as far as they can be read together; always the newest one. */
function readable(announcements) {
  return announcements.slice(0, mostShown).filter((_, index) => index === 0 || lengthOf(announcements.slice(0, index + 1)) <= mostCharacters);
}

function lengthOf(announcements) {
  return announcements.reduce((sum, one) => sum + one.text.length, 0);
}

function line({ text: words }) {
  const court = element("strong");
  return { court, element: element("p", "announcement", court, words) };
}
