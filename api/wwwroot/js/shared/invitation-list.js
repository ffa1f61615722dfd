import { api } from "./api.js";
import { button, element } from "./dom.js";
import { momentText } from "./format.js";
import { problemText } from "./problem-text.js";
import { text } from "./text.js";
import { toast } from "./toast.js";

/**
 * The open invitations to an event or a team, each with a button that revokes it; hidden while there are none.
 *
 * @param {string} path The address in the API of what they invite to.
 * @param {(invitation: any) => string} roleOf The name of the role that one gives.
 */
export function invitationList(path, roleOf) {
  const list = element("ul", "rows invitations");
  const section = element("section", "stack", element("h3", "", text("invitations.open")), list);
  section.hidden = true;

  const load = async () => {
    try {
      const { items } = await api.get(`${path}/invitations?limit=100`);
      list.replaceChildren(...items.map(row));
      section.hidden = items.length === 0;
    } catch (error) {
      toast(problemText(error), "error");
    }
  };

  function row(invitation) {
    const { id, usesLeft, expiresAt, createdBy } = invitation;
    const facts = element("p", "facts", text("invitations.facts", { count: usesLeft, when: momentText(expiresAt), name: createdBy.name }));
    const revoke = button(text("invitations.revoke"), "button quiet");
    revoke.append(element("span", "visually-hidden", ` ${roleOf(invitation)}`));
    revoke.addEventListener("click", async () => {
      try {
        await api.delete(`${path}/invitations/${id}`);
        toast(text("invitations.revoked"));
      } catch (error) {
        // It may have been used up.
        if (error.code !== "invitation_not_found") toast(problemText(error), "error");
      }

      load();
    });
    return element("li", "row", element("div", "", element("p", "row-name", roleOf(invitation)), facts), element("div", "row-actions", revoke));
  }

  return { element: section, load };
}
