import { confirmDialog } from "../shared/dialog.js";
import { byId, focusContent } from "../shared/dom.js";
import { download } from "../shared/download.js";
import { pageAddress, pageEventId } from "../shared/page-address.js";
import { share } from "../shared/share.js";
import { calendarOf } from "./calendar.js";
import { sharedAddress } from "./shared-link.js";
import { text } from "../shared/text.js";

/** The actions on the current plan; `current` returns `{ shown, event }`. */
export function planActions(current, onClear) {
  byId("share").addEventListener("click", () => {
    const { shown, event } = current();
    const url = sharedAddress(pageAddress("coverage", pageEventId), shown.map(({ match }) => match.id));
    share({ title: text("coverage.shareTitle", { event: event.name, count: shown.length }), url });
  });
  byId("calendar").addEventListener("click", () => {
    const { shown, event } = current();
    download(`${pageEventId}.ics`, calendarOf(shown, event), "text/calendar;charset=utf-8");
  });
  byId("print").addEventListener("click", () => print());
  byId("clear").addEventListener("click", async () => {
    const isSure = await confirmDialog({
      title: text("coverage.clear"),
      text: text("coverage.clearText", { count: current().shown.length }),
      confirm: text("coverage.clearIt"),
      isDanger: true,
    });
    if (!isSure) return;
    onClear();
    focusContent();
  });
}
