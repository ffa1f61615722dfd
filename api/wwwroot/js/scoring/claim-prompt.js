import { button, byId, element, setText } from "../shared/dom.js";
import { claimFault, heldText } from "./claim-text.js";
import { scoreText } from "./score.js";
import { formFault } from "../shared/form.js";
import { text } from "../shared/text.js";

// As the server's LiveFeed:Claims:Silence. If that is longer, its response says so.
const silenceBeforeTakeOver = 90_000;

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
  #claim = button("", "button primary gate-claim");
  #takesOver = false;
  #tried;
  #fresh = "";

  constructor({ session, matchId }) {
    this.#session = session;
    this.#matchId = matchId;
    this.#text.setAttribute("aria-live", "polite");
    this.#claim.addEventListener("click", () => this.#take());
    byId("gate").replaceChildren(this.#score, this.#text, this.#how, this.#fault.element, this.#claim);
  }

  show({ match, score, claim, isKept, status }) {
    const matchId = this.#matchId;
    byId("gate").hidden = isKept;
    if (isKept) return;
    if (claim.mode === "elsewhere" && match && this.#tried !== claim.claimedAt) this.#adopt(claim);
    const isHeld = claim.mode === "held";
    this.#takesOver = isHeld || claim.mode === "elsewhere";
    const isSilent = isHeld && this.#session.claims.silence(matchId) >= silenceBeforeTakeOver;
    setText(this.#score, match ? scoreText(score) : "");
    setText(this.#text, textOf(match, claim, status));
    setText(this.#how, isHeld ? text(isSilent ? "scoring.takeOverIfAway" : "scoring.askForHandOver", { name: claim.holder.name }) : "");
    setText(this.#claim, text(isHeld ? "scoring.takeOver" : claim.mode === "elsewhere" ? "scoring.scoreHere" : "scoring.scoreThis"));
    this.#claim.hidden = (isHeld && !isSilent) || !match;
    // An error stays visible as long as the claim's state is the same.
    const now = `${claim.mode} ${claim.expiresAt}`;
    if (now !== this.#fresh) this.#fault.show("");
    this.#fresh = now;
  }

  /** A claim that was made without a device is the account's, and any of its devices may go on. The server knows which kind it is. */
  async #adopt({ claimedAt }) {
    this.#tried = claimedAt;
    try {
      await this.#session.claims.take(this.#matchId, { isQuiet: true });
      this.#session.dispatchEvent(new Event("change"));
    } catch (error) {
      if (error.code !== "claim_held") this.#fault.show(claimFault(error));
    }
  }

  async #take() {
    if (this.#claim.ariaDisabled === "true") return;
    this.#claim.ariaDisabled = "true";
    this.#fault.show("");
    try {
      await this.#session.claims.take(this.#matchId, { takeOver: this.#takesOver });
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
  if (claim.mode === "elsewhere") return text("scoring.elsewhere");
  return claim.mode === "held" ? heldText(claim) : text("scoring.noOne");
}
