import { arrange, byId, element, setText } from "../shared/dom.js";
import { teamsText } from "../shared/format.js";
import { rubberName, rubbersOf } from "../shared/rubbers.js";
import { hasBegun, statusOf } from "../shared/match-status.js";
import { scoreText } from "../shared/score-text.js";
import { text } from "../shared/text.js";
import { phaseText } from "./phase.js";

/** The rubbers of a tie, or the tie of a rubber: each a link with its score as it stands. */
export class RubbersView {
  #box = byId("match-rubbers");
  #heading = element("h3");
  #list = element("ul", "rubbers");
  /** @type {Map<number, Line>} */
  #lines = new Map();

  constructor() {
    this.#box.append(this.#heading, this.#list);
  }

  /** `hrefOf` returns the address of a match. */
  show({ match }, matches, { event, hrefOf }) {
    const tie = match.partOf === undefined ? undefined : matches.find((shown) => shown.match.id === match.partOf);
    const linked = tie ? [tie] : rubbersOf(match.id, matches);
    this.#box.hidden = linked.length === 0;
    setText(this.#heading, tie ? text("event.partOf", { rubber: rubberName(match) }) : text("shared.rubbers"));
    // In place: who has focused a link keeps it while scores come in.
    arrange(this.#list, linked.map((shown) => this.#line(shown.match.id).show(shown, { event, href: hrefOf(shown.match.id) })));
  }

  #line(id) {
    if (!this.#lines.has(id)) this.#lines.set(id, new Line(id));
    return this.#lines.get(id);
  }
}

class Line {
  #link = element("a");
  #state = element("span", "facts");
  #score = element("span", "rubber-score");
  #element = element("li", "", this.#link, this.#state, this.#score);

  constructor(id) {
    this.#link.dataset.match = `${id}`;
  }

  show(shown, { event, href }) {
    const { match, score } = shown;
    this.#link.setAttribute("href", href);
    setText(this.#link, rubberName(match) || teamsText(match));
    setText(this.#state, phaseText(shown, event));
    this.#state.dataset.state = hasBegun(statusOf(shown)) ? "live" : "";
    setText(this.#score, score ? scoreText({ ...score, outcome: undefined }) : "");
    return this.#element;
  }
}
