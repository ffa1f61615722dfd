import { deciderName } from "../shared/decider.js";
import { formatOf, periodName } from "../shared/match-format.js";
import { isInSets } from "../shared/score-columns.js";
import { scoreText } from "../shared/score-text.js";
import { arrange, byId, element, setText } from "../shared/dom.js";
import { clockText, dayText, isToday, teamName } from "../shared/format.js";
import { drawChart } from "./score-chart.js";
import { changeText, scoreProgress } from "./score-progress.js";
import { text } from "../shared/text.js";

const firstRows = 50;

/** The history of the open match: a chart, and a table with the same content for readers who can't or don't want to read a chart. */
export class ScoreProgressView {
  #box = byId("match-course");
  #chart = /** @type {HTMLElement} */ (this.#box.querySelector(".chart"));
  #legend = /** @type {HTMLElement} */ (this.#box.querySelector(".legend"));
  #details = this.#box.querySelector("details");
  #note = byId("course-note");
  #heading = this.#box.querySelector("h3");
  #again = byId("course-again");
  #all = byId("course-all");
  #body = this.#box.querySelector("tbody");
  #rows = new Map();
  #shown = {};
  #width = 0;
  #showsAll = false;

  constructor(onAgain) {
    // The focus goes there when the button goes away.
    this.#heading.tabIndex = -1;
    this.#again.addEventListener("click", () => this.#again.ariaDisabled === "true" || onAgain());
    this.#all.addEventListener("click", () => {
      this.#showsAll = true;
      this.#draw();
    });
    new ResizeObserver(() => this.#chart.clientWidth !== this.#width && this.#draw()).observe(this.#chart);
  }

  show(history, match, event) {
    const { revisions, failure, isLoading } = history;
    const before = this.#shown;
    this.#shown = { revisions, failure, isLoading, match, event };
    if (Object.entries(this.#shown).every(([name, value]) => value === before[name])) return;
    if (before.match?.id !== match.id) {
      this.#rows.clear();
      this.#showsAll = false;
    }
    this.#draw();
  }

  #draw() {
    const { revisions = [], failure, isLoading, match, event } = this.#shown;
    if (!match) return;
    this.#box.hidden = revisions.length === 0 && !failure && !isLoading;
    setText(this.#note, failure || (isLoading && revisions.length === 0 ? text("shared.loading") : ""));
    this.#note.hidden = this.#note.textContent === "";
    this.#again.ariaDisabled = isLoading ? "true" : null;
    const losesFocus = !failure && document.activeElement === this.#again;
    this.#again.hidden = !failure;
    if (losesFocus) this.#heading.focus({ preventScroll: true });
    for (const part of [this.#chart, this.#legend, this.#details]) part.hidden = revisions.length === 0;
    this.#width = this.#chart.clientWidth;
    if (this.#box.hidden || revisions.length === 0 || this.#width === 0) return;

    const names = [teamName(match, 1), teamName(match, 2)];
    const format = formatOf(event, match);
    const inSets = isInSets(event, match);
    // After a score's own sets comes its decider: an earlier or a later score may have more sets, or none.
    const nameOf = (index, { sets, decider }, isNamed = true) => (index >= sets.length ? deciderName(decider) : isNamed ? periodName(index, format) : "");
    const lines = scoreProgress(revisions);
    names.forEach((name, side) => setText(this.#box.querySelector(`.key-${side + 1}`), name));
    drawChart(this.#chart, lines, {
      width: this.#width,
      nameOf: (number) => nameOf(number - 1, revisions.at(-1)),
      title: text(format.unit === "goal" ? "event.goalsChart" : "event.pointsChart", { one: names[0], other: names[1] }),
    });
    this.#list(revisions, names, (index, score) => nameOf(index, score, inSets));
  }

  #list(revisions, names, nameOf) {
    const newest = this.#showsAll ? 0 : Math.max(0, revisions.length - firstRows);
    const rows = revisions.slice(newest).map((revision, index) => this.#row(revision, revisions[newest + index - 1], names, nameOf));
    arrange(this.#body, rows.reverse());
    this.#all.hidden = newest === 0;
    setText(this.#all, text("event.showUpdates", { count: revisions.length }));
  }

  #row(revision, before, names, nameOf) {
    const known = this.#rows.get(revision.version);
    if (known) return known;
    const { occurredAt } = revision;
    const time = element("time", "", isToday(occurredAt) ? clockText(occurredAt) : `${dayText(occurredAt)}, ${clockText(occurredAt)}`);
    time.dateTime = occurredAt;
    const score = scoreText(revision) || "–";
    const row = element("tr", "", element("td", "", time), element("td", "", score), element("td", "", changeText(revision, before, names, nameOf)));
    this.#rows.set(revision.version, row);
    return row;
  }
}
