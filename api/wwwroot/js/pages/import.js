import { connect, session } from "../../livefeed.js";
import { newId } from "../client/ids.js";
import { FileError } from "../shared/file-error.js";
import { showBar } from "../shared/nav-bar.js";
import { connectionPill } from "../shared/connection-pill.js";
import { byId, oncePerFrame, setText } from "../shared/dom.js";
import { download } from "../shared/download.js";
import { offerExport } from "../import/export.js";
import { showFound, showResult, showStep } from "../import/import-view.js";
import { itemsOf, kindText } from "../import/items.js";
import { mayManage } from "../shared/may-manage.js";
import { parsed } from "../import/parsed.js";
import { reading } from "../import/reading.js";
import { sendItems } from "../import/sending.js";
import { source } from "../import/source.js";
import { matchText } from "../import/tables.js";
import { pageEventId, setPageTitle } from "../shared/page-address.js";
import { problemText } from "../shared/problem-text.js";
import { signInDialog } from "../shared/sign-in.js";
import { teamsText } from "../shared/format.js";
import { addTexts, text } from "../shared/text.js";
import { texts } from "../texts/en/import.js";

addTexts(texts);

// Null until the schedule is known.
let names = null;
let isOrganizer = false;
let found = null;
const later = oncePerFrame(show);

showBar({ eventId: pageEventId, current: "import" });
const pill = connectionPill(byId("connection"), () => feed.reconnect());
const feed = connect({ eventId: pageEventId, types: ["event-update", "match-update"], onState: take, onStatus: pill.show });
source({ onText: read, onFault: showFault });
offerExport();
byId("send").addEventListener("click", send);
byId("who-sign-in").addEventListener("click", signInDialog);
byId("role-again").addEventListener("click", askRole);
byId("report").addEventListener("click", saveReport);
for (const id of ["other", "another"]) byId(id).addEventListener("click", begin);
session().addEventListener("change", askRole);
askRole();

function take({ event, matches }) {
  if (event) names = new Map(matches.map(({ match }) => [match.id, teamsText(match)]));
  if (event) {
    setText(byId("event-name"), event.name);
    setPageTitle(text("import.import"), event.name);
  }
  later();
}

function show() {
  if (found && !byId("step-found").hidden) showFound({ ...found, names, isOrganizer, isSignedIn: session().user !== null });
}

async function askRole() {
  byId("role-failed").hidden = true;
  try {
    isOrganizer = await mayManage(pageEventId);
  } catch (error) {
    isOrganizer = false;
    setText(byId("role-words"), text("import.roleUnknown", { problem: problemText(error) }));
    byId("role-failed").hidden = false;
  }
  byId("export-card").hidden = !isOrganizer;
  later();
}

function read(json, name) {
  showFault("");
  try {
    const content = reading(parsed(json));
    found = { ...content, name, key: newId(), items: itemsOf(content) };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    showFault(error.message);
    return;
  }
  showFound({ ...found, names, isOrganizer, isSignedIn: session().user !== null });
  goTo("found");
}

async function send() {
  const button = byId("send");
  if (button.ariaDisabled === "true") return;
  button.ariaDisabled = "true";
  fail("");
  try {
    await sendItems({ ...found, eventId: pageEventId, isOrganizer, names });
    showResult({ ...found, names });
    goTo("result");
  } catch (error) {
    const places = Object.entries(error.errors ?? {}).map(([place, faults]) => `${place}: ${faults.join(" ")}`);
    fail(`${problemText(error)} ${places.join(" ")}`.trim());
  } finally {
    button.ariaDisabled = null;
  }
}

function saveReport() {
  const items = found.items.map((item) => ({ kind: kindText(item), matchId: item.matchId, match: matchText(item, names), place: item.place, sent: item.body, result: item.outcome }));
  const report = { eventId: pageEventId, source: found.name, items, unreadable: found.faults, leftAside: found.ignored };
  download(`${pageEventId}-import-report.json`, JSON.stringify(report, null, 2), "application/json");
}

function begin() {
  found = null;
  /** @type {HTMLTextAreaElement} */ (byId("paste")).value = "";
  fail("");
  goTo("choose");
}

// Moves to the heading of the new step, for sighted, keyboard and screen reader users alike.
function goTo(step) {
  showStep(step);
  byId(`${step}-heading`).focus();
}

function showFault(message) {
  setText(byId("source-fault"), message);
  byId("source-fault").hidden = message === "";
}

function fail(message) {
  setText(byId("send-fault"), message);
  byId("send-fault").hidden = message === "";
}
