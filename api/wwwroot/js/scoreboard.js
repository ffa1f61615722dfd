import { arrange, byId, setText } from "./dom.js";
import { MatchCard } from "./match-card.js";
import { grouped } from "./state.js";

/** The lists of matches on the page. */
export class Scoreboard {
  #cards = new Map();

  /** Shows the state; returns the match that has just ended, if any. */
  show(state) {
    const matches = state.matches;
    const gone = new Set(this.#cards.keys());
    let ended;
    for (const shown of matches) {
      gone.delete(shown.match.id);
      const card = this.#cards.get(shown.match.id) ?? new MatchCard();
      this.#cards.set(shown.match.id, card);
      const before = card.status;
      card.update(shown, state.event);
      if (before && before !== "final" && card.status === "final") ended = shown;
    }
    for (const id of gone) this.#cards.delete(id);

    for (const [name, list] of Object.entries(grouped(matches))) {
      const section = byId(name);
      section.hidden = list.length === 0;
      setText(section.querySelector(".count"), `${list.length}`);
      arrange(section.querySelector(".matches"), list.map(({ match }) => this.#cards.get(match.id).element));
    }
    return ended;
  }
}
