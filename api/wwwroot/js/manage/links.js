import { arrange, button, element } from "../shared/dom.js";
import { pageAddress } from "../shared/page-address.js";
import { text } from "../shared/text.js";
import { toast } from "../shared/toast.js";

/** The event's other pages, to open them or to copy their links for other users. */
export function linksCard(eventId) {
  const display = pageAddress("display", eventId);
  const pages = [
    linkRow(text("manage.scoresPage"), pageAddress("events", eventId)),
    linkRow(text("shared.nav.score"), pageAddress("score", eventId)),
    linkRow(text("manage.coveragePage"), pageAddress("coverage", eventId)),
    linkRow(text("manage.roomsPage"), pageAddress("rooms", eventId)),
    linkRow(text("manage.displayAll"), `${display}?court=all`),
  ];
  const list = element("ul", "rows links", ...pages);
  const courtRows = new Map();
  return {
    element: element("section", "block", element("h2", "", text("manage.pages")), list),
    show(courts) {
      arrange(list, [...pages, ...courts.map(({ id, name }) => {
        const key = `${id} ${name}`;
        if (!courtRows.has(key)) courtRows.set(key, linkRow(text("manage.displayOf", { court: name }), `${display}?court=${id}`));
        return courtRows.get(key);
      })]);
    },
  };
}

function linkRow(word, address) {
  const link = element("a", "row-name", word);
  link.href = address;
  const shown = element("input", "address");
  shown.readOnly = true;
  shown.value = address;
  shown.setAttribute("aria-label", text("manage.addressOf", { page: word }));
  shown.addEventListener("focus", () => shown.select());
  const copy = button(text("manage.copy"));
  copy.append(element("span", "visually-hidden", text("manage.copySuffix", { page: word })));
  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(address);
    } catch {
      // Browsers allow the clipboard only on secure pages, and not on all of those.
      shown.focus();
      toast(text("manage.notCopied"));
      return;
    }
    toast(text("manage.copied", { page: word }));
  });
  return element("li", "row", element("div", "link-text", link, shown), copy);
}
