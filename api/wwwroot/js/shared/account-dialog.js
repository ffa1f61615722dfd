import { api } from "./api.js";
import { openDialog } from "./dialog.js";
import { button, element, setText } from "./dom.js";
import { field, formFault } from "./form.js";
import { formOf } from "./form-of.js";
import { momentText } from "./format.js";
import { problemText } from "./problem-text.js";
import { passwordLinkSection } from "./password-link-section.js";
import { texts } from "../texts/en/account.js";
import { addTexts, text } from "./text.js";
import { toast } from "./toast.js";

addTexts(texts);

/** Lets the signed-in user change the password, and shows where the account is signed in. */
export async function showAccountDialog() {
  const sessions = sessionList();
  await openDialog(text("account.title"), passwordForm(sessions.load), sessions.element, passwordLinkSection()).closed;
}

function passwordForm(onChanged) {
  const current = field({ name: "currentPassword", label: text("account.currentPassword"), type: "password", autocomplete: "current-password" });
  const next = field({ name: "newPassword", label: text("account.newPassword"), hint: text("account.newPasswordHint"), type: "password", autocomplete: "new-password" });
  const fields = [current, next];
  const { form, clear } = formOf({
    fields,
    elements: fields.map((one) => one.element),
    submit: text("account.change"),
    required: fields,
    async send() {
      await api.put("api/auth/password", { currentPassword: current.input.value, newPassword: next.input.value });
      for (const { input } of fields) input.value = "";
      clear();
      toast(text("account.changed"));
      onChanged();
    },
  });
  return form;
}

function sessionList() {
  const list = element("ul", "rows");
  const failure = formFault();
  const others = button(text("account.endOthers"));
  others.hidden = true;
  const load = async () => {
    try {
      const { items, total } = await api.get("api/auth/sessions?limit=20");
      list.replaceChildren(...items.map(row));
      others.hidden = total < 2;
    } catch (error) {
      failure.show(problemText(error));
    }
  };
  others.addEventListener("click", async () => {
    failure.show("");
    others.disabled = true;
    try {
      await api.delete("api/auth/sessions");
      toast(text("account.othersEnded"));
      await load();
    } catch (error) {
      failure.show(problemText(error));
    } finally {
      others.disabled = false;
    }
  });
  load();
  const section = element("section", "form", element("h3", "", text("account.sessions")), failure.element, list, element("div", "actions", others));
  return { element: section, load };
}

function row({ device, lastUsedAt, createdAt, current }) {
  const used = element("p", "facts");
  const at = lastUsedAt ?? createdAt;
  setText(used, current ? text("account.thisDevice") : at ? text("account.lastUsed", { when: momentText(at) }) : "");
  return element("li", "row", element("div", "", element("p", "row-name", device ?? text("account.unknownDevice")), used));
}
