import { arrange, byId, element, setText } from "./dom.js";
import { eventState, factsOf } from "./words.js";

const pageSize = 100;
const ranks = { now: 0, open: 1, upcoming: 2, over: 3 };
const rows = [];

byId("more").addEventListener("click", load);
byId("again").addEventListener("click", load);
load();

async function load() {
  tell("Loading…");
  try {
    const answer = await fetch(`api/events?limit=${pageSize}&offset=${rows.length}`);
    if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
    const { items, total } = await answer.json();
    rows.push(...items.map(row));
    // The server lists the soonest first; what is over goes below what is to be seen.
    rows.sort((a, b) => a.rank - b.rank);
    arrange(byId("events"), rows.map(({ element }) => element));
    byId("empty").hidden = rows.length > 0;
    byId("more").hidden = rows.length >= total || items.length === 0;
    tell("");
  } catch {
    tell("The events can't be loaded at the moment.", true);
  }
}

function tell(text, isFailure = false) {
  byId("progress").hidden = text === "";
  byId("progress").dataset.state = isFailure ? "waiting" : "connecting";
  setText(byId("progress-text"), text);
  byId("again").hidden = !isFailure;
}

function row(event) {
  const { name, word } = eventState(event);
  const link = element("a", "", event.name);
  link.href = `event.html?id=${encodeURIComponent(event.id)}`;
  const state = element("span", "event-state", word);
  state.dataset.state = name;
  const facts = element("p", "facts", factsOf(event));
  return { rank: ranks[name], element: element("li", "event", element("div", "", element("h2", "", link), facts), state) };
}
