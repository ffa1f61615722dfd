import { arrange, element, setText } from "../shared/dom.js";
import { linksCard } from "./links.js";
import { matchTitle, minutesText } from "./match-text.js";
import { progressOf } from "./progress.js";
import { ProgressTable } from "./progress-table.js";
import { emptyState } from "../shared/empty-state.js";
import { matchFacts } from "../shared/format.js";
import { statusText } from "../shared/match-status.js";
import { text } from "../shared/text.js";

const mostLate = 8;

/** The tournament's progress. */
export function overviewSection({ eventId }) {
  const tiles = { finished: tile(text("manage.finished")), playing: tile(statusText("inProgress")), coming: tile(text("manage.toCome")), late: tile(text("manage.late")) };
  tiles.playing.element.dataset.kind = "live";
  const bar = element("progress", "progress");
  const barText = element("p", "progress-text");
  bar.setAttribute("aria-label", text("manage.matchesFinished"));
  const late = element("section", "block");
  const lateRows = element("ul", "rows");
  const lateMore = element("p", "facts");
  late.append(element("h2", "", text("manage.shouldBeInPlay")), lateRows, lateMore);
  const divisions = new ProgressTable(text("manage.byDivision"), text("shared.division"));
  const courts = new ProgressTable(text("manage.byCourt"), text("shared.court"));
  const links = linksCard(eventId);
  const toSchedule = element("a", "button primary", text("manage.bringIn"));
  toSchedule.href = "#schedule";
  const none = emptyState(text("manage.noMatches"), text("manage.noMatchesText"), toSchedule);
  const figures = element("div", "stack", element("div", "tiles", ...Object.values(tiles).map((one) => one.element)), element("div", "", barText, bar), late, element("div", "columns", divisions.element, courts.element));
  const root = element("div", "stack", none, figures, links.element);
  none.hidden = figures.hidden = true;

  let matches;
  const draw = () => {
    if (!matches) return;
    const progress = progressOf(matches);
    const { all } = progress;
    none.hidden = all.total > 0;
    figures.hidden = all.total === 0;
    for (const [kind, one] of Object.entries(tiles)) setText(one.number, `${all[kind]}`);
    tiles.late.element.dataset.kind = all.late > 0 ? "caution" : "";
    bar.max = Math.max(all.total, 1);
    bar.value = all.finished;
    setText(barText, text("manage.finishedOf", { finished: all.finished, count: all.total }));
    late.hidden = progress.late.length === 0;
    arrange(lateRows, progress.late.slice(0, mostLate).map(lateRow));
    setText(lateMore, progress.late.length > mostLate ? text("manage.andOthers", { count: progress.late.length - mostLate }) : "");
    divisions.show(progress.divisions);
    courts.show(progress.courts);
    links.show(progress.courts);
  };
  // Matches become late as time passes, without any update.
  const tick = setInterval(draw, 30_000);
  return {
    element: root,
    update(state) {
      matches = state.matches;
      draw();
    },
    end: () => clearInterval(tick),
  };
}

function tile(word) {
  const number = element("span", "tile-number", "0");
  return { number, element: element("div", "tile", number, element("span", "tile-word", word)) };
}

function lateRow({ match, minutes, claim }) {
  const pill = element("span", "pill", text("manage.lateBy", { time: minutesText(minutes) }));
  pill.dataset.state = "caution";
  const scorekeeper = claim?.state === "claimed" ? text("manage.scoredBy", { name: claim.claimedBy?.name }) : text("manage.noOneScores");
  return element("li", "row", element("div", "", element("p", "row-name", matchTitle(match)), element("p", "facts", `${matchFacts(match)} · ${scorekeeper}`)), pill);
}
