import { api } from "../shared/api.js";
import { element } from "../shared/dom.js";

/** Saves the stored schedule as a file, which can be edited and imported again. */
export async function saveSchedule({ eventId, path }) {
  const schedule = await api.get(`${path}/schedule`);
  const address = URL.createObjectURL(new Blob([JSON.stringify(schedule, null, 2)], { type: "application/json" }));
  const link = element("a");
  link.href = address;
  link.download = `${eventId}-schedule.json`;
  link.click();
  // By then the browser has read it.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
