import { api } from "../shared/api.js";
import { defaultSession } from "../client/base-url.js";
import { button, byId, element, setText } from "../shared/dom.js";
import { showBar } from "../shared/nav-bar.js";
import { notice } from "../shared/notice-box.js";
import { pageAddress, setPageTitle } from "../shared/page-address.js";
import { problemText } from "../shared/problem-text.js";
import { signInDialog } from "../shared/sign-in.js";
import { addTexts, text } from "../shared/text.js";
import { mayText, roleText } from "../manage/member-text.js";
import { mayText as teamMayText, roleText as teamRoleText } from "../rooms/role-text.js";
import { roomAddress } from "../rooms/team-list.js";
import { texts } from "../texts/en/join.js";
import { texts as manage } from "../texts/en/manage.js";
import { texts as rooms } from "../texts/en/rooms.js";

addTexts(manage);
addTexts(rooms);
addTexts(texts);
showBar();

const session = defaultSession();
const page = byId("page");
// The secret is in the fragment, which the browser sends to nobody.
const path = () => `api/invitations/${encodeURIComponent(location.hash.slice(1))}`;
let invitation;

session.addEventListener("change", show);
addEventListener("hashchange", load);
load();

async function load() {
  if (location.hash.length < 2) {
    invitation = undefined;
    report(text("join.incomplete"));
    return;
  }
  page.replaceChildren(element("div", "skeleton"));
  try {
    invitation = await api.get(path());
    show();
  } catch (error) {
    invitation = undefined;
    fail(error);
  }
}

function show() {
  if (!invitation) return;
  const { eventName, role, team } = invitation;
  setText(byId("heading"), team?.name ?? eventName);
  setPageTitle(text("join.title"), team?.name, eventName);
  const { user } = session;
  const act = button(user ? text("join.accept", { name: user.displayName }) : text("join.signIn"), "button primary");
  act.addEventListener("click", user ? accept : signInDialog);
  page.replaceChildren(
    element("p", "", team ? text("join.invitedToTeam", { team: team.name, event: eventName }) : text("join.invited", { event: eventName })),
    ...(team
      ? [element("p", "", element("strong", "", teamRoleText(team.role)), ": ", teamMayText(team.role))]
      : [element("p", "", element("strong", "", roleText(role)), `: ${mayText(role)}.`)]),
    ...(user ? [] : [element("p", "facts", text("join.signInFirst"))]),
    element("p", "", act));
}

async function accept(event) {
  event.target.disabled = true;
  try {
    const member = await api.post(`${path()}/accept`);
    const { eventId, eventName, team } = invitation;
    const to = element("a", "button primary", team ? text("join.openRoom") : text("join.open"));
    to.href = team ? roomAddress(eventId, team.id) : pageAddress(member.role === "organizer" ? "manage" : member.role === "spectator" ? "events" : "score", eventId);
    invitation = undefined;
    page.replaceChildren(element("p", "", team ? text("join.joinedTeam", { team: team.name }) : text("join.joined", { event: eventName, role: roleText(member.role) })), element("p", "", to));
    to.focus();
  } catch (error) {
    fail(error);
  }
}

function fail(error) {
  if (error.code === "invitation_not_found") {
    report(text("join.over"));
    return;
  }
  const again = button(text("shared.tryAgain"));
  again.addEventListener("click", load);
  report(problemText(error), again);
}

function report(message, ...buttons) {
  page.replaceChildren(notice(message), ...buttons);
}
