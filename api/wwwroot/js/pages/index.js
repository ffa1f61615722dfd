import { api } from "../shared/api.js";
import { eventRow } from "../shared/event-row.js";
import { showBar } from "../shared/nav-bar.js";
import { connectionPill } from "../shared/connection-pill.js";
import { arrange, byId } from "../shared/dom.js";
import { problemText } from "../shared/problem-text.js";
import { eventState } from "../shared/format.js";
import { text } from "../shared/text.js";

const pageSize = 100;
const ranks = { now: 0, open: 1, upcoming: 2, over: 3 };
const rows = [];

const pill = connectionPill(byId("progress"), load);
showBar();
byId("more").addEventListener("click", load);
load();

async function load() {
  pill.say(text("shared.loading"), "connecting");
  try {
    const { items, total } = await api.get(`api/events?limit=${pageSize}&offset=${rows.length}`);
    rows.push(...items.map(row));
    // The server lists the soonest first; events that are over are moved below the others.
    rows.sort((a, b) => a.rank - b.rank);
    arrange(byId("events"), rows.map(({ element }) => element));
    byId("empty").hidden = rows.length > 0;
    byId("more").hidden = rows.length >= total || items.length === 0;
    pill.say("");
  } catch (error) {
    pill.say(problemText(error), "waiting", true);
  }
}

function row(event) {
  return { rank: ranks[eventState(event).name], element: eventRow(event, "events") };
}
