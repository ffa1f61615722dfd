import { api } from "../shared/api.js";
import { button, element } from "../shared/dom.js";
import { momentText } from "../shared/format.js";
import { problemText } from "../shared/problem-text.js";
import { text } from "../shared/text.js";
import { toast } from "../shared/toast.js";
import { roleText } from "./role-text.js";

/** The team's open invitations, each with a button that revokes it; hidden while there are none. */
export class OpenLinks {
  #path;
  #list = element("ul", "rows");

  /** @param {string} path The team's address in the API. */
  constructor(path) {
    this.#path = path;
    this.element = element("section", "stack", element("h3", "", text("rooms.links")), this.#list);
    this.element.hidden = true;
  }

  async load() {
    try {
      const { items } = await api.get(`${this.#path}/invitations?limit=100`);
      this.#list.replaceChildren(...items.map((link) => this.#row(link)));
      this.element.hidden = items.length === 0;
    } catch (error) {
      toast(problemText(error), "error");
    }
  }

  #row({ id, inTeam, usesLeft, expiresAt, createdBy }) {
    const revoke = button(text("rooms.revoke"), "button quiet");
    revoke.addEventListener("click", async () => {
      try {
        await api.delete(`${this.#path}/invitations/${id}`);
        toast(text("rooms.revoked"));
      } catch (error) {
        // It may have been used up.
        if (error.code !== "invitation_not_found") toast(problemText(error), "error");
      }

      this.load();
    });
    const facts = text("rooms.linkFacts", { role: roleText(inTeam), count: usesLeft, until: momentText(expiresAt), name: createdBy.name });
    return element("li", "row", element("p", "facts", facts), revoke);
  }
}
