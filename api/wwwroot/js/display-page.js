import { showBar } from "./bar.js";
import { pageEventId } from "./page.js";

showBar({ eventId: pageEventId, current: "display" });
