import { showBar } from "./bar.js";
import { showEventList } from "./manage/event-list.js";
import { showEvent } from "./manage/event.js";
import { forUser } from "./manage/gate.js";
import { pageEventId } from "./page.js";

showBar({ eventId: pageEventId, current: "manage" });
forUser(pageEventId ? (page) => showEvent(page, pageEventId) : showEventList);
