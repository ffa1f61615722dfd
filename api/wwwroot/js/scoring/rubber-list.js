import { arrange, byId, element, setText } from "../shared/dom.js";
import { rubberName } from "../shared/rubbers.js";
import { statusText } from "../shared/match-status.js";
import { text } from "../shared/text.js";
import { scoreText } from "./score.js";

/** The rubbers of a tie, each a link to where it is scored: the tie's own score follows from them. */
export class RubberList {
  #session;
  #list = element("ul", "rubbers");
  #lines = new Map();

  constructor({ session }) {
    this.#session = session;
    byId("rubbers").replaceChildren(element("p", "", text("scoring.followsRubbers")), this.#list);
  }

  show({ rubbers }) {
    byId("rubbers").hidden = rubbers.length === 0;
    arrange(this.#list, rubbers.map(({ match }) => this.#line(match)));
  }

  #line(match) {
    const { id } = match;
    if (!this.#lines.has(id)) {
      const made = { link: element("a"), state: element("span", "facts"), score: element("span", "rubber-score") };
      made.link.href = `#${id}`;
      this.#lines.set(id, { ...made, element: element("li", "", made.link, made.state, made.score) });
    }
    const line = this.#lines.get(id);
    const score = this.#session.score(id);
    setText(line.link, rubberName(match));
    setText(line.state, statusText(score.status));
    setText(line.score, score.sets.length === 0 && !score.outcome ? "" : scoreText(score));
    return line.element;
  }
}
