import { api } from "../shared/api.js";
import { button, byId, element } from "../shared/dom.js";
import { emptyState } from "../shared/empty-state.js";
import { eventRow } from "../shared/event-row.js";
import { notice } from "../shared/notice-box.js";
import { problemText } from "../shared/problem-text.js";
import { createEventDialog } from "./create-event.js";
import { text } from "../shared/text.js";

const pageSize = 100;

/** The events that the user may manage, and a button to create one. */
export function showEventList(page) {
  const list = element("ul", "rows managed");
  const rest = element("div", "stack");
  const more = button(text("manage.moreEvents"));
  let shown = 0;

  const load = async () => {
    more.disabled = true;
    try {
      const { items, total } = await api.get(`api/events?managed=true&limit=${pageSize}&offset=${shown}`, { forUser: true });
      shown += items.length;
      list.append(...items.map(row));
      rest.replaceChildren(...(total === 0 ? [nothingYet()] : shown < total && items.length > 0 ? [more] : []));
    } catch (error) {
      const again = button(text("shared.tryAgain"));
      again.addEventListener("click", load);
      rest.replaceChildren(notice(problemText(error), "error", again));
    } finally {
      more.disabled = false;
    }
  };
  more.addEventListener("click", load);
  byId("head-actions").append(newEvent());
  page.append(list, rest);
  load();
}

function newEvent() {
  const create = button(text("manage.newEvent"), "button primary");
  create.addEventListener("click", createEventDialog);
  return create;
}

function nothingYet() {
  return emptyState(text("manage.noEvents"), text("manage.noEventsText"));
}

function row(event) {
  return eventRow(event, "manage", { more: event.visibility === "members" ? text("manage.membersOnly") : "" });
}
