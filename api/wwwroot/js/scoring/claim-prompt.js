import { button, byId, element, setText } from "../shared/dom.js";
import { claimFault, heldText } from "./claim-text.js";
import { scoreText } from "./score.js";
import { formFault } from "../shared/form.js";
import { text } from "../shared/text.js";

/**
 * Shown in place of the halves if the user doesn't hold the match's claim: the score, the holder, and a button to claim once it is free.
 */
export class ClaimPrompt {
  #session;
  #matchId;
  #score = element("p", "gate-score");
  #text = element("p");
  #how = element("p", "hint");
  #fault = formFault();
  #claim = button(text("scoring.scoreThis"), "button primary gate-claim");
  #fresh = "";

  constructor({ session, matchId }) {
    this.#session = session;
    this.#matchId = matchId;
    this.#text.setAttribute("aria-live", "polite");
    this.#claim.addEventListener("click", () => this.#take());
    byId("gate").replaceChildren(this.#score, this.#text, this.#how, this.#fault.element, this.#claim);
  }

  show({ match, score, claim, isKept, status }) {
    byId("gate").hidden = isKept;
    if (isKept) return;
    const isHeld = claim.mode === "held";
    setText(this.#score, match ? scoreText(score) : "");
    setText(this.#text, textOf(match, claim, status));
    setText(this.#how, isHeld ? text("scoring.askForHandOver", { name: claim.holder.name }) : "");
    this.#claim.hidden = isHeld || !match;
    // An error stays visible as long as the claim's state is the same.
    const now = `${claim.mode} ${claim.expiresAt}`;
    if (now !== this.#fresh) this.#fault.show("");
    this.#fresh = now;
  }

  async #take() {
    if (this.#claim.ariaDisabled === "true") return;
    this.#claim.ariaDisabled = "true";
    this.#fault.show("");
    try {
      await this.#session.claims.take(this.#matchId);
      this.#session.dispatchEvent(new Event("change"));
    } catch (error) {
      this.#fault.show(claimFault(error));
    } finally {
      this.#claim.ariaDisabled = null;
    }
  }
}

function textOf(match, claim, { code }) {
  if (!match) return code === "live" || code === "polling" ? text("scoring.takenOut") : "";
  return claim.mode === "held" ? heldText(claim) : text("scoring.noOne");
}
