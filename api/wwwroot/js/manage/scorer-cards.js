import { element } from "../shared/dom.js";
import { formatsIn } from "../shared/format.js";
import { text } from "../shared/text.js";
import { qrCode } from "./qr-code.js";

/**
 * Prints one card for each scorer link, to be cut out and laid on the scorer's table. The page shows them on paper only, in place of everything else.
 *
 * @param {{ name: string, timeZone: string }} event
 * @param {{ place: string, name: string | null, link: string, qrCode: string, expiresAt: string }[]} links `place` is the court or match.
 */
export function printCards(event, links) {
  document.querySelector(".scorer-cards")?.remove();
  // People read them at the event, whatever the clock of the one who prints.
  const formats = formatsIn(event.timeZone);
  const cards = element("div", "scorer-cards", ...links.map(card));
  document.body.append(cards);
  addEventListener("afterprint", () => cards.remove(), { once: true });
  print();

  function card({ place, name, link, qrCode: svg, expiresAt }) {
    const end = new Date(expiresAt);
    return element("section", "scorer-card",
      element("p", "scorer-card-event", event.name),
      element("h2", "", place),
      ...(name ? [element("p", "", name)] : []),
      qrCode(svg),
      element("p", "", text("scorer.cardHow")),
      element("p", "scorer-card-link", link),
      element("p", "", text("scorer.cardUntil", { day: formats.day.format(end), time: formats.clock.format(end) })));
  }
}
