import { button } from "../shared/dialog.js";
import { byId, element, setText } from "../shared/dom.js";
import { lapsedText } from "./claim-text.js";

/** Shows what prevents scoring this match: an expired claim, or a device that can't store anything. */
export class ScoringNotes {
  #keeping;
  #text = element("p");
  #fault = element("p", "error");
  #again = button("Claim again", "button primary");
  #claim = element("div", "notice note", element("div", "", this.#text, this.#fault), this.#again);
  #storage = element("p", "notice", "This device couldn't keep your last tap: its storage refused. Free some space or leave private browsing, then tap again.");

  constructor(keeping) {
    this.#keeping = keeping;
    this.#claim.dataset.tone = "caution";
    this.#claim.setAttribute("role", "alert");
    this.#storage.dataset.tone = "error";
    this.#storage.setAttribute("role", "alert");
    this.#again.addEventListener("click", () => this.#take());
    byId("notes").replaceChildren(this.#claim, this.#storage);
  }

  show({ claim, isKept }) {
    const { session, matchId } = this.#keeping;
    // An item that waits for the claim has its own note with the same text.
    const isTold = session.items(matchId).some(({ state }) => state === "claim-needed" || state === "claim-held");
    this.#claim.hidden = !isKept || claim.mode !== "lapsed" || isTold;
    this.#storage.hidden = session.fault === null;
    if (!this.#claim.hidden) setText(this.#text, lapsedText(claim));
  }

  async #take() {
    setText(this.#fault, await this.#keeping.renew());
  }
}
