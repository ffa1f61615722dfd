import { connect } from "../../livefeed.js";
import { arrange, button, byId, element, oncePerFrame, setText } from "../shared/dom.js";
import { pageEventId, setPageTitle } from "../shared/page-address.js";
import { signInDialog } from "../shared/sign-in.js";
import { AnnouncementStrip } from "./announcement-strip.js";
import { Board } from "./board.js";
import { showControls } from "./controls.js";
import { courtsOf, courtViews } from "./court.js";
import { Freshness } from "./freshness.js";
import { askedCourts, maxCourts } from "./query.js";
import { stayAwake } from "../shared/stay-awake.js";
import { text } from "../shared/text.js";

// "Today" ends at midnight, even if nothing is played.
const lookAgainEvery = 60_000;
const second = 1_000;

/** Fills the window with courts, for days. */
export function showScreen() {
  const boards = new Map();
  const courts = element("div", "courts");
  const message = element("div", "message");
  const title = byId("event-name");
  const more = element("p", "more");
  const announcements = new AnnouncementStrip();
  const freshness = new Freshness(() => feed.reconnect());
  byId("content").replaceChildren(courts, message, announcements.element, element("div", "line", title, more, freshness.element));
  showControls();
  stayAwake();

  const draw = oncePerFrame(show);
  const feed = connect({
    eventId: pageEventId,
    onState: draw,
    onStatus(status) {
      freshness.show(status);
      draw();
    },
  });
  setInterval(draw, lookAgainEvery);
  setInterval(() => boards.forEach((board) => board.tick()), second);

  function show() {
    const { state } = feed;
    const { event, matches } = state;
    const all = courtsOf(matches).map(({ id }) => id);
    const ids = matches.length === 0 ? [] : (askedCourts ?? all.slice(0, maxCourts));
    const views = new Map(ids.flatMap((id) => courtViews(state, id).map((view, index) => [`${id} ${index}`, view])));
    for (const [place, board] of boards) {
      if (views.has(place)) continue;
      board.remove();
      boards.delete(place);
    }
    for (const place of views.keys()) if (!boards.has(place)) boards.set(place, new Board());
    courts.dataset.count = `${views.size}`;
    arrange(courts, [...views.keys()].map((place) => boards.get(place).element));
    for (const [place, view] of views) boards.get(place).show(view, event);

    announcements.show(state, ids.length === 0 ? (askedCourts ?? []) : ids);

    const left = askedCourts ? 0 : all.length - ids.length;
    setText(more, left > 0 ? text("display.moreCourts", { count: left }) : "");
    if (event) {
      setText(title, event.name);
      setPageTitle(event.name, ...(ids.length === 1 ? [courtViews(state, ids[0])[0].name] : []));
    }
    showMessage(ids.length === 0, event);
  }

  function showMessage(isShown, event) {
    message.hidden = !isShown;
    courts.hidden = isShown;
    if (!isShown) return;
    const { code } = feed.status;
    const heading = event?.name ?? freshness.ending;
    const sentence = event ? freshness.ending || text("display.noSchedule") : "";
    if (message.dataset.shown === `${heading} ${sentence}`) return;
    message.dataset.shown = `${heading} ${sentence}`;
    message.replaceChildren(element("p", "message-name", heading), element("p", "message-text", sentence));
    if (code !== "sign-in-needed") return;
    const signIn = button(text("shared.signIn"), "button primary");
    signIn.addEventListener("click", signInDialog);
    message.append(signIn);
  }
}
