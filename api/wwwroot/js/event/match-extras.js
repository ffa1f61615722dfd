import { teamName } from "../shared/format.js";
import { formatOf } from "../shared/match-format.js";
import { isOver, statusOf } from "../shared/match-status.js";
import { addTexts, text } from "../shared/text.js";
import { texts } from "../texts/en/incidents.js";
import { ExtrasCard } from "./extras-card.js";
import { incidentList } from "./incident-list.js";
import { lineupList } from "./lineup-list.js";
import { MatchIncidents } from "./match-incidents.js";
import { MatchLineups } from "./match-lineups.js";
import { MatchStatistics } from "./match-statistics.js";
import { ScoreProgressView } from "./score-progress-view.js";
import { comparisonsOf, statisticsBars } from "./statistics-bars.js";

addTexts(texts);

/** Who plays in the open match, what happened in it, its statistics and its history. Loaded with the first match that somebody opens. */
export class MatchExtras {
  #box;
  #lineups;
  #incidents;
  #statistics;
  #course;
  #cards;

  /** `onAgain` is called if the reader wants the history to be loaded again. */
  constructor(box, eventId, { onChange, onAgain }) {
    this.#box = box;
    this.#lineups = new MatchLineups(eventId, onChange);
    this.#incidents = new MatchIncidents(eventId, onChange);
    this.#statistics = new MatchStatistics(eventId, onChange);
    this.#course = new ScoreProgressView(onAgain);
    this.#cards = {
      lineups: new ExtrasCard(text("incidents.lineups"), () => this.#lineups.load()),
      incidents: new ExtrasCard(text("incidents.title"), () => this.#incidents.load()),
      statistics: new ExtrasCard(text("incidents.statistics")),
    };
    box.replaceChildren(...Object.values(this.#cards).map(({ element }) => element));
  }

  /** Shows what there is. A match without a score may have line-ups, and nothing else. */
  show(shown, { event, state, history }) {
    const { match, score } = shown;
    this.#course.show(history, match, event);
    this.#lineups.open(match.id);
    if (score) {
      this.#incidents.open(match.id);
      this.#statistics.open(match.id);
    }
    const names = [teamName(match, 1), teamName(match, 2)];
    const lineups = this.#lineups.list;
    const incidents = score ? this.#incidents.list : [];
    const comparisons = score ? comparisonsOf(this.#statistics.of(state, isOver(statusOf(shown))), formatOf(event, match)) : [];
    this.#cards.lineups.show([names, lineups, lineups.length > 0], () => lineupList(lineups, match), this.#lineups);
    this.#cards.incidents.show([names, incidents, incidents.length > 0], () => incidentList(incidents, match), score ? this.#incidents : undefined);
    this.#cards.statistics.show([names, comparisons, comparisons.length > 0], () => statisticsBars(comparisons, names));
    this.#box.hidden = Object.values(this.#cards).every(({ element }) => element.hidden);
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
}
