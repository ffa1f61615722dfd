import { api } from "./api.js";
import { element } from "./dom.js";
import { field } from "./form.js";
import { formOf } from "./form-of.js";
import { momentText } from "./format.js";
import { linkField } from "./link-field.js";
import { problemText } from "./problem-text.js";
import { text } from "./text.js";
import { toast } from "./toast.js";

/** Makes links by which people who forgot a password choose a new one. It stays hidden from those who are no administrators. */
export function passwordLinkSection() {
  const section = element("section", "form", element("h3", "", text("account.forgotten")), element("p", "facts", text("account.forgottenText")), linkForm());
  section.hidden = true;
  showToAdministrators(section);
  return section;
}

async function showToAdministrators(section) {
  try {
    section.hidden = (await api.get("api/auth/me")).role !== "admin";
  } catch (error) {
    toast(problemText(error), "error");
  }
}

function linkForm() {
  const email = field({ name: "email", label: text("shared.signIn.email"), type: "email", autocomplete: "off" });
  const { form } = formOf({
    fields: [email],
    elements: [email.element],
    submit: text("account.makeLink"),
    required: [email],
    words: { user_not_found: text("account.noSuchAccount") },
    async send() {
      const { link, expiresAt } = await api.post("api/auth/password-reset", { email: email.input.value });
      const shown = linkField({ title: text("account.forgotten"), link, hint: text("account.linkHint", { when: momentText(expiresAt) }) });
      form.replaceWith(shown.element);
      shown.select();
    },
  });
  return form;
}
