import { api } from "../shared/api.js";
import { button, element } from "../shared/dom.js";
import { momentText } from "../shared/format.js";
import { notice } from "../shared/notice-box.js";
import { problemText } from "../shared/problem-text.js";
import { text } from "../shared/text.js";

const pageSize = 20;

/** What was sent to a webhook, newest first, read when it is opened. */
export function webhookDeliveries(path) {
  const list = element("ul", "rows");
  const rest = element("div", "stack");
  const more = button(text("webhooks.moreDeliveries"));
  const said = element("div", "stack");
  more.hidden = true;
  rest.append(said, more);
  const whole = element("details", "deliveries", element("summary", "", text("webhooks.deliveries")), list, rest);

  const load = async (offset = 0) => {
    try {
      const { items, total } = await api.get(`${path}/deliveries?limit=${pageSize}&offset=${offset}`);
      const rows = items.map(row);
      if (offset === 0) list.replaceChildren(...rows);
      else list.append(...rows);
      said.replaceChildren(...(total === 0 ? [element("p", "facts", text("webhooks.noDeliveries"))] : []));
      const hadFocus = more === document.activeElement;
      more.hidden = list.children.length >= total || items.length === 0;
      if (hadFocus && more.hidden) whole.querySelector("summary").focus();
    } catch (error) {
      said.replaceChildren(notice(problemText(error)));
    }
  };
  more.addEventListener("click", () => load(list.children.length));
  whole.addEventListener("toggle", () => whole.open && load());
  return { element: whole, /** Reads the list again, if it is open. */ reload: () => whole.open && load() };
}

function row({ type, entryCount, attempt, sentAt, status, durationMs, error }) {
  const what = { snapshot: text("webhooks.sentSnapshot"), ping: text("webhooks.sentPing") }[type] ?? text("webhooks.sentEntries", { count: entryCount });
  const facts = [momentText(sentAt), ...(attempt > 1 ? [text("webhooks.attempt", { count: attempt })] : [])].join(" · ");
  const outcome = element("p", "facts", error ?? text("webhooks.delivered", { status, count: durationMs }));
  if (error) outcome.classList.add("failed");
  return element("li", "row", element("div", "", element("p", "", what), element("p", "facts", facts), outcome));
}
