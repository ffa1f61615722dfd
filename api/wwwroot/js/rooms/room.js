import { connect, openOutbox } from "../../livefeed.js";
import { api } from "../shared/api.js";
import { defaultSession } from "../client/base-url.js";
import { connectionPill } from "../shared/connection-pill.js";
import { button, byId, element, oncePerFrame, setText } from "../shared/dom.js";
import { emptyState } from "../shared/empty-state.js";
import { mayManage } from "../shared/may-manage.js";
import { setPageTitle } from "../shared/page-address.js";
import { problemText } from "../shared/problem-text.js";
import { text } from "../shared/text.js";
import { Composer } from "./composer.js";
import { MessageList } from "./message-list.js";
import { MessageSource } from "./message-source.js";
import { PeoplePanel } from "./people-panel.js";
import { PresenceLine } from "./presence-line.js";

/** @type {Record<string, TextKey>} */
const closed = {
  not_a_member: "rooms.notAMember",
  access_revoked: "rooms.left",
  token_required: "rooms.signInText",
  team_not_found: "rooms.noTeam",
  topic_deleted: "rooms.noTeam",
};

/**
 * Shows a team's room, and follows it. Returns a function that ends that.
 *
 * @param {HTMLElement} page
 * @param {{ eventId: string, teamId: number }} place
 * @param {() => void} signInAgain What the button does that is shown when the session is over.
 */
export function openRoom(page, { eventId, teamId }, signInAgain) {
  const path = `api/events/${encodeURIComponent(eventId)}/teams/${teamId}`;
  const topic = `events/${eventId}/teams/${teamId}`;
  const userId = defaultSession().user.id;
  const ended = new AbortController();
  const messages = new MessageSource(path, { onChange: () => later() });
  const presence = new PresenceLine(userId);
  const people = new PeoplePanel(path, { userId, onRights: () => later() });
  const list = new MessageList({ userId, source: messages, outbox: () => outbox, mayDelete: () => people.managesTeam });
  const composer = new Composer({
    send: (words) => outbox.writeMessage({ eventId, teamId, text: words }),
    onTyping: () => api.post(`${path}/typing`, undefined, { isQuiet: true }).catch(() => undefined),
  });
  const later = oncePerFrame(() => list.show());
  let outbox;
  let isNamed = false;

  const isOfRoom = (item) => item.type === "message" && item.eventId === eventId && item.teamId === teamId && item.userId === userId;
  const opened = openOutbox({
    onChange: (items) => {
      list.waiting = items.filter(isOfRoom);
      later();
    },
    // The feed may have it later only, if it is just connecting.
    onRecorded: (item, stored) => isOfRoom(item) && messages.posted(stored),
  }).then((one) => {
    outbox = one;
    if (ended.signal.aborted) one.close();
    else composer.open();
  });
  opened.catch((error) => composer.close(problemText(error)));
  const pill = connectionPill(byId("connection"), () => feed.reconnect());
  const feed = connect({
    topics: [topic],
    onState: (state, _, reset) => {
      const isFirst = !messages.isKnown;
      messages.take(state.entries, reset);
      if (isFirst) show();
      later();
    },
    onEntry: (entry) => {
      presence.wrote(entry);
      if (entry.removed) messages.remove(entry.key.split("/")[1]);
    },
    onSignal: (signal) => {
      presence.take(signal);
      people.see(signal.users);
    },
    onClosed: (_, code) => close(code),
    onStatus: (status) => {
      if (!closed[status.code === "forbidden" ? "not_a_member" : status.reason]) pill.show(status);
      if (status.code !== "live") presence.clear();
      if (status.code === "live" && !isNamed) nameRoom();
      if (status.code === "forbidden" || status.code === "not-found") close(status.reason ?? "not_a_member");
    },
  });
  nameRoom();
  people.load();
  page.replaceChildren(element("div", "skeleton"));

  function show() {
    page.dataset.view = "room";
    page.replaceChildren(element("section", "talk", presence.here, list.element, presence.typing, composer.element), people.element);
    list.toNewest();
  }

  async function nameRoom() {
    try {
      const [event, team, managed] = await Promise.all([api.get(`api/events/${encodeURIComponent(eventId)}`), api.get(path), mayManage(eventId)]);
      if (ended.signal.aborted) return;
      isNamed = true;
      setText(byId("heading"), team.name);
      setText(byId("facts"), [text("rooms.room"), event.name].join(" · "));
      setPageTitle(team.name, event.name);
      people.organizes = managed;
      if (event.archived) composer.close(text("rooms.over"));
      later();
    } catch (error) {
      if (!ended.signal.aborted && !closed[error.code]) setText(byId("facts"), problemText(error));
    }
  }

  function close(code) {
    // Everything was shown before: it stays.
    if (code === "event_archived") return composer.close(text("rooms.over"));
    composer.close("");
    page.dataset.view = "";
    const again = button(text("shared.signIn"), "button primary");
    again.addEventListener("click", signInAgain);
    page.replaceChildren(emptyState("", text(closed[code] ?? "shared.problem.noEvent"), ...(code === "token_required" ? [again] : [])), ...leftBehind());
  }

  /** What was written and never sent, so that it can be copied. */
  function leftBehind() {
    const words = [...list.waiting.map((item) => item.text), composer.draft].filter(Boolean);
    return words.length === 0 ? [] : [element("section", "left-behind", element("h2", "", text("rooms.notSent")), ...words.map((one) => element("p", "message-text", one)))];
  }

  return () => {
    ended.abort();
    later.cancel();
    presence.clear();
    feed.close();
    outbox?.close();
  };
}
