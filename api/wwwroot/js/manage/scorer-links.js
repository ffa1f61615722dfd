import { api } from "../shared/api.js";
import { button, element } from "../shared/dom.js";
import { momentText } from "../shared/format.js";
import { problemText } from "../shared/problem-text.js";
import { text } from "../shared/text.js";
import { toast } from "../shared/toast.js";
import { scorerLinkDialog } from "./scorer-link-dialog.js";

/** The event's open scorer links, each with a button that revokes it, and a button that makes one. */
export function scorerLinks(context) {
  const list = element("ul", "rows scorer-links");
  const make = button(text("scorer.make"));
  let courts = [];
  let matches = [];

  const load = async () => {
    try {
      const [links, schedule] = await Promise.all([api.get(`${context.path}/scorer-links?limit=1000`), api.get(`${context.path}/schedule`)]);
      ({ courts, matches } = schedule);
      list.replaceChildren(...links.items.map(row));
    } catch (error) {
      toast(problemText(error), "error");
    }
  };

  function row({ id, courtId, matchId, name, expiresAt, createdBy, helpers }) {
    const revoke = button(text("scorer.revoke"), "button quiet");
    const place = courtId === null ? matchName(matchId) : courtName(courtId);
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

  make.addEventListener("click", async () => {
    await load();
    const targets = [
      ...courts.map(({ id, name }) => ({ value: `courtId ${id}`, text: name })),
      ...matches.map((match) => ({ value: `matchId ${match.id}`, text: matchName(match.id) })),
    ];
    if (await scorerLinkDialog(context, targets)) load();
  });

  const parts = [element("h3", "", text("scorer.links")), element("p", "hint", text("scorer.about")), element("div", "row-actions", make), list];
  return { element: element("section", "stack", ...parts), load };
}
