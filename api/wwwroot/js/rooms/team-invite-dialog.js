import { api } from "../shared/api.js";
import { openDialog } from "../shared/dialog.js";
import { setText } from "../shared/dom.js";
import { field, selectField } from "../shared/form.js";
import { formOf } from "../shared/form-of.js";
import { momentText } from "../shared/format.js";
import { linkField } from "../shared/link-field.js";
import { text } from "../shared/text.js";
import { mayText, roleText } from "./role-text.js";

const day = 86_400_000;

/**
 * Makes an invitation to a team and shows its link, which can't be read again later. Resolves with whether one was made.
 *
 * @param {string} path The team's address in the API.
 * @param {{ invitesCoaches: boolean }} options
 */
export async function teamInviteDialog(path, { invitesCoaches }) {
  const options = ["family", "player", ...(invitesCoaches ? ["coach"] : [])].map((value) => ({ value, text: roleText(value) }));
  const role = selectField({ name: "role", label: text("rooms.inviteRole"), hint: " ", options });
  const showRole = () => setText(role.element.querySelector(".hint"), mayText(role.input.value));
  role.input.addEventListener("change", showRole);
  showRole();
  const uses = field({ name: "uses", label: text("rooms.inviteUses"), hint: text("rooms.inviteUsesHint"), type: "number", min: 1, max: 1_000, value: 20, required: "" });
  const days = field({ name: "expiresAt", label: text("rooms.inviteDays"), type: "number", min: 1, max: 90, value: 7, required: "" });
  let isMade = false;
  const { form } = formOf({
    fields: [role, uses, days],
    elements: [role.element, uses.element, days.element],
    submit: text("rooms.makeLink"),
    required: [uses, days],
    async send() {
      // A minute less than the most that the server takes: the clocks of both differ.
      const expiresAt = new Date(Date.now() + days.input.valueAsNumber * day - 60_000).toISOString();
      const { link, ...made } = await api.post(`${path}/invitations`, { role: role.input.value, uses: uses.input.valueAsNumber, expiresAt });
      isMade = true;
      const shown = linkField({ title: text("rooms.invite"), link, hint: text("rooms.inviteHint", { when: momentText(made.expiresAt) }) });
      form.replaceWith(shown.element);
      shown.select();
    },
  });
  const opened = openDialog(text("rooms.invite"), form);
  role.input.focus();
  await opened.closed;
  return isMade;
}
