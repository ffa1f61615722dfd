import { connectionPill } from "../shared/connection-pill.js";
import { byId, oncePerFrame, setText } from "../shared/dom.js";
import { setPageTitle } from "../shared/page-address.js";
import { factsOf, teamsText } from "../shared/format.js";
import { ScoringSession } from "./scoring-session.js";
import { ItemNotes } from "./item-notes.js";
import { ScoringView } from "./scoring-view.js";
import { MatchList } from "./match-list.js";
import { text } from "../shared/text.js";

const tick = 1_000;

/** One event: its matches, or the match that the address names after its #. */
export function openEvent(eventId, user) {
  const scoring = new ScoringSession(eventId, user);
  const list = new MatchList(scoring);
  const notes = new ItemNotes(byId("overview-notes"), scoring);
  let scoringView = null;
  let status = { code: "connecting" };
  let lastShown = "";
  let isOver = false;
  const pill = connectionPill(byId("connection"), () => scoring.reconnect());
  const draw = oncePerFrame(show);
  const later = () => {
    if (!isOver) draw();
  };
  const open = () => {
    const id = /^#(-?\d+)$/.exec(location.hash)?.[1];
    const isOther = scoringView?.matchId !== (id && Number(id));
    if (isOther) {
      scoringView?.close();
      scoringView = id ? new ScoringView(scoring, Number(id)) : null;
    }
    later();
  };
  addEventListener("hashchange", open);
  scoring.addEventListener("change", later);
  // Remaining times change without an event, so they are redrawn every second.
  const timer = setInterval(() => {
    scoringView?.tick();
    later();
  }, tick);
  open();
  scoring.open((latest) => {
    status = latest;
    later();
  });

  function show() {
    const { event } = scoring;
    document.documentElement.classList.toggle("is-keeping", scoringView !== null);
    byId("overview").hidden = scoringView !== null;
    byId("keeping").hidden = scoringView === null;
    setText(byId("title"), event?.name ?? text("shared.nav.score"));
    setText(byId("facts"), event ? factsOf(event) : "");
    if (scoringView) scoringView.show(status);
    else {
      pill.show(status);
      list.show();
      notes.show();
    }
    const match = scoringView && scoring.match(scoringView.matchId);
    setPageTitle(match && teamsText(match), event?.name ?? text("shared.nav.score"));
    moveFocus(scoringView ? `match ${scoringView.matchId}` : "list");
  }

  // A change of view is like a change of page: the focus starts at the top.
  function moveFocus(shown) {
    if (lastShown && shown !== lastShown) {
      byId("content").focus({ preventScroll: true });
      scrollTo(0, 0);
    }
    lastShown = shown;
  }

  return {
    close() {
      isOver = true;
      clearInterval(timer);
      draw.cancel();
      removeEventListener("hashchange", open);
      scoring.removeEventListener("change", later);
      scoringView?.close();
      scoring.close();
      list.clear();
      notes.clear();
      pill.say("");
      document.documentElement.classList.remove("is-keeping");
      byId("overview").hidden = false;
      byId("keeping").hidden = true;
    },
  };
}
