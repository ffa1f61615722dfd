import { api } from "../shared/api.js";
import { openDialog } from "../shared/dialog.js";
import { element, setText } from "../shared/dom.js";
import { field, selectField } from "../shared/form.js";
import { formOf } from "../shared/form-of.js";
import { mayText, memberProblems, roles } from "./member-text.js";
import { text } from "../shared/text.js";

// With more teams than these, a filter is shown.
const fewTeams = 8;

/**
 * Asks for a new member or for a member's changes. Resolves with the stored member, or with undefined.
 *
 * @param {{ context: { path: string }, teams: { id: number, name: string }[], member?: { userId: string, name: string, role: string, teamIds: number[] } }} options
 */
export async function memberDialog({ context, teams, member }) {
  const email = field({ name: "email", label: text("manage.email"), type: "email", hint: text("manage.emailHint"), autocomplete: "off", required: "" });
  const options = Object.entries(roles).map(([value, { label }]) => ({ value, text: text(label) }));
  const role = selectField({ name: "role", label: text("manage.role"), hint: " ", options });
  role.input.value = member?.role ?? "media";
  const showRole = () => {
    const may = mayText(role.input.value);
    setText(role.element.querySelector(".hint"), may && text("manage.roleHint", { may }));
  };
  role.input.addEventListener("change", showRole);
  showRole();
  const chosen = teamChoice(teams, member?.teamIds ?? []);

  const { form } = formOf({
    fields: member ? [role] : [email, role],
    elements: [...(member ? [] : [email.element]), role.element, ...(teams.length > 0 ? [chosen.element] : [])],
    submit: text(member ? "manage.save" : "manage.add"),
    required: member ? [] : [email],
    words: memberProblems(),
    async send() {
      const body = { role: role.input.value, teamIds: chosen.ids() };
      opened.close(member
        ? await api.put(`${context.path}/members/${encodeURIComponent(member.userId)}`, body)
        : await api.post(`${context.path}/members`, { email: email.input.value.trim(), ...body }));
    },
  });
  const opened = openDialog(member ? member.name : text("manage.addMember"), form);
  (member ? role : email).input.focus();
  return opened.closed;
}

/** Check boxes for the teams: `element`, and `ids()` of those that are chosen. */
export function teamChoice(teams, followed) {
  const known = new Set(teams.map(({ id }) => id));
  const boxes = teams.map((team) => {
    const box = element("input");
    box.type = "checkbox";
    box.checked = followed.includes(team.id);
    return { id: team.id, box, label: element("label", "check", box, team.name), searched: team.name.toLowerCase() };
  });
  const list = element("div", "team-choice", ...boxes.map(({ label }) => label));
  const filter = field({ name: "filter", label: text("manage.findTeam"), type: "search", autocomplete: "off" });
  filter.element.hidden = teams.length <= fewTeams;
  filter.input.addEventListener("input", () => {
    const wanted = filter.input.value.trim().toLowerCase();
    for (const { label, searched } of boxes) label.hidden = !searched.includes(wanted);
  });
  return {
    element: element("fieldset", "field teams-field", element("legend", "", text("manage.teams")), filter.element, list),
    // Keep followed teams that aren't in the schedule now: they may return.
    ids: () => [...boxes.filter(({ box }) => box.checked).map(({ id }) => id), ...followed.filter((id) => !known.has(id))],
  };
}
