import { showAccount } from "./account.js";
import { byId, element } from "./dom.js";
import { defaultSession } from "../client/base-url.js";
import { pageAddress } from "./page-address.js";

const pages = [
  { page: "events", word: "Scores" },
  { page: "coverage", word: "Coverage" },
  { page: "display", word: "Display" },
  { page: "score", word: "Keep score", isForMembers: true },
  { page: "manage", word: "Manage", isForMembers: true },
];

/** Completes the page's bar: the links between an event's pages, if it is an event's page, and the account. */
export function showBar({ eventId = "", current = "" } = {}) {
  const bar = byId("bar");
  if (eventId) {
    const nav = eventLinks(eventId, current);
    bar.append(nav);
    // Five links can be wider than a phone. Then the row is scrolled to the current page's link.
    nav.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }
  showAccount(bar);
}

function eventLinks(eventId, current) {
  const nav = element("nav", "bar-nav");
  nav.setAttribute("aria-label", "This event");
  const links = pages.map(({ page, word, isForMembers }) => {
    const link = element("a", "", word);
    link.href = pageAddress(page, eventId);
    if (page === current) link.setAttribute("aria-current", "page");
    nav.append(link);
    return { link, isShown: () => !isForMembers || page === current || defaultSession().user !== null };
  });
  const show = () => links.forEach(({ link, isShown }) => { link.hidden = !isShown(); });
  defaultSession().addEventListener("change", show);
  show();
  return nav;
}
