import { showBar } from "../shared/nav-bar.js";
import { showEventList } from "../manage/event-list.js";
import { showEvent } from "../manage/event.js";
import { forUser } from "../manage/require-sign-in.js";
import { pageEventId } from "../shared/page-address.js";
import { addTexts } from "../shared/text.js";
import { texts as announcementTexts } from "../texts/en/announcements.js";
import { texts } from "../texts/en/manage.js";
import { texts as scorerTexts } from "../texts/en/scorer.js";
import { texts as webhookTexts } from "../texts/en/webhooks.js";

addTexts(texts);
addTexts(announcementTexts);
addTexts(webhookTexts);
addTexts(scorerTexts);

showBar({ eventId: pageEventId, current: "manage" });
forUser(pageEventId ? (page) => showEvent(page, pageEventId) : showEventList);
