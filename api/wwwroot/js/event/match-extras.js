import { button, element } from "../shared/dom.js";
import { teamName } from "../shared/format.js";
import { formatOf } from "../shared/match-format.js";
import { isOver, statusOf } from "../shared/match-status.js";
import { addTexts, text } from "../shared/text.js";
import { texts } from "../texts/en/incidents.js";
import { incidentList } from "./incident-list.js";
import { MatchIncidents } from "./match-incidents.js";
import { MatchStatistics } from "./match-statistics.js";
import { ScoreProgressView } from "./score-progress-view.js";
import { comparisonsOf, statisticsBars } from "./statistics-bars.js";

addTexts(texts);

/** What happened in the open match, its statistics and its history. Loaded with the first match that somebody opens. */
export class MatchExtras {
  #box;
  #incidents;
  #statistics;
  #course;
  #shown = "";

  /** `onAgain` is called if the reader wants the history to be loaded again. */
  constructor(box, eventId, { onChange, onAgain }) {
    this.#box = box;
    this.#incidents = new MatchIncidents(eventId, onChange);
    this.#statistics = new MatchStatistics(eventId, onChange);
    this.#course = new ScoreProgressView(onAgain);
  }

  /** Shows what there is. A match without a score has nothing. */
  show(shown, { event, state, history }) {
    const { match } = shown;
    this.#course.show(history, match, event);
    this.#box.hidden = !shown.score;
    if (!shown.score) return;
    this.#incidents.open(match.id);
    this.#statistics.open(match.id);
    const { list, failure } = this.#incidents;
    const comparisons = comparisonsOf(this.#statistics.of(state, isOver(statusOf(shown))), formatOf(event, match));
    const names = [teamName(match, 1), teamName(match, 2)];
    const now = JSON.stringify([match.id, list, failure, comparisons, names]);
    if (now === this.#shown) return;
    this.#shown = now;
    this.#box.replaceChildren(
      ...(list.length > 0 || failure ? [this.#card(text("incidents.title"), incidentList(list, match), ...(failure ? this.#failed(failure) : []))] : []),
      ...(comparisons.length > 0 ? [this.#card(text("incidents.statistics"), statisticsBars(comparisons, names))] : []));
  }

  take(entry) {
    this.#incidents.take(entry);
  }

  /** Entries may have been missed. */
  reset() {
    this.#incidents.reload();
  }

  #card(title, ...content) {
    return element("section", "card extras", element("h3", "", title), ...content);
  }

  #failed(failure) {
    const again = button(text("incidents.again"));
    again.addEventListener("click", () => this.#incidents.load());
    return [element("p", "facts", failure), again];
  }
}
