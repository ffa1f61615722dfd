import { api } from "../shared/api.js";
import { byId } from "../shared/dom.js";
import { download } from "../shared/download.js";
import { pageEventId } from "../shared/page-address.js";
import { problemText } from "../shared/problem-text.js";
import { toast } from "../shared/toast.js";

/** The button that downloads all data of the event. */
export function offerExport() {
  const get = byId("export");
  get.addEventListener("click", async () => {
    if (get.ariaDisabled === "true") return;
    get.ariaDisabled = "true";
    try {
      const whole = await api.get(`api/events/${encodeURIComponent(pageEventId)}/export`);
      download(`${pageEventId}.json`, JSON.stringify(whole, null, 2), "application/json");
    } catch (error) {
      toast(problemText(error), "error");
    } finally {
      get.ariaDisabled = null;
    }
  });
}
