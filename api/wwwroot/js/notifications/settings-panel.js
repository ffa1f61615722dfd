import { api } from "../shared/api.js";
import { button, element } from "../shared/dom.js";
import { checkField } from "../shared/form.js";
import { notice } from "../shared/notice-box.js";
import { problemText } from "../shared/problem-text.js";
import { text } from "../shared/text.js";
import { toast } from "../shared/toast.js";

/** @type {Record<string, TextKey>} */
const kinds = {
  "match-soon": "notifications.kind.matchSoon",
  "match-started": "notifications.kind.matchStarted",
  "set-ended": "notifications.kind.setEnded",
  "match-final": "notifications.kind.matchFinal",
  rescheduled: "notifications.kind.rescheduled",
  announcement: "notifications.kind.announcement",
  mention: "notifications.kind.mention",
  "role-changed": "notifications.kind.roleChanged",
};

/** The kinds of notifications, each to be turned on and off at once. Nothing comes of it once `signal` is aborted. */
export function settingsPanel(signal) {
  const box = element("div");
  load(box, signal);
  return element("section", "", element("h2", "", text("notifications.choose")), box);
}

async function load(box, signal) {
  try {
    const { off } = await api.get("api/notifications/settings", { signal });
    box.replaceChildren(...fields(new Set(off)));
  } catch (error) {
    if (signal.aborted) return;
    const again = button(text("shared.tryAgain"));
    again.addEventListener("click", () => load(box, signal));
    box.replaceChildren(notice(problemText(error), "error", again));
  }
}

function fields(off) {
  // One after the other: the last choice is what is stored.
  let saving = Promise.resolve();
  return Object.entries(kinds).map(([kind, label]) => {
    const { input, element: box } = checkField({ name: kind, label: text(label) });
    input.checked = !off.has(kind);
    input.addEventListener("change", () => {
      saving = saving.then(() => save(kind, input.checked)).catch((error) => {
        input.checked = !off.has(kind);
        toast(problemText(error), "error");
      });
    });
    return box;
  });

  async function save(kind, isOn) {
    const next = new Set(off);
    if (isOn) next.delete(kind);
    else next.add(kind);
    await api.put("api/notifications/settings", { off: [...next] });
    if (isOn) off.delete(kind);
    else off.add(kind);
  }
}
