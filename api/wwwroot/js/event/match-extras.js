import { button, element } from "../shared/dom.js";
import { teamName } from "../shared/format.js";
import { formatOf } from "../shared/match-format.js";
import { isOver, statusOf } from "../shared/match-status.js";
import { addTexts, text } from "../shared/text.js";
import { texts } from "../texts/en/incidents.js";
import { incidentList } from "./incident-list.js";
import { lineupList } from "./lineup-list.js";
import { MatchIncidents } from "./match-incidents.js";
import { MatchLineups } from "./match-lineups.js";
import { MatchStatistics } from "./match-statistics.js";
import { ScoreProgressView } from "./score-progress-view.js";
import { comparisonsOf, statisticsBars } from "./statistics-bars.js";

addTexts(texts);

const nothing = { list: [], failure: "" };

/** Who plays in the open match, what happened in it, its statistics and its history. Loaded with the first match that somebody opens. */
export class MatchExtras {
  #box;
  #lineups;
  #incidents;
  #statistics;
  #course;
  #shown = "";

  /** `onAgain` is called if the reader wants the history to be loaded again. */
  constructor(box, eventId, { onChange, onAgain }) {
    this.#box = box;
    this.#lineups = new MatchLineups(eventId, onChange);
    this.#incidents = new MatchIncidents(eventId, onChange);
    this.#statistics = new MatchStatistics(eventId, onChange);
    this.#course = new ScoreProgressView(onAgain);
  }

  /** Shows what there is. A match without a score may have line-ups, and nothing else. */
  show(shown, { event, state, history }) {
    const { match } = shown;
    this.#course.show(history, match, event);
    this.#lineups.open(match.id);
    if (shown.score) {
      this.#incidents.open(match.id);
      this.#statistics.open(match.id);
    }
    const { list, failure } = shown.score ? this.#incidents : nothing;
    const { list: lineups, failure: lineupFailure } = this.#lineups;
    const comparisons = shown.score ? comparisonsOf(this.#statistics.of(state, isOver(statusOf(shown))), formatOf(event, match)) : [];
    const names = [teamName(match, 1), teamName(match, 2)];
    const now = JSON.stringify([match.id, lineups, lineupFailure, list, failure, comparisons, names]);
    if (now === this.#shown) return;
    this.#shown = now;
    this.#box.hidden = false;
    this.#box.replaceChildren(
      ...(lineups.length > 0 || lineupFailure ? [this.#card(text("incidents.lineups"), ...(lineupFailure ? this.#failed(lineupFailure, this.#lineups) : [lineupList(lineups, match)]))] : []),
      ...(list.length > 0 || failure ? [this.#card(text("incidents.title"), incidentList(list, match), ...(failure ? this.#failed(failure, this.#incidents) : []))] : []),
      ...(comparisons.length > 0 ? [this.#card(text("incidents.statistics"), statisticsBars(comparisons, names))] : []));
  }

  take(entry) {
    this.#lineups.take(entry);
    this.#incidents.take(entry);
  }

  /** Entries may have been missed. */
  reset() {
    this.#lineups.load();
    this.#incidents.reload();
  }

  #card(title, ...content) {
    return element("section", "card extras", element("h3", "", title), ...content);
  }

  #failed(failure, source) {
    const again = button(text("incidents.again"));
    again.addEventListener("click", () => source.load());
    return [element("p", "facts", failure), again];
  }
}
