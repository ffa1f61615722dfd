import { api } from "../shared/api.js";
import { button, byId, element } from "../shared/dom.js";
import { field } from "../shared/form.js";
import { formOf } from "../shared/form-of.js";
import { showBar } from "../shared/nav-bar.js";
import { setPageTitle } from "../shared/page-address.js";
import { signInDialog } from "../shared/sign-in.js";
import { addTexts, text } from "../shared/text.js";
import { texts } from "../texts/en/reset.js";

addTexts(texts);
showBar();
setPageTitle(text("reset.title"));

const page = byId("page");
// The secret is in the fragment, which the browser sends to nobody.
const token = () => location.hash.slice(1);

addEventListener("hashchange", show);
show();

function show() {
  if (token() === "") {
    report(text("reset.incomplete"));
    return;
  }
  const password = field({ name: "newPassword", label: text("reset.password"), hint: text("reset.passwordHint"), type: "password", autocomplete: "new-password" });
  const { form } = formOf({
    fields: [password],
    elements: [password.element],
    submit: text("reset.change"),
    required: [password],
    async send() {
      try {
        await api.put("api/auth/password-reset", { token: token(), newPassword: password.input.value });
        showDone();
      } catch (error) {
        if (error.code !== "password_reset_not_found") throw error;
        report(text("reset.over"));
      }
    },
  });
  page.replaceChildren(element("p", "", text("reset.intro")), form);
}

function showDone() {
  const signIn = button(text("shared.signIn"), "button primary");
  signIn.addEventListener("click", signInDialog);
  const done = element("p", "notice", text("reset.changed"));
  done.setAttribute("role", "status");
  page.replaceChildren(done, element("p", "", signIn));
  signIn.focus();
}

function report(message) {
  const notice = element("p", "notice", message);
  notice.dataset.tone = "error";
  notice.setAttribute("role", "alert");
  page.replaceChildren(notice);
}
