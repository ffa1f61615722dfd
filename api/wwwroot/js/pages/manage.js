import { showBar } from "../shared/nav-bar.js";
import { showEventList } from "../manage/event-list.js";
import { showEvent } from "../manage/event.js";
import { forUser } from "../manage/require-sign-in.js";
import { pageEventId } from "../shared/page-address.js";
import { addTexts } from "../shared/text.js";
import { texts } from "../texts/en/manage.js";

addTexts(texts);

showBar({ eventId: pageEventId, current: "manage" });
forUser(pageEventId ? (page) => showEvent(page, pageEventId) : showEventList);
