import { api } from "./api.js";
import { defaultSession } from "../client/base-url.js";
import { openDialog } from "./dialog.js";
import { button, element, setText } from "./dom.js";
import { field, formFault, setFault, showFaults } from "./form.js";
import { problemText } from "./problem-text.js";
import { text } from "./text.js";

/** Lets the user sign in or create an account. Resolves with the user, or with null if the dialog was closed without signing in. */
export async function askToSignIn() {
  const session = defaultSession();
  const email = field({ name: "email", label: text("shared.signIn.email"), type: "email", autocomplete: "username", required: "" });
  const password = field({ name: "password", label: text("shared.signIn.password"), hint: text("shared.signIn.forgotten"), type: "password", required: "" });
  const displayName = field({ name: "displayName", label: text("shared.signIn.name"), hint: text("shared.signIn.nameHint"), autocomplete: "name", maxlength: 80 });
  const fields = [displayName, email, password];
  const failure = formFault();
  const note = element("p", "notice");
  note.dataset.tone = "caution";
  note.hidden = true;
  if (!keepsSecureCookies()) warnOfHttp(note);
  const over = element("p", "notice", text(session.user?.isHelper ? "shared.signIn.linkOver" : "shared.signIn.over"));
  over.hidden = !session.isOver;
  const submit = element("button", "button primary");
  const other = button("", "button quiet");
  const form = element("form", "form", over, note, failure.element, displayName.element, email.element, password.element, element("div", "actions", other, submit));
  form.noValidate = true;
  const opened = openDialog("", form);
  let isNew = false;
  const show = () => {
    setText(opened.heading, text(isNew ? "shared.signIn.create" : "shared.signIn"));
    setText(submit, text(isNew ? "shared.signIn.createNow" : "shared.signIn"));
    setText(other, text(isNew ? "shared.signIn.haveAccount" : "shared.signIn.create"));
    displayName.element.hidden = !isNew;
    setText(password.element.querySelector(".hint"), text(isNew ? "shared.signIn.newPasswordHint" : "shared.signIn.forgotten"));
    password.input.autocomplete = isNew ? "new-password" : "current-password";
    for (const one of fields) setFault(one, "");
    failure.show("");
    (isNew ? displayName : email).input.focus();
  };
  other.addEventListener("click", () => {
    isNew = !isNew;
    show();
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    failure.show("");
    const missing = { errors: missingOf(isNew ? [displayName, email, password] : [email, password]) };
    if (submit.ariaDisabled === "true" || showFaults(fields, missing)) return;
    // Not `disabled`, which would move the focus out of the dialog.
    submit.ariaDisabled = "true";
    try {
      const [address, secret] = [email.input.value, password.input.value];
      if (isNew) {
        await api.post("api/auth/register", { email: address, password: secret, displayName: displayName.input.value });
        // The account exists now. If signing in fails, only that is left to do.
        isNew = false;
        show();
      }
      opened.close(await session.signIn(address, secret));
    } catch (error) {
      if (!showFaults(fields, error)) failure.show(problemText(error));
    } finally {
      submit.ariaDisabled = null;
    }
  });
  // The user signed in in another tab: the dialog isn't needed any more.
  const follow = () => session.user && opened.close(session.user);
  session.addEventListener("change", follow);
  show();
  const user = await opened.closed;
  session.removeEventListener("change", follow);
  return user ?? null;
}

// Over http browsers keep no secure cookie; some do on localhost, whose pages every browser calls secure. Safari doesn't. So it is tried.
function keepsSecureCookies() {
  if (location.protocol === "https:") return true;
  document.cookie = "livefeed_probe=1; Secure; SameSite=Strict";
  const isKept = document.cookie.includes("livefeed_probe=1");
  document.cookie = "livefeed_probe=; Secure; SameSite=Strict; Max-Age=0";
  return isKept;
}

// The session would end with the page. Said before anybody has signed in, and scored, for nothing.
async function warnOfHttp(note) {
  // Without a response there is nothing to warn of: signing in won't work either.
  const { kept } = await api.get("api/auth/cookies").catch(() => ({ kept: true }));
  if (kept) return;
  setText(note, text("shared.signIn.http"));
  note.hidden = false;
}

function missingOf(fields) {
  return Object.fromEntries(fields.filter(({ input }) => input.value.trim() === "").map(({ name }) => [name, [text("shared.fillIn")]]));
}
