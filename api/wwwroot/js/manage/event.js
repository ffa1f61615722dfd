import { api } from "../shared/api.js";
import { connect } from "../client/connect.js";
import { connectionPill } from "../shared/connection-pill.js";
import { button, byId, element, oncePerFrame, setText } from "../shared/dom.js";
import { emptyState } from "../shared/empty-state.js";
import { notice } from "../shared/notice-box.js";
import { pageAddress, setPageTitle } from "../shared/page-address.js";
import { problemText } from "../shared/problem-text.js";
import { factsOf } from "../shared/format.js";
import { announcementsSection } from "./announcements.js";
import { claimsSection } from "./claims.js";
import { conflictsSection } from "./conflicts.js";
import { membersSection } from "./members.js";
import { overviewSection } from "./overview.js";
import { resultsSection } from "./results.js";
import { scheduleSection } from "./schedule.js";
import { settingsSection } from "./settings.js";
import { tabsOf } from "./tabs.js";
import { text } from "../shared/text.js";
import { webhooksSection } from "./webhooks.js";

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
      if (!isOver) page.replaceChildren(deniedView(error, eventId, enter));
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
  const results = resultsSection(context);
  const schedule = scheduleSection(context);
  const announcements = announcementsSection(context);
  const settings = settingsSection(context);
  const tabs = tabsOf([
    { id: "overview", word: text("manage.overview"), section: overview },
    { id: "schedule", word: text("manage.schedule"), section: schedule },
    { id: "results", word: text("manage.results"), section: results },
    { id: "members", word: text("manage.members"), section: membersSection(context) },
    { id: "claims", word: text("manage.claims"), section: claims },
    { id: "conflicts", word: text("manage.conflicts"), section: conflicts },
    { id: "announcements", word: text("announcements.title"), section: announcements },
    { id: "webhooks", word: text("webhooks.title"), section: webhooksSection(context) },
    { id: "settings", word: text("manage.settings"), section: settings },
  ]);
  const archived = notice(text("manage.isArchived"), "caution");
  page.replaceChildren(archived, ...tabs.elements);

  const showHead = (known) => {
    context.event = known;
    setText(byId("heading"), known.name);
    setText(byId("facts"), [factsOf(known), known.visibility === "members" ? text("manage.membersOnly") : ""].filter(Boolean).join(" · "));
    setPageTitle(text("shared.nav.manage"), known.name);
    archived.hidden = !known.archived;
    settings.showEvent(known);
  };
  context.changed = showHead;
  context.countConflicts = (number) => tabs.count("conflicts", number, text("manage.toReview"));

  const draw = oncePerFrame(() => {
    const { state } = context;
    if (state.event) showHead(state.event);
    for (const section of [overview, schedule, results, claims, conflicts, announcements]) section.update?.(state);
    tabs.count("claims", state.matches.filter(({ claim }) => claim?.state === "claimed").length, text("manage.heldSuffix"));
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

function deniedView(error, eventId, again) {
  if (error.code === "role_required" || error.code === "not_a_member") {
    const scores = element("a", "button", text("manage.seeScores"));
    scores.href = pageAddress("events", eventId);
    return emptyState(text("manage.notYours"), text("manage.notYoursText"), scores);
  }
  if (error.code === "event_not_found" || error.code === "invalid_event_id") {
    const all = element("a", "button", text("manage.yourEvents"));
    all.href = pageAddress("manage");
    return emptyState(text("manage.noSuchEvent"), text("manage.noSuchEventText"), all);
  }
  const retry = button(text("shared.tryAgain"));
  retry.addEventListener("click", again);
  return notice(problemText(error), "error", retry);
}
