import { api } from "../shared/api.js";
import { arrange, button, element, focusContent } from "../shared/dom.js";
import { emptyState } from "../shared/empty-state.js";
import { notice } from "../shared/notice-box.js";
import { problemText } from "../shared/problem-text.js";
import { text } from "../shared/text.js";
import { pollWhileVisible } from "./poll-while-visible.js";
import { webhookCard } from "./webhook-card.js";
import { webhookDialog } from "./webhook-dialog.js";

// The feed doesn't publish how deliveries go.
const refreshEvery = 5_000;

/** The event's webhooks, and how their deliveries go. */
export function webhooksSection(context) {
  const add = button(text("webhooks.add"), "button primary");
  const failure = element("div", "stack");
  const list = element("div", "stack webhooks");
  const none = emptyState(text("webhooks.none"), text("webhooks.noneText"));
  const cards = new Map();
  none.hidden = true;
  let loads = 0;
  let waiting = 0;

  const load = async () => {
    // A response that comes after a later one is older.
    const mine = ++loads;
    waiting++;
    try {
      const { items } = await api.get(`${context.path}/webhooks?limit=1000`);
      if (mine !== loads) return;
      const hadFocus = list.contains(document.activeElement);
      for (const webhook of items) {
        if (!cards.has(webhook.id)) cards.set(webhook.id, webhookCard(context, webhook.id, load));
        cards.get(webhook.id).show(webhook);
      }
      for (const id of cards.keys()) if (!items.some((webhook) => webhook.id === id)) cards.delete(id);
      arrange(list, items.map(({ id }) => cards.get(id).element));
      if (hadFocus && !list.contains(document.activeElement)) focusContent();
      none.hidden = items.length > 0;
      failure.replaceChildren();
    } catch (error) {
      // The same again is no news, and would be read out each time.
      const words = problemText(error);
      if (mine === loads && failure.textContent !== words) failure.replaceChildren(notice(words));
    } finally {
      waiting--;
    }
  };
  const polling = pollWhileVisible(() => waiting > 0 || load(), refreshEvery);
  add.addEventListener("click", async () => {
    if (await webhookDialog(context)) load();
  });
  const about = element("div", "", element("h2", "", text("webhooks.title")), element("p", "facts", text("webhooks.about")));
  return {
    element: element("div", "stack", element("div", "section-head", about, element("div", "row-actions", add)), failure, list, none),
    open: polling.begin,
    close: polling.end,
  };
}
