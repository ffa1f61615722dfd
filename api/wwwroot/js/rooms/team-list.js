import { api } from "../shared/api.js";
import { button, element } from "../shared/dom.js";
import { mayManage } from "../shared/may-manage.js";
import { pageAddress } from "../shared/page-address.js";
import { problemText } from "../shared/problem-text.js";
import { text } from "../shared/text.js";
import { emptyBox } from "./empty-box.js";
import { roleText } from "./role-text.js";

/** The address of a team's room. */
export function roomAddress(eventId, teamId) {
  return `${pageAddress("rooms", eventId)}?team=${teamId}`;
}

/** Lists the teams whose rooms the user may read: the user's own, and of an event's organizer all of the event. */
export async function showTeams(page, eventId) {
  page.replaceChildren(element("div", "skeleton"));
  try {
    const managed = eventId !== "" && (await mayManage(eventId));
    const teams = managed ? await teamsOf(eventId) : (await ownTeams()).filter((team) => eventId === "" || team.eventId === eventId);
    page.replaceChildren(teams.length > 0 ? element("ul", "rows", ...teams.map(row)) : managed ? emptyBox("", text("rooms.noTeams")) : emptyBox(text("rooms.none"), text("rooms.noneText")));
  } catch (error) {
    const again = button(text("shared.tryAgain"));
    again.addEventListener("click", () => showTeams(page, eventId));
    const notice = element("div", "notice", element("p", "", problemText(error)), again);
    notice.dataset.tone = "error";
    notice.setAttribute("role", "alert");
    page.replaceChildren(notice);
  }
}

async function ownTeams() {
  const { items } = await api.get("api/me/teams?limit=1000");
  return items.map(({ eventName, archived, role, ...team }) => ({ ...team, facts: [eventName, roleText(role), ...(archived ? [text("rooms.archived")] : [])].join(" · ") }));
}

async function teamsOf(eventId) {
  const { items } = await api.get(`api/events/${encodeURIComponent(eventId)}/teams?limit=1000`);
  return items.map(({ id, name }) => ({ eventId, teamId: id, teamName: name, facts: "" }));
}

function row({ eventId, teamId, teamName, facts }) {
  const link = element("a", "row-name", teamName);
  link.href = roomAddress(eventId, teamId);
  return element("li", "row", element("div", "", link, ...(facts ? [element("p", "facts", facts)] : [])));
}
