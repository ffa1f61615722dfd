import { api } from "../shared/api.js";
import { confirmDialog } from "../shared/dialog.js";
import { button, element, setText } from "../shared/dom.js";
import { invitationList } from "../shared/invitation-list.js";
import { inviteDialog } from "../shared/invite-dialog.js";
import { problemText } from "../shared/problem-text.js";
import { text } from "../shared/text.js";
import { toast } from "../shared/toast.js";
import { mayText, roleOptions, roleText } from "./role-text.js";

const order = ["coach", "player", "family"];

/** The team's members. Its coaches and the event's organizers invite and remove them here; others may leave. */
export class PeoplePanel {
  #path;
  #userId;
  #onRights;
  #organizes = false;
  #role = null;
  #loads = 0;
  #known = new Set();
  #facts = element("p", "facts");
  #list = element("ul", "rows people");
  #invite = button(text("invitations.invite"), "button");
  #links;

  constructor(path, { userId, onRights }) {
    this.#path = path;
    this.#userId = userId;
    this.#onRights = onRights;
    this.#links = invitationList(path, ({ inTeam }) => roleText(inTeam));
    this.#invite.hidden = true;
    this.#invite.addEventListener("click", async () => {
      const roles = roleOptions(["family", "player", ...(this.#organizes ? ["coach"] : [])]);
      if (await inviteDialog(path, { roles, role: "family", mayText, uses: 20 })) this.#links.load();
    });
    const head = element("div", "section-head", element("div", "", element("h2", "", text("rooms.people")), this.#facts), this.#invite);
    this.element = element("aside", "people-panel", head, this.#list, this.#links.element);
  }

  /** Whether the user may invite and remove people, and delete the messages of others. */
  get managesTeam() {
    return this.#organizes || this.#role === "coach";
  }

  /** Set once it is known whether the user is an organizer of the event. */
  set organizes(value) {
    this.#organizes = value;
    this.load();
  }

  /** Reads the members again if somebody is there who was none of them. Organizers are in the room without being members: each counts once. */
  see(users) {
    const strangers = users.filter(({ id }) => !this.#known.has(id));
    for (const { id } of strangers) this.#known.add(id);
    if (strangers.length > 0) this.load();
  }

  async load() {
    const load = ++this.#loads;
    try {
      const { items, total } = await api.get(`${this.#path}/members?limit=1000`, { isQuiet: true });
      if (load !== this.#loads) return;
      for (const { userId } of items) this.#known.add(userId);
      this.#role = items.find(({ userId }) => userId === this.#userId)?.role ?? null;
      setText(this.#facts, text("rooms.peopleCount", { count: total }));
      const sorted = items.toSorted((a, b) => order.indexOf(a.role) - order.indexOf(b.role));
      this.#list.replaceChildren(...sorted.map((member) => this.#row(member)));
      if (total === 0) this.#list.replaceChildren(element("li", "row", element("p", "facts", text("rooms.nobody"))));
      const mayInvite = this.managesTeam;
      if (mayInvite && this.#invite.hidden) this.#links.load();
      this.#invite.hidden = !mayInvite;
      this.#onRights();
    } catch (error) {
      // That the user may not read is said in place of the room.
      if (error.status !== 403 && error.status !== 404) setText(this.#facts, problemText(error));
    }
  }

  #row({ userId, name, role }) {
    const isMe = userId === this.#userId;
    const actions = element("div", "row-actions", element("span", "pill", roleText(role)));
    const mayRemove = this.#organizes || (this.#role === "coach" && role !== "coach");
    const mayLeave = isMe && role !== "coach";
    if (mayRemove || mayLeave) {
      const remove = button(isMe ? text("rooms.leave") : text("rooms.remove"), "button quiet");
      if (!isMe) remove.append(element("span", "visually-hidden", ` ${name}`));
      remove.addEventListener("click", () => this.#remove({ userId, name, isMe }));
      actions.append(remove);
    }

    return element("li", "row", element("p", "row-name", name, ...(isMe ? [element("span", "you", text("rooms.you"))] : [])), actions);
  }

  async #remove({ userId, name, isMe }) {
    const isConfirmed = await confirmDialog({
      title: isMe ? text("rooms.leaveTitle") : text("rooms.removeTitle", { name }),
      text: isMe ? text("rooms.leaveText") : text("rooms.removeText", { name }),
      confirm: isMe ? text("rooms.leave") : text("rooms.remove"),
      isDanger: true,
    });
    if (!isConfirmed) return;
    try {
      await api.delete(`${this.#path}/members/${encodeURIComponent(userId)}`);
      if (!isMe) toast(text("rooms.removed", { name }));
    } catch (error) {
      // Somebody else was quicker.
      if (error.code !== "member_not_found") toast(problemText(error), "error");
    }

    this.load();
  }
}
