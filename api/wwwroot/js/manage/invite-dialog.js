import { api } from "../shared/api.js";
import { openDialog } from "../shared/dialog.js";
import { setText } from "../shared/dom.js";
import { field, selectField } from "../shared/form.js";
import { momentText } from "../shared/format.js";
import { linkField } from "../shared/link-field.js";
import { text } from "../shared/text.js";
import { formOf } from "../shared/form-of.js";
import { teamChoice } from "./member-dialog.js";
import { mayText, roles } from "./member-text.js";

const day = 86_400_000;

/**
 * Creates an invitation and shows its link, which can't be read again later. Resolves with whether one was created.
 *
 * @param {{ context: { path: string }, teams: { id: number, name: string }[] }} options
 */
export async function inviteDialog({ context, teams }) {
  const options = Object.entries(roles).map(([value, { label }]) => ({ value, text: text(label) }));
  const role = selectField({ name: "role", label: text("manage.role"), hint: " ", options });
  role.input.value = "media";
  const showRole = () => setText(role.element.querySelector(".hint"), text("manage.roleHint", { may: mayText(role.input.value) }));
  role.input.addEventListener("change", showRole);
  showRole();
  const uses = field({ name: "uses", label: text("manage.inviteUses"), hint: text("manage.inviteUsesHint"), type: "number", min: 1, max: 1_000, value: 1, required: "" });
  const days = field({ name: "expiresAt", label: text("manage.inviteDays"), type: "number", min: 1, max: 90, value: 7, required: "" });
  const chosen = teamChoice(teams, []);
  let isMade = false;
  const { form } = formOf({
    fields: [role, uses, days],
    elements: [role.element, uses.element, days.element, ...(teams.length > 0 ? [chosen.element] : [])],
    submit: text("manage.makeLink"),
    required: [uses, days],
    async send() {
      // A minute less than the most that the server takes: the clocks of both differ.
      const expiresAt = new Date(Date.now() + days.input.valueAsNumber * day - 60_000).toISOString();
      const made = await api.post(`${context.path}/invitations`, { role: role.input.value, teamIds: chosen.ids(), uses: uses.input.valueAsNumber, expiresAt });
      isMade = true;
      showLink(made);
    },
  });
  const opened = openDialog(text("manage.invite"), form);
  role.input.focus();

  function showLink({ link, expiresAt }) {
    const shown = linkField({ title: text("manage.invite"), link, hint: text("manage.inviteLinkHint", { when: momentText(expiresAt) }) });
    form.replaceWith(shown.element);
    shown.select();
  }

  await opened.closed;
  return isMade;
}
