import { api } from "../shared/api.js";
import { defaultSession } from "../client/base-url.js";
import { button, confirmDialog } from "../shared/dialog.js";
import { element, setText } from "../shared/dom.js";
import { problemText } from "../shared/problem-text.js";
import { toast } from "../shared/toast.js";
import { emptyState, notice } from "./require-sign-in.js";
import { counted } from "./match-text.js";
import { memberDialog } from "./member-dialog.js";
import { memberLabels, roleLabels } from "./member-text.js";

const pageSize = 100;

/** The event's members and their roles. */
export function membersSection(context) {
  const facts = element("p", "facts");
  const add = button("Add a member", "button primary");
  const list = element("ul", "rows members");
  const rest = element("div", "stack");
  let teams = [];
  let opened;

  const load = async (offset = 0) => {
    try {
      const [page, named] = await Promise.all([
        api.get(`${context.path}/members?limit=${pageSize}&offset=${offset}`), api.get(`${context.path}/teams?limit=1000`)]);
      teams = named.items;
      const rows = page.items.map(row);
      if (offset === 0) list.replaceChildren(...rows);
      else list.append(...rows);
      setText(facts, counted(page.total, "member"));
      rest.replaceChildren();
      if (list.children.length < page.total && rows.length > 0) rest.append(more());
      if (page.total === 0) rest.append(emptyState("No members yet", "Members keep scores, and see an event that isn't for everybody."));
    } catch (error) {
      fail(error);
    }
  };
  const more = () => {
    const next = button("Show more members");
    next.addEventListener("click", () => load(list.children.length));
    return next;
  };
  const fail = (error) => rest.replaceChildren(notice(memberLabels[error.code] ?? problemText(error)));

  function row(member) {
    const isMe = member.userId === defaultSession().user?.id;
    const names = member.teamIds.map((id) => teams.find((team) => team.id === id)?.name ?? `Team ${id}`);
    const name = element("p", "row-name", member.name, ...(isMe ? [element("span", "you", " (you)")] : []));
    const role = element("span", "pill", roleLabels[member.role].word);
    role.dataset.state = member.role === "organizer" ? "held" : "";
    const change = button("Change");
    const remove = button("Remove", "button quiet remove");
    for (const one of [change, remove]) one.append(element("span", "visually-hidden", ` ${member.name}`));
    change.addEventListener("click", async () => {
      const changed = await memberDialog({ context, teams, member });
      if (!changed) return;
      toast(`${changed.name} is ${roleLabels[changed.role].article} now.`);
      load();
    });
    remove.addEventListener("click", () => removeMember(member, isMe));
    return element("li", "row", element("div", "", name, element("p", "facts", names.length > 0 ? `Follows ${names.join(", ")}` : roleLabels[member.role].may)), element("div", "row-actions", role, change, remove));
  }

  async function removeMember(member, isMe) {
    const text = isMe
      ? "You will no longer manage this event, unless another organizer adds you again."
      : `${member.name} can no longer keep scores here, nor see the event if it is for members only.`;
    if (!(await confirmDialog({ title: `Remove ${isMe ? "yourself" : member.name}?`, text, confirm: "Remove", isDanger: true }))) return;
    try {
      await api.delete(`${context.path}/members/${encodeURIComponent(member.userId)}`);
      toast(`${member.name} is removed.`);
      if (isMe) location.reload();
      else load();
    } catch (error) {
      fail(error);
    }
  }

  add.addEventListener("click", async () => {
    // Wait for the teams: otherwise the dialog would offer none.
    await opened;
    const added = await memberDialog({ context, teams });
    if (!added) return;
    toast(`${added.name} is ${roleLabels[added.role].article} now.`);
    load();
  });
  return {
    element: element("div", "stack", element("div", "section-head", element("div", "", element("h2", "", "Members"), facts), add), rest, list),
    open: () => (opened = load()),
  };
}
