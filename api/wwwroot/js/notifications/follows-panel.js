import { api } from "../shared/api.js";
import { button, element, focusContent } from "../shared/dom.js";
import { notice } from "../shared/notice-box.js";
import { pageAddress } from "../shared/page-address.js";
import { problemText } from "../shared/problem-text.js";
import { text } from "../shared/text.js";
import { toast } from "../shared/toast.js";

/** What the user follows, with a button to stop each. Nothing comes of it once `signal` is aborted. */
export function followsPanel(signal) {
  const box = element("div");
  load(box, signal);
  return element("section", "", element("h2", "", text("notifications.follows")), box);
}

async function load(box, signal) {
  try {
    const { items } = await api.get("api/follows?limit=1000", { signal });
    box.replaceChildren(items.length > 0 ? element("ul", "rows", ...items.map(row)) : element("p", "facts", text("notifications.followsNone")));
  } catch (error) {
    if (signal.aborted) return;
    const again = button(text("shared.tryAgain"));
    again.addEventListener("click", () => load(box, signal));
    box.replaceChildren(notice(problemText(error), "error", again));
  }
}

function row({ topic, eventId, eventName, name }) {
  const shown = eventName ? nameOf(topic, name) : text("notifications.closed");
  const link = element("a", "row-name", shown);
  link.href = pageAddress("events", eventId);
  const stop = button(text("notifications.stop"), "button quiet");
  stop.setAttribute("aria-label", text("notifications.stopOf", { name: shown }));
  const line = element("li", "row", element("div", "", link, element("p", "facts", eventName ?? "")), stop);
  stop.addEventListener("click", async () => {
    stop.disabled = true;
    try {
      await api.delete(`api/follows/${topic}`);
      line.remove();
      focusContent();
    } catch (error) {
      toast(problemText(error), "error");
      stop.disabled = false;
    }
  });
  return line;
}

function nameOf(topic, name) {
  const [, , kind, id] = topic.split("/");
  if (name) return name;
  if (kind === "teams") return text("notifications.followsTeam", { id });
  return kind === "matches" ? text("notifications.followsMatch", { id }) : text("notifications.followsEvent");
}
