import { scoreState } from "../client/score-state.js";
import { api } from "../shared/api.js";
import { button, element, setText } from "../shared/dom.js";
import { matchFacts } from "../shared/format.js";
import { notice } from "../shared/notice-box.js";
import { problemText } from "../shared/problem-text.js";
import { text } from "../shared/text.js";
import { toast } from "../shared/toast.js";
import { matchTitle, pointsText } from "./match-text.js";

/** One final score, with the button that signs it or takes the signature back. The button stays the same, and keeps the focus. */
export class ResultRow {
  #context;
  #failure;
  #name = element("p", "row-name");
  #facts = element("p", "facts");
  #signed = element("span", "pill", text("shared.signed"));
  #button = button("");
  #shown = null;

  element;

  /** `failure` takes the notice of an error. */
  constructor(context, failure) {
    this.#context = context;
    this.#failure = failure;
    this.#signed.dataset.state = "held";
    this.#button.addEventListener("click", () => this.#change());
    this.element = element("li", "row", element("div", "", this.#name, this.#facts), element("div", "row-actions", this.#signed, this.#button));
  }

  show(shown) {
    this.#shown = shown;
    const { match, score } = shown;
    const isSigned = score.official === true;
    setText(this.#name, `${matchTitle(match)}: ${pointsText(scoreState(score))}`);
    setText(this.#facts, matchFacts(match));
    this.#signed.hidden = !isSigned;
    const word = text(isSigned ? "manage.takeBack" : "manage.sign");
    setText(this.#button, word);
    this.#button.ariaLabel = `${word}: ${matchTitle(match)}`;
  }

  async #change() {
    if (this.#button.ariaDisabled === "true") return;
    // Not `disabled`, which would lose the focus.
    this.#button.ariaDisabled = "true";
    const { match, score } = this.#shown;
    const official = score.official !== true;
    this.#failure.replaceChildren();
    try {
      await api.put(`${this.#context.path}/matches/${match.id}/official`, { official }, { headers: { "If-Match": `"v${score.version}"` } });
      toast(text(official ? "manage.isSigned" : "manage.isTakenBack", { match: matchTitle(match) }));
    } catch (error) {
      this.#failure.replaceChildren(notice(error.code === "version_mismatch" ? text("shared.scoreChangedSince") : problemText(error)));
      this.#failure.scrollIntoView({ block: "nearest" });
    }
    this.#button.ariaDisabled = null;
  }
}
