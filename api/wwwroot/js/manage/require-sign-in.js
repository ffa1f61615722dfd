import { defaultSession } from "../client/base-url.js";
import { button, byId, element, setText } from "../shared/dom.js";
import { setPageTitle } from "../shared/page-address.js";
import { signInDialog } from "../shared/sign-in.js";
import { text } from "../shared/text.js";

/**
 * Shows what `show` creates for the signed-in user, again if the user changes, or asks to sign in. `show` gets the page's element and
 * returns a function that ends it.
 */
export function forUser(show) {
  const session = defaultSession();
  const page = byId("page");
  let shownFor;
  let end;
  const change = () => {
    const user = session.user?.id ?? null;
    if (user === shownFor) return;
    shownFor = user;
    end?.();
    for (const part of ["head-actions", "facts"]) byId(part).replaceChildren();
    setText(byId("heading"), text("shared.nav.manage"));
    setPageTitle(text("shared.nav.manage"));
    byId("connection").hidden = true;
    page.replaceChildren();
    end = user === null ? askToSignIn(page) : show(page);
  };
  session.addEventListener("change", change);
  change();
}

function askToSignIn(page) {
  const signIn = button(text("shared.signIn"), "button primary");
  signIn.addEventListener("click", signInDialog);
  page.append(emptyState(text("manage.signIn"), text("manage.signInText"), signIn));
}

/** Shown if there is nothing to show, with the possible actions. */
export function emptyState(title, explanation, ...actions) {
  const box = element("div", "empty", element("h2", "", title), element("p", "", explanation));
  if (actions.length > 0) box.append(element("div", "empty-actions", ...actions));
  return box;
}

/** A notice that screen readers announce at once. */
export function notice(message, tone = "error", ...more) {
  const box = element("div", "notice", element("p", "", message), ...more);
  if (tone) box.dataset.tone = tone;
  box.setAttribute("role", tone === "error" ? "alert" : "status");
  return box;
}
