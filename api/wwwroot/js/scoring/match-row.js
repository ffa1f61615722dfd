import { element, setText } from "../shared/dom.js";
import { matchFacts, momentText, teamName } from "../shared/format.js";
import { leftText } from "./claim-text.js";
import { scoreText } from "./score.js";
import { statusText } from "../shared/match-status.js";
import { text } from "../shared/text.js";

/** A match in the list; its link opens it. */
export class MatchRow {
  #link = element("a", "row-link");
  #teams = [element("span", "row-team"), element("span", "row-team")];
  #facts = element("p", "facts");
  #score = element("p", "row-score");
  #pill = element("span", "pill");
  #row;

  constructor(id) {
    this.#link.href = `#${id}`;
    this.#link.append(this.#teams[0], element("span", "visually-hidden", text("scoring.against")), this.#teams[1]);
    this.#row = element("li", "row match-row", element("div", "", element("h3", "", this.#link), this.#facts), element("div", "row-state", this.#score, this.#pill));
    this.#row.dataset.match = id;
  }

  show({ match, claim, waiting, score, group }) {
    setText(this.#teams[0], teamName(match, 1));
    setText(this.#teams[1], teamName(match, 2));
    setText(this.#facts, matchFacts(match));
    setText(this.#score, score.sets.length === 0 && !score.outcome ? "" : scoreText(score));
    const [word, state] = pillOf({ claim, waiting, score, group });
    setText(this.#pill, word);
    this.#pill.dataset.state = state;
    this.#pill.hidden = word === "";
    return this.#row;
  }
}

function pillOf({ claim, waiting, score, group }) {
  if (group === "held") return [text("scoring.heldUntil", { name: claim.holder.name, time: momentText(claim.expiresAt) }), "taken"];
  if (waiting > 0) return [text("scoring.notSent", { count: waiting }), "caution"];
  if (claim.mode === "elsewhere") return [text("scoring.elsewhereShort"), "taken"];
  if (claim.mode === "lapsed") return [text("scoring.claimRanOutShort"), "caution"];
  if (claim.mode === "mine") return [text("scoring.yoursLeft", { time: leftText(claim.left) }), "held"];
  if (score.status === "scheduled") return ["", ""];
  return [statusText(score.status), score.status === "inProgress" ? "live" : ""];
}
