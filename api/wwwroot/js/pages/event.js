import { showBar } from "../shared/nav-bar.js";
import { connect } from "../client/connect.js";
import { connectionPill } from "../shared/connection-pill.js";
import { byId, oncePerFrame, setText } from "../shared/dom.js";
import { divisionsWithBrackets } from "../event/bracket-divisions.js";
import { accessMessage, emptinessOf, EmptyState } from "../event/empty-state.js";
import { Favourites } from "../event/favourites.js";
import { FilterBar } from "../event/filter-bar.js";
import { choicesOf } from "../event/filter.js";
import { FollowBar } from "../event/follow.js";
import { LaterMatch } from "../event/later-match.js";
import { LaterView } from "../event/later-view.js";
import { MatchList } from "../event/list.js";
import { screenReaderScore, screenReaderTeams } from "../event/screen-reader-text.js";
import { titleOf, ViewInAddress } from "../event/view.js";
import { ViewSwitch } from "../event/view-switch.js";
import { pageEventId, setPageTitle } from "../shared/page-address.js";
import { factsOf } from "../shared/format.js";
import { addTexts, text } from "../shared/text.js";
import { texts } from "../texts/en/event.js";

addTexts(texts);

const second = 1_000;
const minute = 60_000;

const draw = oncePerFrame(show);
const favourites = new Favourites(pageEventId);
const address = new ViewInAddress(changeView);
const list = new MatchList(byId("matches"));
const filters = new FilterBar(address);
const follow = new FollowBar(byId("follow"), favourites);
const open = new LaterMatch(address, async () => new (await import("../event/open-match.js")).OpenMatch({ address, favourites, onChange: draw }), draw);
const views = new ViewSwitch(address);
const tables = new LaterView("tables", async (box) => new (await import("../event/tables-view.js")).TablesView(box, address), draw);
const brackets = new LaterView("brackets", async (box) => (await import("../event/brackets-view.js")).BracketsView.open(box, { address, onChange: draw }), draw);
const empty = new EmptyState(byId("empty"));
const announcements = new LaterView("announcements", async (box) => new (await import("../event/announcement-bar.js")).AnnouncementBar(box, pageEventId, draw), draw);
let hasAnnounced = false;
let choices = choicesOf([]);
let bracketed = divisionsWithBrackets([]);

showBar({ eventId: pageEventId, current: "events" });
const pill = connectionPill(byId("connection"), () => feed.reconnect());
const feed = connect({ eventId: pageEventId, onState: changed, onEntry: (entry) => open.take(entry), onStatus: showStatus });
favourites.addEventListener("change", draw);
// Matches become overdue, and a new day begins, without any entry.
setInterval(draw, minute / 2);
setInterval(tick, second);
for (const id of ["list", "match-rubbers"]) byId(id).addEventListener("click", followLink);

function changed(_, reset) {
  if (reset) open.reset();
  draw();
}

function tick() {
  list.tick();
  brackets.tick();
  open.tick();
}

function showStatus(status) {
  pill.show(status);
  draw();
}

function show() {
  const { view } = address;
  const { matches } = feed.state;
  const event = /** @type {EventEntry} */ (feed.state.event);
  const gate = accessMessage(feed.status);
  for (const part of [byId("board"), byId("toolbar")]) part.classList.toggle("has-match", view.match !== null && !gate);
  if (gate) {
    for (const part of ["shows", "filters", "matches"]) byId(part).hidden = true;
    open.hide();
    announcements.show(false);
    views.show({}, false);
    for (const other of [tables, brackets]) other.show(false);
    empty.show(gate);
    return;
  }
  byId("matches").hidden = view.tables || view.brackets;
  if (!event) return;

  setText(byId("event-name"), event.name);
  setText(byId("event-facts"), factsOf(event));
  // Once there is something, the bar stays: it keeps the focus in the page when its last announcement ends.
  hasAnnounced ||= feed.state.announcements.length > 0;
  announcements.show(hasAnnounced, feed.state);
  const now = Math.floor(Date.now() / minute) * minute;
  const ended = list.show(matches, { event, view, now, favourites, favouriteIds: favourites.ids }, (match) => address.hrefWith({ match }));
  // Only final results are announced from the list: announcing every point would drown out everything else.
  if (ended.length > 0) setText(byId("result"), ended.map(resultText).join(". "));
  if (list.isRescheduled) {
    choices = choicesOf(matches);
    bracketed = divisionsWithBrackets(matches);
  }
  if (list.isArranged || byId("shows").hidden) showControls(view, matches);
  const { standings } = feed.state;
  const context = { event, view, matches, standings, bracketed, favourites };
  views.show({ hasTables: standings.length > 0, hasBrackets: bracketed.size > 0 });
  tables.show(view.tables, context);
  brackets.show(view.brackets, context);
  open.show(matches, { event, view, now, state: feed.state });
  setPageTitle(...titleOf(view, event, choices, open.match));
}

function showControls(view, matches) {
  if (matches.length > 0) {
    filters.show(view, list.counts, choices);
    follow.show(view, choices.teams);
  }
  if (list.counts.listed > 0 || view.tables || view.brackets) empty.hide();
  else empty.show(emptinessOf(view, { matches, favourites, clear: () => filters.clear() }));
}

function changeView(view, before) {
  show();
  if (view.match === before.match) return;
  // Focus what the reader navigated to, or came back to.
  if (view.match !== null) open.focus();
  else (brackets.linkTo(before.match) ?? list.rowOf(before.match)?.link)?.focus();
}

/** Opens a link to a match in this page, unless the reader asked for another tab or window. */
function followLink(event) {
  const link = event.target.closest("[data-match] > a, a[data-match]");
  if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  address.go({ match: Number(link.closest("[data-match]").dataset.match) });
}

function resultText({ match, score }) {
  return text("event.finalResult", { teams: screenReaderTeams(match), score: screenReaderScore(score, feed.state.event) });
}
