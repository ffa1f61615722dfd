import { forUser } from "../shared/for-user.js";
import { showBar } from "../shared/nav-bar.js";
import { pageEventId } from "../shared/page-address.js";
import { addTexts, text } from "../shared/text.js";
import { showEventList } from "../manage/event-list.js";
import { showEvent } from "../manage/event.js";
import { texts as announcementTexts } from "../texts/en/announcements.js";
import { texts as invitationTexts } from "../texts/en/invitations.js";
import { texts } from "../texts/en/manage.js";
import { texts as scorerTexts } from "../texts/en/scorer.js";
import { texts as webhookTexts } from "../texts/en/webhooks.js";

addTexts(texts);
addTexts(announcementTexts);
addTexts(invitationTexts);
addTexts(webhookTexts);
addTexts(scorerTexts);

showBar({ eventId: pageEventId, current: "manage" });
forUser(
  pageEventId ? (page) => showEvent(page, pageEventId) : showEventList,
  { title: text("shared.nav.manage"), asks: { title: text("manage.signIn"), text: text("manage.signInText") } });
