import { api } from "../shared/api.js";
import { connect } from "../client/connect.js";
import { connectionPill } from "../shared/connection-pill.js";
import { button } from "../shared/dialog.js";
import { byId, element, oncePerFrame, setText } from "../shared/dom.js";
import { pageAddress, setPageTitle } from "../shared/page-address.js";
import { problemText } from "../shared/problem-text.js";
import { factsOf } from "../shared/format.js";
import { claimsSection } from "./claims.js";
import { conflictsSection } from "./conflicts.js";
import { emptyState, notice } from "./require-sign-in.js";
import { membersSection } from "./members.js";
import { overviewSection } from "./overview.js";
import { scheduleSection } from "./schedule.js";
import { settingsSection } from "./settings.js";
import { tabsOf } from "./tabs.js";

/** One event's page, for its organizers. */
export function showEvent(page, eventId) {
  const path = `api/events/${encodeURIComponent(eventId)}`;
  let isOver = false;
  let end = () => {};
  const enter = async () => {
    page.replaceChildren(element("div", "skeleton manage-skeleton"));
    try {
      const event = await api.get(path);
      // Only users who may manage the event may list its members, so this checks access.
      await api.get(`${path}/members?limit=1`);
      if (!isOver) end = manage(page, eventId, path, event);
    } catch (error) {
      if (!isOver) page.replaceChildren(refusal(error, eventId, enter));
    }
  };
  enter();
  return () => {
    isOver = true;
    end();
  };
}

function manage(page, eventId, path, event) {
  const context = { eventId, path, event, state: null };
  const overview = overviewSection(context);
  const claims = claimsSection(context);
  const conflicts = conflictsSection(context);
  const schedule = scheduleSection(context);
  const settings = settingsSection(context);
  const tabs = tabsOf([
    { id: "overview", word: "Overview", section: overview },
    { id: "schedule", word: "Schedule", section: schedule },
    { id: "members", word: "Members", section: membersSection(context) },
    { id: "claims", word: "Claims", section: claims },
    { id: "conflicts", word: "Conflicts", section: conflicts },
    { id: "settings", word: "Settings", section: settings },
  ]);
  const archived = notice("This event is archived: nothing can be written to it any more, and live connections are closed. It can be reopened in its settings.", "caution");
  page.replaceChildren(archived, ...tabs.elements);

  const showHead = (known) => {
    context.event = known;
    setText(byId("heading"), known.name);
    setText(byId("facts"), [factsOf(known), known.visibility === "members" ? "Members only" : ""].filter(Boolean).join(" · "));
    setPageTitle("Manage", known.name);
    archived.hidden = !known.archived;
    settings.showEvent(known);
  };
  context.changed = showHead;
  context.countConflicts = (number) => tabs.count("conflicts", number, "to review");

  const draw = oncePerFrame(() => {
    const { state } = context;
    if (state.event) showHead(state.event);
    for (const section of [overview, schedule, claims, conflicts]) section.update?.(state);
    tabs.count("claims", state.matches.filter(({ claim }) => claim?.state === "claimed").length, "held");
  });
  const pill = connectionPill(byId("connection"), () => feed.reconnect());
  const feed = connect({
    eventId,
    onState(state) {
      context.state = state;
      draw();
    },
    // The page's heading already says that the event is archived.
    onStatus: (status) => (status.reason === "event_archived" ? pill.say("") : pill.show(status)),
  });
  context.reconnect = () => feed.reconnect();
  showHead(event);
  conflicts.count();
  tabs.show();
  return () => {
    draw.cancel();
    feed.close();
    tabs.end();
    overview.end();
  };
}

function refusal(error, eventId, again) {
  if (error.code === "role_required" || error.code === "not_a_member") {
    const scores = element("a", "button", "See its scores");
    scores.href = pageAddress("events", eventId);
    return emptyState("You don't manage this event", "Only its organizers do. Ask one of them to make you an organizer, under Members.", scores);
  }
  if (error.code === "event_not_found" || error.code === "invalid_event_id") {
    const all = element("a", "button", "Your events");
    all.href = pageAddress("manage");
    return emptyState("There is no such event", "Check the address. The event may have been removed.", all);
  }
  const retry = button("Try again");
  retry.addEventListener("click", again);
  return notice(problemText(error), "error", retry);
}
