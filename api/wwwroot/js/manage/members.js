import { api } from "../shared/api.js";
import { defaultSession } from "../client/base-url.js";
import { confirmDialog } from "../shared/dialog.js";
import { button, element, setText } from "../shared/dom.js";
import { emptyState } from "../shared/empty-state.js";
import { invitationList } from "../shared/invitation-list.js";
import { inviteDialog } from "../shared/invite-dialog.js";
import { notice } from "../shared/notice-box.js";
import { problemText } from "../shared/problem-text.js";
import { text } from "../shared/text.js";
import { toast } from "../shared/toast.js";
import { memberDialog, teamChoice } from "./member-dialog.js";
import { mayText, memberProblems, roles, roleText } from "./member-text.js";
import { scorerLinks } from "./scorer-links.js";

const pageSize = 100;

/** The event's members and their roles. */
export function membersSection(context) {
  const facts = element("p", "facts");
  const add = button(text("manage.addMember"), "button primary");
  const invite = button(text("invitations.invite"));
  const invitations = invitationList(context.path, ({ role }) => roleText(role));
  const links = scorerLinks(context);
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
      setText(facts, text("manage.memberCount", { count: page.total }));
      rest.replaceChildren();
      if (list.children.length < page.total && rows.length > 0) rest.append(more());
      if (page.total === 0) rest.append(emptyState(text("manage.noMembers"), text("manage.noMembersText")));
    } catch (error) {
      fail(error);
    }
  };
  const more = () => {
    const next = button(text("manage.moreMembers"));
    next.addEventListener("click", () => load(list.children.length));
    return next;
  };
  const fail = (error) => rest.replaceChildren(notice(memberProblems()[error.code] ?? problemText(error)));

  function row(member) {
    const isMe = member.userId === defaultSession().user?.id;
    const names = member.teamIds.map((id) => teams.find((team) => team.id === id)?.name ?? text("manage.teamWithId", { id }));
    const name = element("p", "row-name", member.name, ...(isMe ? [element("span", "you", text("manage.you"))] : []));
    const role = element("span", "pill", roleText(member.role));
    role.dataset.state = member.role === "organizer" ? "held" : "";
    const change = button(text("manage.change"));
    const remove = button(text("manage.remove"), "button quiet remove");
    for (const one of [change, remove]) one.append(element("span", "visually-hidden", ` ${member.name}`));
    change.addEventListener("click", async () => {
      const changed = await memberDialog({ context, teams, member });
      if (!changed) return;
      toast(text(roles[changed.role].becomes, { name: changed.name }));
      load();
    });
    remove.addEventListener("click", () => removeMember(member, isMe));
    return element("li", "row", element("div", "", name, element("p", "facts", names.length > 0 ? text("manage.follows", { teams: names.join(", ") }) : mayText(member.role))), element("div", "row-actions", role, change, remove));
  }

  async function removeMember(member, isMe) {
    const { name } = member;
    const isConfirmed = await confirmDialog({
      title: isMe ? text("manage.removeYourself") : text("manage.removeMember", { name }),
      text: isMe ? text("manage.removeYourselfText") : text("manage.removeMemberText", { name }),
      confirm: text("manage.remove"),
      isDanger: true,
    });
    if (!isConfirmed) return;
    try {
      await api.delete(`${context.path}/members/${encodeURIComponent(member.userId)}`);
      toast(text("manage.memberRemoved", { name }));
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
    toast(text(roles[added.role].becomes, { name: added.name }));
    load();
  });
  invite.addEventListener("click", async () => {
    await opened;
    const chosen = teamChoice(teams, []);
    const isMade = await inviteDialog(context.path, {
      roles: Object.entries(roles).map(([value, { label }]) => ({ value, text: text(label) })),
      role: "media",
      mayText: (role) => text("manage.roleHint", { may: mayText(role) }),
      uses: 1,
      more: teams.length > 0 ? [chosen.element] : [],
      members: () => ({ teamIds: chosen.ids() }),
    });
    if (isMade) invitations.load();
  });
  const head = element("div", "section-head", element("div", "", element("h2", "", text("manage.members")), facts), element("div", "row-actions", invite, add));
  return {
    element: element("div", "stack", head, rest, list, invitations.element, links.element),
    open() {
      opened = load();
      invitations.load();
      links.load();
    },
  };
}
