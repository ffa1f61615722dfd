import { api } from "../shared/api.js";
import { arrange, button, element, focusContent } from "../shared/dom.js";
import { emptyState } from "../shared/empty-state.js";
import { momentText } from "../shared/format.js";
import { problemText } from "../shared/problem-text.js";
import { text } from "../shared/text.js";
import { toast } from "../shared/toast.js";
import { notificationAddress, notificationText } from "./notification-text.js";

/** Notifications, the newest first: those of the feed, and earlier ones that were asked for. What is new stays marked as long as the page is open. */
export class NotificationList {
  #known = new Map();
  #rows = new Map();
  #newAfter = null;
  #more = true;
  #list = element("ol", "rows notifications");
  #none = emptyState(text("notifications.none"), text("notifications.noneText"));
  #earlier = button(text("notifications.earlier"), "button quiet");

  constructor() {
    this.#earlier.hidden = true;
    this.#earlier.addEventListener("click", () => this.#loadEarlier());
    this.element = element("div", "notification-list", this.#none, this.#list, this.#earlier);
  }

  /** The number of the newest one; 0 if there is none. */
  get newest() {
    return Math.max(0, ...this.#known.keys());
  }

  /** @param {any[]} notifications @param {number} readUpTo */
  show(notifications, readUpTo) {
    this.#newAfter ??= readUpTo;
    for (const notification of notifications) this.#known.set(notification.number, notification);
    this.#draw();
  }

  #draw() {
    const sorted = [...this.#known.values()].sort((a, b) => b.number - a.number);
    this.#none.hidden = sorted.length > 0;
    this.#earlier.hidden = !this.#more || sorted.length === 0 || sorted.at(-1).number === 1;
    arrange(this.#list, sorted.map((notification) => this.#row(notification)));
  }

  #row(notification) {
    const { number, at, eventName } = notification;
    if (!this.#rows.has(number)) {
      const link = element("a", "row-name", notificationText(notification));
      link.href = notificationAddress(notification);
      const time = element("time", "", momentText(at));
      time.dateTime = at;
      const facts = element("p", "facts", `${eventName} · `, time);
      const isNew = number > (this.#newAfter ?? 0);
      const row = element("li", isNew ? "row is-new" : "row", element("div", "", link, facts), ...(isNew ? [element("span", "badge", text("notifications.new"))] : []));
      this.#rows.set(number, row);
    }
    return this.#rows.get(number);
  }

  async #loadEarlier() {
    if (this.#earlier.ariaDisabled) return;
    this.#earlier.ariaDisabled = "true";
    try {
      const { items, more } = await api.get(`api/notifications?limit=100&before=${Math.min(...this.#known.keys())}`);
      for (const notification of items) this.#known.set(notification.number, notification);
      this.#more = more;
      this.#draw();
      if (this.#earlier.hidden) focusContent();
    } catch (error) {
      toast(problemText(error), "error");
    } finally {
      this.#earlier.ariaDisabled = null;
    }
  }
}
