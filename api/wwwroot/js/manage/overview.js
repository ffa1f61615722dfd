import { arrange, element, setText } from "../shared/dom.js";
import { emptyState } from "./require-sign-in.js";
import { linksCard } from "./links.js";
import { counted, matchTitle, minutesText } from "./match-text.js";
import { progressOf } from "./progress.js";
import { ProgressTable } from "./progress-table.js";
import { matchFacts } from "../shared/format.js";

const mostLate = 8;

/** The tournament's progress. */
export function overviewSection({ eventId }) {
  const tiles = { finished: tile("Finished"), playing: tile("In play"), coming: tile("To come"), late: tile("Late") };
  tiles.playing.element.dataset.kind = "live";
  const bar = element("progress", "progress");
  const barText = element("p", "progress-text");
  bar.setAttribute("aria-label", "Matches finished");
  const late = element("section", "block");
  const lateRows = element("ul", "rows");
  const lateMore = element("p", "facts");
  late.append(element("h2", "", "Should be in play"), lateRows, lateMore);
  const divisions = new ProgressTable("By division", "Division");
  const courts = new ProgressTable("By court", "Court");
  const links = linksCard(eventId);
  const toSchedule = element("a", "button primary", "Bring in a schedule");
  toSchedule.href = "#schedule";
  const none = emptyState("No matches yet", "The schedule is what everything else needs.", toSchedule);
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
    setText(barText, `${all.finished} of ${counted(all.total, "match", "matches")} finished`);
    late.hidden = progress.late.length === 0;
    arrange(lateRows, progress.late.slice(0, mostLate).map(lateRow));
    setText(lateMore, progress.late.length > mostLate ? `and ${counted(progress.late.length - mostLate, "other")}` : "");
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
  const pill = element("span", "pill", `${minutesText(minutes)} late`);
  pill.dataset.state = "caution";
  const keeper = claim?.state === "claimed" ? `kept by ${claim.claimedBy?.name}` : "nobody keeps it yet";
  return element("li", "row", element("div", "", element("p", "row-name", matchTitle(match)), element("p", "facts", `${matchFacts(match)} · ${keeper}`)), pill);
}
