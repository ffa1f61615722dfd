import { api } from "../shared/api.js";
import { button, element } from "../shared/dom.js";
import { emptyState } from "../shared/empty-state.js";
import { mayManage } from "../shared/may-manage.js";
import { notice } from "../shared/notice-box.js";
import { pageAddress } from "../shared/page-address.js";
import { problemText } from "../shared/problem-text.js";
import { text } from "../shared/text.js";
import { roleText } from "./role-text.js";

/** The address of a team's room. */
export function roomAddress(eventId, teamId) {
  return `${pageAddress("rooms", eventId)}?team=${teamId}`;
}

/**
 * Lists the teams whose rooms the user may read: the user's own, and of an event's organizer all of the event. Returns a function that ends it: what comes
 * later is for nobody else.
 */
export function showTeams(page, eventId) {
  const ended = new AbortController();
  load(page, eventId, ended.signal);
  return () => ended.abort();
}

async function load(page, eventId, signal) {
  page.replaceChildren(element("div", "skeleton"));
  try {
    const managed = eventId !== "" && (await mayManage(eventId, { signal }));
    const teams = managed ? await teamsOf(eventId, signal) : (await ownTeams(signal)).filter((team) => eventId === "" || team.eventId === eventId);
    if (signal.aborted) return;
    page.replaceChildren(teams.length > 0 ? element("ul", "rows", ...teams.map(row)) : managed ? emptyState("", text("rooms.noTeams")) : emptyState(text("rooms.none"), text("rooms.noneText")));
  } catch (error) {
    if (signal.aborted) return;
    const again = button(text("shared.tryAgain"));
    again.addEventListener("click", () => load(page, eventId, signal));
    page.replaceChildren(notice(problemText(error), "error", again));
  }
}

async function ownTeams(signal) {
  const { items } = await api.get("api/me/teams?limit=1000", { signal });
  return items.map(({ eventName, archived, role, ...team }) => ({ ...team, facts: [eventName, roleText(role), ...(archived ? [text("rooms.archived")] : [])].join(" · ") }));
}

async function teamsOf(eventId, signal) {
  const { items } = await api.get(`api/events/${encodeURIComponent(eventId)}/teams?limit=1000`, { signal });
  return items.map(({ id, name }) => ({ eventId, teamId: id, teamName: name, facts: "" }));
}

function row({ eventId, teamId, teamName, facts }) {
  const link = element("a", "row-name", teamName);
  link.href = roomAddress(eventId, teamId);
  return element("li", "row", element("div", "", link, ...(facts ? [element("p", "facts", facts)] : [])));
}
