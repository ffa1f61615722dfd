import { arrange, button, element, focusContent, setText } from "../shared/dom.js";
import { loadStyles } from "../shared/load-styles.js";
import { pageEventId } from "../shared/page-address.js";
import { addTexts, text } from "../shared/text.js";
import { texts } from "../texts/en/brackets.js";
import { BracketBoard } from "./bracket-board.js";
import { BracketReader } from "./bracket-reader.js";
import { DivisionChips } from "./division-chips.js";

addTexts(texts);

/** The brackets of all divisions, or of one. Loaded when somebody opens them. */
export class BracketsView {
  #address;
  #reader;
  #chips;
  #boards = new Map();
  #list = element("div", "brackets");
  #failure = element("p", "notice");
  #again = button(text("shared.tryAgain"));
  #loading = element("p", "facts", text("brackets.loading"));
  #none = element("p");
  #empty = element("div", "empty", element("h2", "", text("brackets.none")), this.#none);

  /** Makes the view once its style sheet applies. `onChange` is called once the brackets have been read. */
  static async open(box, options) {
    await loadStyles("css/pages/events-brackets.css");
    return new BracketsView(box, options);
  }

  constructor(box, { address, onChange }) {
    this.#address = address;
    this.#reader = new BracketReader(pageEventId, onChange);
    this.#chips = new DivisionChips(address);
    this.#failure.dataset.tone = "error";
    this.#failure.setAttribute("role", "alert");
    this.#again.addEventListener("click", () => this.#reader.again());
    box.append(this.#chips.element, this.#failure, this.#again, this.#loading, this.#list, this.#empty);
  }

  /** @param {{ event: any, view: any, matches: readonly any[], standings: readonly any[], favourites: any }} context */
  show({ event, view, matches, standings, favourites }) {
    this.#reader.take(matches, standings);
    const { brackets, failure } = this.#reader;
    setText(this.#failure, failure);
    if (failure === "" && document.activeElement === this.#again) focusContent();
    this.#failure.hidden = this.#again.hidden = failure === "";
    this.#loading.hidden = brackets !== null || failure !== "";
    const shown = (brackets ?? []).filter(({ division }) => view.division === null || division?.id === view.division);
    this.#empty.hidden = brackets === null || shown.length > 0;
    setText(this.#none, text(view.division === null ? "brackets.noneText" : "brackets.noneHereText"));
    this.#chips.show((brackets ?? []).flatMap(({ division }) => division ?? []), view);
    const known = new Map(matches.map((one) => [one.match.id, one]));
    const context = { known, view, event, favourites, favouriteIds: favourites.ids, hrefOf: (match) => this.#address.hrefWith({ match }) };
    arrange(this.#list, shown.map((bracket) => {
      const board = this.#boards.get(bracket.id) ?? new BracketBoard(bracket.id);
      this.#boards.set(bracket.id, board);
      board.show(bracket, context);
      return board.element;
    }));
  }

  tick() {
    for (const board of this.#boards.values()) board.tick();
  }
}
