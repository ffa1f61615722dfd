import { api } from "../shared/api.js";
import { showBar } from "../shared/nav-bar.js";
import { byId, setText } from "../shared/dom.js";
import { setPageTitle } from "../shared/page-address.js";
import { problemText } from "../shared/problem-text.js";
import { showChoice } from "../score-sheets/choice.js";
import { loadMatches, planned } from "../score-sheets/planned.js";
import { sheetsOf } from "../score-sheets/sheet.js";
import { addTexts, text } from "../shared/text.js";
import { texts } from "../texts/en/score-sheets.js";

addTexts(texts);

const query = new URLSearchParams(location.search);
const chosen = { match: query.get("match") ?? "", division: query.get("division") ?? "", court: query.get("court") ?? "" };
const eventId = query.get("event") ?? "";
let event = null;
let all = [];

showBar({ eventId, current: "score-sheets" });
byId("print").addEventListener("click", () => print());
byId("again").addEventListener("click", load);
load();

async function load() {
  byId("failed").hidden = true;
  try {
    const path = `api/events/${encodeURIComponent(eventId)}`;
    [event, all] = await Promise.all([api.get(path), loadMatches(path)]);
  } catch (error) {
    setText(byId("failed-words"), eventId === "" ? text("sheets.noEvent") : problemText(error));
    byId("failed").hidden = false;
    return;
  }
  setPageTitle(text("sheets.title"), event.name);
  showChoice(all, chosen, choose);
  show();
}

function choose(name, id) {
  chosen[name] = id;
  // A link to one match was followed before; now all of the choice are wanted.
  chosen.match = "";
  const address = new URL(location.href);
  address.searchParams.delete("match");
  if (id === "") address.searchParams.delete(name);
  else address.searchParams.set(name, id);
  history.replaceState(null, "", address);
  show();
}

function show() {
  const matches = planned(all, chosen);
  setText(byId("facts"), [event.name, text("shared.matches", { count: matches.length }), text("sheets.zone", { zone: event.timeZone })].join(" · "));
  byId("sheets").replaceChildren(...matches.map(sheetsOf(event)));
}
