import { api } from "../shared/api.js";
import { connectionPill } from "../shared/connection-pill.js";
import { arrange, byId, element, setText } from "../shared/dom.js";
import { eventRow } from "../shared/event-row.js";
import { problemText } from "../shared/problem-text.js";
import { eventState } from "../shared/format.js";
import { openCache, lastCached } from "./offline-cache.js";
import { text } from "../shared/text.js";

const name = "events";
const most = 100;

/** Shows the open events. The list doesn't say in which of them the user may score; only the event itself does. */
export function showEvents(user) {
  const known = openCache(name, user.id);
  const pill = connectionPill(byId("connection"), load);
  let isOver = false;
  setText(byId("facts"), text("scoring.chooseEvent"));
  begin();
  return {
    close() {
      isOver = true;
      known.close();
      pill.say("");
      show([]);
      byId("empty").hidden = true;
      setText(byId("facts"), "");
    },
  };

  async function begin() {
    pill.say(text("shared.loading"), "connecting");
    const events = await lastCached(name, user.id);
    if (isOver) return;
    if (events) show(events);
    await load();
  }

  async function load() {
    try {
      const { items } = await api.get(`api/events?limit=${most}`, { forUser: true });
      if (isOver) return;
      const open = items.filter(({ archived }) => !archived);
      known.keep(() => open);
      show(open);
      showEmpty(open.length === 0);
      pill.say("");
    } catch (error) {
      if (!isOver) pill.say(problemText(error), "waiting", true);
    }
  }
}

function show(events) {
  const now = (event) => (eventState(event).name === "over" ? 1 : 0);
  arrange(byId("events"), [...events].sort((a, b) => now(a) - now(b)).map((event) => eventRow(event, "score", { linkClass: "row-link" })));
}

function showEmpty(isEmpty) {
  const empty = byId("empty");
  empty.hidden = !isEmpty;
  empty.replaceChildren(element("h2", "", text("scoring.noEvent")), element("p", "", text("scoring.noEventText")));
}
