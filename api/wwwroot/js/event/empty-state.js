import { focusContent, setText } from "../shared/dom.js";
import { pageAddress } from "../shared/page-address.js";
import { signInDialog } from "../shared/sign-in.js";
import { text } from "../shared/text.js";

/** Shown in place of the list, with the one action that helps. */
export class EmptyState {
  #box;
  #button;
  #onAction = null;

  constructor(box) {
    this.#box = box;
    this.#button = box.querySelector("button");
    this.#button.addEventListener("click", () => this.#onAction?.());
  }

  show({ title, message, label = "", isPrimary = false, onAction = null }) {
    this.#onAction = onAction;
    setText(this.#box.querySelector("h2"), title);
    setText(this.#box.querySelector("p"), message);
    setText(this.#button, label);
    this.#button.hidden = label === "";
    this.#button.classList.toggle("primary", isPrimary);
    this.#box.hidden = false;
  }

  hide() {
    if (document.activeElement === this.#button) focusContent();
    this.#box.hidden = true;
  }
}

/** Returns what is shown in place of the scores, by the feed's status; null if the scores are shown. */
export function accessMessage({ code }) {
  const toEvents = { label: text("event.allEvents"), onAction: () => location.assign(pageAddress()) };
  if (code === "sign-in-needed")
    return { title: text("event.forMembers"), message: text("event.signInToSee"), label: text("shared.signIn"), isPrimary: true, onAction: signInDialog };
  if (code === "forbidden") return { title: text("event.forMembers"), message: text("event.notAMember"), ...toEvents };
  return code === "not-found" ? { title: text("event.noSuchEvent"), message: text("event.noSuchEventText"), ...toEvents } : null;
}

/** Returns what is shown in place of an empty list. */
export function emptinessOf(view, { matches, favourites, clear }) {
  if (matches.length === 0) return { title: text("event.noMatches"), message: text("event.noMatchesText") };
  if (view.mine && favourites.ids.size === 0)
    return { title: text("event.followTeams"), message: text("event.followTeamsText"), label: text("event.showAll"), onAction: clear };
  return { title: text("event.noneFits"), message: text("event.noneFitsText"), label: text("event.clearFilters"), onAction: clear };
}
