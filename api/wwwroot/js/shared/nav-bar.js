import { showAccount } from "./account.js";
import { byId, element } from "./dom.js";
import { defaultSession } from "../client/base-url.js";
import { pageAddress } from "./page-address.js";
import { text } from "./text.js";

/** @type {{ page: string, label: TextKey, isForMembers?: boolean, isForAccounts?: boolean }[]} */
const pages = [
  { page: "events", label: "shared.nav.scores" },
  { page: "coverage", label: "shared.nav.coverage" },
  { page: "display", label: "shared.nav.display" },
  { page: "score", label: "shared.nav.score", isForMembers: true },
  { page: "manage", label: "shared.nav.manage", isForMembers: true, isForAccounts: true },
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

// A helper who is in by a scorer link has no account.
function isOpenTo(user, { isForMembers, isForAccounts }) {
  return !isForMembers || (user !== null && !(isForAccounts && user.isHelper));
}

function eventLinks(eventId, current) {
  const nav = element("nav", "bar-nav");
  nav.setAttribute("aria-label", text("shared.nav.event"));
  const links = pages.map(({ page, label, isForMembers, isForAccounts }) => {
    const link = element("a", "", text(label));
    link.href = pageAddress(page, eventId);
    if (page === current) link.setAttribute("aria-current", "page");
    nav.append(link);
    return { link, isShown: () => page === current || isOpenTo(defaultSession().user, { isForMembers, isForAccounts }) };
  });
  const show = () => links.forEach(({ link, isShown }) => { link.hidden = !isShown(); });
  defaultSession().addEventListener("change", show);
  show();
  return nav;
}
