import { api } from "../api.js";
import { byId } from "../dom.js";
import { download } from "../download.js";
import { pageEventId } from "../page.js";
import { problemText } from "../problem-words.js";
import { toast } from "../toast.js";

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
