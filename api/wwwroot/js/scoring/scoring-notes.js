import { button, byId, element, setText } from "../shared/dom.js";
import { lapsedText } from "./claim-text.js";
import { text } from "../shared/text.js";

/** Shows what prevents scoring this match: an expired claim, or a device that stores nothing. */
export class ScoringNotes {
  #context;
  #text = element("p");
  #fault = element("p", "error");
  #again = button(text("scoring.claimAgain"), "button primary");
  #claim = element("div", "notice note", element("div", "", this.#text, this.#fault), this.#again);
  #storage = element("p", "notice");

  constructor(context) {
    this.#context = context;
    this.#claim.dataset.tone = "caution";
    this.#claim.setAttribute("role", "alert");
    this.#storage.dataset.tone = "error";
    this.#storage.setAttribute("role", "alert");
    this.#again.addEventListener("click", () => this.#take());
    byId("notes").replaceChildren(this.#claim, this.#storage);
  }

  show({ claim, isKept }) {
    const { session, matchId } = this.#context;
    // An item that waits for the claim has its own note with the same text.
    const isShownBelow = session.items(matchId).some(({ state }) => state === "claim-needed" || state === "claim-held");
    this.#claim.hidden = !isKept || claim.mode !== "lapsed" || isShownBelow;
    this.#storage.hidden = session.fault === null && session.isStoring;
    if (!this.#storage.hidden) setText(this.#storage, text(session.fault ? "scoring.tapNotStored" : "scoring.notStoring"));
    if (!this.#claim.hidden) setText(this.#text, lapsedText(claim));
  }

  async #take() {
    setText(this.#fault, await this.#context.renew());
  }
}
