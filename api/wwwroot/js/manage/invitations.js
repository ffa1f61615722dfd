import { api } from "../shared/api.js";
import { button, element, setText } from "../shared/dom.js";
import { momentText } from "../shared/format.js";
import { problemText } from "../shared/problem-text.js";
import { text } from "../shared/text.js";
import { toast } from "../shared/toast.js";
import { roleText } from "./member-text.js";

/** The event's open invitations, each with a button that revokes it; hidden while there are none. */
export function invitationList(context) {
  const list = element("ul", "rows invitations");
  const section = element("section", "stack", element("h3", "", text("manage.invitations")), list);
  section.hidden = true;

  const load = async () => {
    try {
      const { items } = await api.get(`${context.path}/invitations?limit=100`);
      list.replaceChildren(...items.map(row));
      section.hidden = items.length === 0;
    } catch (error) {
      toast(problemText(error), "error");
    }
  };

  function row({ id, role, usesLeft, expiresAt, createdBy }) {
    const facts = element("p", "facts");
    setText(facts, text("manage.invitationFacts", { count: usesLeft, when: momentText(expiresAt), name: createdBy.name }));
    const revoke = button(text("manage.revoke"), "button quiet");
    revoke.addEventListener("click", async () => {
      try {
        await api.delete(`${context.path}/invitations/${id}`);
        toast(text("manage.revoked"));
        load();
      } catch (error) {
        toast(problemText(error), "error");
      }
    });
    return element("li", "row", element("div", "", element("p", "row-name", roleText(role)), facts), element("div", "row-actions", revoke));
  }

  return { element: section, load };
}
