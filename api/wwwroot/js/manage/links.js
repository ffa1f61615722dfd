import { button } from "../shared/dialog.js";
import { arrange, element } from "../shared/dom.js";
import { pageAddress } from "../shared/page-address.js";
import { toast } from "../shared/toast.js";

/** The event's other pages, to open them or to copy their links for other users. */
export function linksCard(eventId) {
  const display = pageAddress("display", eventId);
  const pages = [
    linkRow("Scores for spectators", pageAddress("events", eventId)),
    linkRow("Keep score", pageAddress("score", eventId)),
    linkRow("Who covers which match", pageAddress("coverage", eventId)),
    linkRow("Display, all courts", `${display}?court=all`),
  ];
  const list = element("ul", "rows links", ...pages);
  const courtRows = new Map();
  return {
    element: element("section", "block", element("h2", "", "Pages of this event"), list),
    show(courts) {
      arrange(list, [...pages, ...courts.map(({ id, name }) => {
        const key = `${id} ${name}`;
        if (!courtRows.has(key)) courtRows.set(key, linkRow(`Display, ${name}`, `${display}?court=${id}`));
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
  shown.setAttribute("aria-label", `Address: ${word}`);
  shown.addEventListener("focus", () => shown.select());
  const copy = button("Copy");
  copy.append(element("span", "visually-hidden", ` the address: ${word}`));
  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(address);
      toast(`Copied: ${word}`);
    } catch {
      // Browsers allow the clipboard only on secure pages, and not on all of those.
      shown.focus();
      toast("This browser doesn't let the page copy. The address is selected: copy it with the keyboard or the menu.");
    }
  });
  return element("li", "row", element("div", "link-text", link, shown), copy);
}
