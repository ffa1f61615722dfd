import { byStart } from "../shared/match-order.js";
import { connect } from "../../livefeed.js";
import { showBar } from "../shared/nav-bar.js";
import { connectionPill } from "../shared/connection-pill.js";
import { byId, oncePerFrame, setText } from "../shared/dom.js";
import { pageEventId, setPageTitle } from "../shared/page-address.js";
import { OwnPage } from "../coverage/own-page.js";
import { PlanView } from "../coverage/plan-view.js";
import { planActions } from "../coverage/plan-actions.js";
import { SharedPage } from "../coverage/shared-page.js";
import { sharedPlan } from "../coverage/shared-link.js";
import { factsOf } from "../shared/format.js";
import { addTexts, text } from "../shared/text.js";
import { texts } from "../texts/en/coverage.js";

addTexts(texts);

const linked = sharedPlan();
let [matches, event, shown] = [[], undefined, []];
const later = oncePerFrame(show);

showBar({ eventId: pageEventId, current: "coverage" });
const own = linked ? null : new OwnPage(later);
const page = own ?? new SharedPage(linked);
const view = new PlanView({ timelines: byId("timelines"), agenda: byId("agenda"), onRemove: own && ((id) => own.remove([id])) });
planActions(() => ({ shown, event }), () => own.remove(shown.map(({ match }) => match.id)));
const pill = connectionPill(byId("connection"), () => feed.reconnect());
const feed = connect({ eventId: pageEventId, onState: take, onStatus: pill.show });
setInterval(() => view.tick(), 20_000);
later();

function take(state) {
  matches = state.matches.toSorted(byStart);
  event = state.event;
  later();
}

function show() {
  const chosen = new Set(page.selected);
  shown = matches.filter(({ match }) => chosen.has(match.id));
  const isKnown = event !== undefined;
  if (isKnown) setText(byId("event-facts"), [event.name, factsOf(event)].filter(Boolean).join(" · "));
  setPageTitle(page.title, event?.name);
  const overlaps = view.show(shown, event);
  setText(byId("summary"), shown.length > 0 ? text("shared.matches", { count: shown.length }) : "");
  setText(byId("overlap-count"), overlaps > 0 ? text("coverage.overlapCount", { count: overlaps }) : shown.length > 1 ? text("coverage.noOverlaps") : "");
  byId("overlap-count").dataset.state = overlaps > 0 ? "caution" : "";
  byId("overlap-count").hidden = shown.length < 2;
  byId("plan").dataset.isEmpty = `${shown.length === 0}`;
  byId("plan-body").hidden = byId("chosen").hidden = byId("plan-actions").hidden = shown.length === 0;
  byId("empty").hidden = !isKnown || shown.length > 0;
  page.show({ matches, shown, isKnown });
}
