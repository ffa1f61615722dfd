import { api } from "../shared/api.js";
import { button, element, setText } from "../shared/dom.js";
import { momentText } from "../shared/format.js";
import { problemText } from "../shared/problem-text.js";
import { text } from "../shared/text.js";
import { toast } from "../shared/toast.js";
import { printCards } from "./scorer-cards.js";
import { scorerLinkDialog } from "./scorer-link-dialog.js";

/**
 * The event's open scorer links, each with a button that revokes it; buttons that make one, or one for every court, and one that prints cards of those that
 * were made here: the secret of an older one can't be read again.
 */
export function scorerLinks(context) {
  const list = element("ul", "rows scorer-links");
  const make = button(text("scorer.make"));
  const makeAll = button(text("scorer.makeAll"));
  const printing = button(text("scorer.print"));
  let courts = [];
  let matches = [];
  let made = [];

  const load = async () => {
    try {
      const [links, schedule] = await Promise.all([api.get(`${context.path}/scorer-links?limit=1000`), api.get(`${context.path}/schedule`)]);
      ({ courts, matches } = schedule);
      list.replaceChildren(...links.items.map(row));
      made = made.filter(({ id }) => links.items.some((link) => link.id === id));
      printing.hidden = made.length === 0;
    } catch (error) {
      toast(problemText(error), "error");
    }
  };

  function row({ id, courtId, matchId, name, expiresAt, createdBy, helpers }) {
    const revoke = button(text("scorer.revoke"), "button quiet");
    const place = placeOf({ courtId, matchId });
    revoke.append(element("span", "visually-hidden", ` ${name ?? place}`));
    revoke.addEventListener("click", async () => {
      try {
        await api.delete(`${context.path}/scorer-links/${id}`);
        toast(text("scorer.revoked"));
        load();
      } catch (error) {
        toast(problemText(error), "error");
      }
    });
    const what = element("div", "",
      element("p", "row-name", name ? `${place}: ${name}` : place),
      element("p", "facts", text("scorer.facts", { when: momentText(expiresAt), name: createdBy.name })),
      ...(helpers.length > 0 ? [element("p", "facts", text("scorer.helpers", { names: helpers.map((helper) => helper.name).join(", ") }))] : []));
    return element("li", "row", what, element("div", "row-actions", revoke));
  }

  const courtName = (id) => courts.find((court) => court.id === id)?.name ?? text("scorer.court", { id });
  const matchName = (id) => text("scorer.match", { match: matches.find((match) => match.id === id)?.number ?? id });

  const placeOf = ({ courtId, matchId }) => courtId === null ? matchName(matchId) : courtName(courtId);
  const printMade = () => printCards(context.event, made.map((link) => ({ ...link, place: placeOf(link) })));

  printing.hidden = true;
  printing.addEventListener("click", printMade);

  makeAll.addEventListener("click", async () => {
    await load();
    const missing = courts.filter(({ id }) => !made.some(({ courtId }) => courtId === id));
    if (courts.length === 0) {
      toast(text("scorer.noCourts"), "error");
      return;
    }
    makeAll.disabled = true;
    try {
      for (const [index, court] of missing.entries()) {
        setText(makeAll, text("scorer.making", { number: index + 1, count: missing.length }));
        made.push(await makeFor(court));
      }
    } catch (error) {
      toast(problemText(error), "error");
      return;
    } finally {
      makeAll.disabled = false;
      setText(makeAll, text("scorer.makeAll"));
      await load();
    }
    printMade();
  });

  /** Makes the link of a court. A server that takes only so many a minute gets the rest later. */
  async function makeFor(court) {
    for (;;) {
      try {
        return await api.post(`${context.path}/scorer-links`, { courtId: court.id });
      } catch (error) {
        if (error.code !== "rate_limited") throw error;
        await new Promise((resolve) => { setTimeout(resolve, error.retryAfter); });
      }
    }
  }

  make.addEventListener("click", async () => {
    await load();
    const targets = [
      ...courts.map(({ id, name }) => ({ value: `courtId ${id}`, text: name })),
      ...matches.map((match) => ({ value: `matchId ${match.id}`, text: matchName(match.id) })),
    ];
    const link = await scorerLinkDialog(context, targets);
    if (link === null) return;
    made.push(link);
    load();
  });

  const parts = [element("h3", "", text("scorer.links")), element("p", "hint", text("scorer.about")), element("div", "row-actions", make, makeAll, printing), list];
  return { element: element("section", "stack", ...parts), load };
}
