import { confirmDialog } from "../shared/dialog.js";
import { byId, focusContent } from "../shared/dom.js";
import { download } from "../shared/download.js";
import { pageAddress, pageEventId } from "../shared/page-address.js";
import { share } from "../shared/share.js";
import { calendarOf } from "./calendar.js";
import { sharedAddress } from "./shared-link.js";
import { counted } from "../shared/format.js";

/** The actions on the current plan; `current` returns `{ shown, event }`. */
export function planActions(current, onClear) {
  byId("share").addEventListener("click", () => {
    const { shown, event } = current();
    const url = sharedAddress(pageAddress("coverage", pageEventId), shown.map(({ match }) => match.id));
    share({ title: `${event.name}: ${counted(shown.length, "match", "matches")}`, url });
  });
  byId("calendar").addEventListener("click", () => {
    const { shown, event } = current();
    download(`${pageEventId}.ics`, calendarOf(shown, event), "text/calendar;charset=utf-8");
  });
  byId("print").addEventListener("click", () => print());
  byId("clear").addEventListener("click", async () => {
    const count = counted(current().shown.length, "match", "matches");
    const isSure = await confirmDialog({ title: "Clear the plan?", text: `${count} will be taken out of it.`, confirm: "Clear it", isDanger: true });
    if (!isSure) return;
    onClear();
    focusContent();
  });
}
