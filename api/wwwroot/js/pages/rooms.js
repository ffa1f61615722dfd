import { forUser } from "../shared/for-user.js";
import { showBar } from "../shared/nav-bar.js";
import { pageEventId } from "../shared/page-address.js";
import { addTexts, text } from "../shared/text.js";
import { openRoom } from "../rooms/room.js";
import { showTeams } from "../rooms/team-list.js";
import { texts as invitations } from "../texts/en/invitations.js";
import { texts } from "../texts/en/rooms.js";

addTexts(texts);
addTexts(invitations);
showBar({ eventId: pageEventId, current: "rooms" });

const asked = new URLSearchParams(location.search).get("team");
const teamId = pageEventId && /^-?\d{1,10}$/.test(asked ?? "") ? Number(asked) : null;

forUser(
  (page, signInAgain) => (teamId === null ? showTeams(page, pageEventId) : openRoom(page, { eventId: pageEventId, teamId }, signInAgain)),
  { title: text("rooms.title"), asks: { title: text("rooms.signIn"), text: text("rooms.signInText") } });
