import { session } from "../../livefeed.js";
import { showBar } from "../shared/nav-bar.js";
import { byId } from "../shared/dom.js";
import { pageEventId } from "../shared/page-address.js";
import { showEvents } from "../scoring/events-list.js";
import { keepForWork, showPersistence } from "../scoring/readiness.js";
import { deleteOtherCaches } from "../scoring/offline-cache.js";
import { openEvent } from "../scoring/event-view.js";
import { signInDialog } from "../shared/sign-in.js";
import { addTexts } from "../shared/text.js";
import { texts } from "../texts/en/scoring.js";

addTexts(texts);

let view = null;
// Undefined until the first `show`; differs from the "" that stands for "not signed in".
let shownFor;

showBar({ eventId: pageEventId, current: "score" });
byId("sign-in").querySelector("button").addEventListener("click", signInDialog);
session().addEventListener("change", show);
show();
keepForWork(byId("readiness"));
showPersistence(byId("persistence"));

// Another user at the same device gets a new view.
function show() {
  const { user } = session();
  const id = user?.id ?? "";
  if (id === shownFor) return;
  shownFor = id;
  view?.close();
  deleteOtherCaches(id);
  view = null;
  byId("sign-in").hidden = user !== null;
  if (user) view = pageEventId ? openEvent(pageEventId, user) : showEvents(user);
}
