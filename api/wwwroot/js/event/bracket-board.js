import { arrange, element, keepingFocus, setText } from "../shared/dom.js";
import { text } from "../shared/text.js";
import { BracketCard } from "./bracket-card.js";
import { byesOf } from "./bracket-byes.js";
import { layoutOf } from "./bracket-layout.js";
import { bracketName, roundName } from "./bracket-names.js";
import { currentRound } from "./current-round.js";
import { RoundChoice } from "./round-choice.js";

/** One bracket: its rounds as columns, of which a phone shows one at a time. */
export class BracketBoard {
  #heading = element("h2");
  #choice = new RoundChoice((id) => this.#open(id));
  #parts = element("div", "bracket-parts");
  #cards = new Map();
  #partOf = new Map();
  #columns = [];
  #bracket = null;
  #structure = "";
  #opened = "";

  element = element("section", "bracket", this.#heading, this.#choice.element, this.#parts);

  constructor(id) {
    this.#heading.id = `bracket-${id}`;
    this.element.setAttribute("aria-labelledby", this.#heading.id);
  }

  /**
   * @param {any} bracket What `GET …/brackets` has of it.
   * @param {{ known: ReadonlyMap<number, any>, view: any, hrefOf: (matchId: number) => string, event: any, favourites: any, favouriteIds: any }} context
   */
  show(bracket, { known, view, hrefOf, ...frame }) {
    // A match that has just been added may be in one of the two lists only.
    const shownOf = (one) => known.get(one.match.id) ?? one;
    if (bracket !== this.#bracket) {
      this.#bracket = bracket;
      const structure = structureOf(bracket);
      if (structure !== this.#structure) keepingFocus(() => this.#build(bracket, shownOf));
      this.#structure = structure;
    }
    for (const column of this.#columns) {
      for (const { matches } of column.nodes)
        for (const one of matches) {
          const card = this.#cards.get(one.match.id);
          card.show(shownOf(one), { ...frame, byes: one.byes });
          card.pointTo(hrefOf(one.match.id), view.match === one.match.id);
        }
      const byes = byesOf(column, column.next, shownOf);
      column.note.hidden = byes.length === 0;
      setText(column.note, byes.length > 0 ? text("brackets.byes", { teams: byes.join(", ") }) : "");
    }
  }

  tick() {
    for (const card of this.#cards.values()) card.tick();
  }

  #build(bracket, shownOf) {
    setText(this.#heading, bracketName(bracket));
    // Those that stay keep their elements, and so the focus and the marks of changed numbers.
    const ids = new Set(bracket.rounds.flatMap(({ matches }) => matches.map(({ match }) => match.id)));
    for (const id of this.#cards.keys()) if (!ids.has(id)) this.#cards.delete(id);
    const parts = layoutOf(bracket);
    this.#columns = parts.flatMap(({ columns }) => columns.map((column, index) => ({ ...column, ...this.#column(column), next: columns[index + 1] })));
    const elements = new Map(this.#columns.map(({ round, box }) => [round.id, box]));
    arrange(this.#parts, parts.map(({ key, rows, columns }) => {
      const part = this.#partOf.get(key) ?? element("div", "bracket-part", element("div", "bracket-columns"));
      this.#partOf.set(key, part);
      const { scrollLeft } = part;
      part.firstElementChild.replaceChildren(...columns.map(({ round }) => elements.get(round.id)));
      part.style.setProperty("--rows", `${rows}`);
      part.scrollLeft = scrollLeft;
      return part;
    }));
    // Chosen once, and kept while the tournament goes on: nobody's round is changed under their eyes.
    if (!elements.has(this.#opened)) this.#opened = currentRound(bracket.rounds.map(({ id }) => this.#columns.find(({ round }) => round.id === id)), shownOf).round.id;
    this.#open(this.#opened);
  }

  #column({ round, nodes }) {
    const heading = element("h3", "", roundName(round, this.#bracket));
    const note = element("p", "round-note");
    const list = element("ol", "round-matches", ...nodes.map((node) => this.#node(node)));
    return { note, box: element("div", "round", heading, list, note) };
  }

  #node({ matches, rows, center, feeders, next }) {
    const item = element("li", `bracket-node${feeders.length > 0 ? " is-fed" : ""}`, ...matches.map(({ match }) => {
      const card = this.#cards.get(match.id) ?? new BracketCard(match.id);
      this.#cards.set(match.id, card);
      return card.element;
    }));
    item.style.setProperty("--top", `${center - rows / 2}`);
    item.style.setProperty("--rows", `${rows}`);
    if (next) {
      const line = element("span", "bracket-line");
      line.dataset.to = next.center > center ? "down" : next.center < center ? "up" : "level";
      line.style.setProperty("--span", `${Math.abs(next.center - center)}`);
      item.append(line);
    }
    return item;
  }

  #open(id) {
    this.#opened = id;
    for (const { round, box } of this.#columns) box.classList.toggle("is-open", round.id === id);
    for (const part of this.#parts.children) part.classList.toggle("is-open", part.querySelector(".is-open") !== null);
    this.#choice.show(this.#bracket.rounds.map((round) => ({ id: round.id, name: roundName(round, this.#bracket) })), id, text("brackets.rounds", { bracket: bracketName(this.#bracket) }));
  }
}

/** What its layout follows from, as a text that can be compared. */
function structureOf({ division, rounds }) {
  return JSON.stringify([division, rounds.map(({ id, size, matches }) => [id, size, matches.map(({ position, byes, match }) => [position, byes, match.id, match.leg, match.team1From, match.team2From])])]);
}
