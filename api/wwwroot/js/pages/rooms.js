import { defaultSession } from "../client/base-url.js";
import { button, byId, element, setText } from "../shared/dom.js";
import { showBar } from "../shared/nav-bar.js";
import { pageEventId, setPageTitle } from "../shared/page-address.js";
import { signInDialog } from "../shared/sign-in.js";
import { addTexts, text } from "../shared/text.js";
import { emptyBox } from "../rooms/empty-box.js";
import { openRoom } from "../rooms/room.js";
import { showTeams } from "../rooms/team-list.js";
import { texts } from "../texts/en/rooms.js";

addTexts(texts);
showBar({ eventId: pageEventId, current: "rooms" });

const session = defaultSession();
const page = byId("page");
const asked = new URLSearchParams(location.search).get("team");
const teamId = /^-?\d{1,10}$/.test(asked ?? "") ? Number(asked) : null;
let shownFor;
let end;

session.addEventListener("change", show);
show();

// Another user must see nothing of what this one saw.
function show() {
  const user = session.user?.id ?? null;
  if (user === shownFor) return;
  shownFor = user;
  end?.();
  end = undefined;
  setText(byId("heading"), text("rooms.title"));
  setText(byId("facts"), "");
  setPageTitle(text("rooms.title"));
  byId("connection").hidden = true;
  page.replaceChildren();
  delete page.dataset.view;
  if (user === null) page.append(askToSignIn());
  else end = teamId !== null && pageEventId ? openRoom(page, { eventId: pageEventId, teamId }, again) : showTeams(page, pageEventId);
}

/** Asks the user of a session that is over to sign in, and shows the room again. */
async function again() {
  if (await signInDialog()) {
    shownFor = undefined;
    show();
  }
}

function askToSignIn() {
  const signIn = button(text("shared.signIn"), "button primary");
  signIn.addEventListener("click", signInDialog);
  return emptyBox(text("rooms.signIn"), text("rooms.signInText"), element("div", "empty-actions", signIn));
}
