import { api } from "./api.js";
import { openDialog } from "./dialog.js";
import { setText } from "./dom.js";
import { field, selectField } from "./form.js";
import { formOf } from "./form-of.js";
import { momentText } from "./format.js";
import { linkField } from "./link-field.js";
import { text } from "./text.js";

const day = 86_400_000;

/**
 * Makes an invitation to an event or a team and shows its link, which can't be read again later. Resolves with whether one was made.
 *
 * @param {string} path The address in the API of what it invites to.
 * @param {object} options
 * @param {{ value: string, text: string }[]} options.roles The roles that it can give.
 * @param {string} options.role The one that is chosen first.
 * @param {(role: string) => string} options.mayText What a role allows.
 * @param {number} options.uses For how many people it is first.
 * @param {HTMLElement[]} [options.more] Fields that come last.
 * @param {() => object} [options.members] What they add to the invitation.
 */
export async function inviteDialog(path, { roles, role: first, mayText, uses: people, more = [], members = () => ({}) }) {
  const role = selectField({ name: "role", label: text("invitations.role"), hint: " ", options: roles });
  role.input.value = first;
  const showRole = () => setText(role.element.querySelector(".hint"), mayText(role.input.value));
  role.input.addEventListener("change", showRole);
  showRole();
  const uses = field({ name: "uses", label: text("invitations.uses"), hint: text("invitations.usesHint"), type: "number", min: 1, max: 1_000, value: people, required: "" });
  const days = field({ name: "expiresAt", label: text("invitations.days"), type: "number", min: 1, max: 90, value: 7, required: "" });
  let isMade = false;
  const { form } = formOf({
    fields: [role, uses, days],
    elements: [role.element, uses.element, days.element, ...more],
    submit: text("invitations.makeLink"),
    required: [uses, days],
    async send() {
      // A minute less than the most that the server takes: the clocks of both differ.
      const expiresAt = new Date(Date.now() + days.input.valueAsNumber * day - 60_000).toISOString();
      const made = await api.post(`${path}/invitations`, { role: role.input.value, uses: uses.input.valueAsNumber, expiresAt, ...members() });
      isMade = true;
      const shown = linkField({ title: text("invitations.invite"), link: made.link, hint: text("invitations.linkHint", { when: momentText(made.expiresAt) }) });
      form.replaceWith(shown.element);
      shown.select();
    },
  });
  const opened = openDialog(text("invitations.invite"), form);
  role.input.focus();
  await opened.closed;
  return isMade;
}
