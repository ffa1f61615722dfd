import { session } from "../livefeed.js";
import { showBar } from "./bar.js";
import { byId } from "./dom.js";
import { pageEventId } from "./page.js";
import { showEvents } from "./score/events-list.js";
import { keepForWork } from "./score/readiness.js";
import { forgetOthers } from "./score/known.js";
import { openEvent } from "./score/event-view.js";
import { signInDialog } from "./sign-in.js";

let view = null;
// Undefined until the first `show`; differs from the "" that stands for "not signed in".
let shownFor;

showBar({ eventId: pageEventId, current: "score" });
byId("sign-in").querySelector("button").addEventListener("click", signInDialog);
session().addEventListener("change", show);
show();
keepForWork(byId("readiness"));

// Another user at the same device gets a new view.
function show() {
  const { user } = session();
  const id = user?.id ?? "";
  if (id === shownFor) return;
  shownFor = id;
  view?.close();
  forgetOthers(id);
  view = null;
  byId("sign-in").hidden = user !== null;
  if (user) view = pageEventId ? openEvent(pageEventId, user) : showEvents(user);
}
