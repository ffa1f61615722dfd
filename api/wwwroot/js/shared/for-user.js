import { defaultSession } from "../client/base-url.js";
import { button, byId, setText } from "./dom.js";
import { emptyState } from "./empty-state.js";
import { setPageTitle } from "./page-address.js";
import { signInDialog } from "./sign-in.js";
import { text } from "./text.js";

/**
 * Shows what `show` creates for the signed-in user, again if the user changes, or asks to sign in: another user must see nothing of what this one saw. `show` gets
 * the page's element, and a function by which the user of a session that is over signs in again; it returns a function that ends what it shows.
 *
 * @param {(page: HTMLElement, signInAgain: () => void) => (() => void) | void} show
 * @param {{ title: string, asks: { title: string, text: string } }} words The page's title while nothing is shown, and what it says to who is not signed in.
 */
export function forUser(show, { title, asks }) {
  const session = defaultSession();
  const page = byId("page");
  let shownFor;
  let end;
  const change = () => {
    const user = session.user?.id ?? null;
    if (user === shownFor) return;
    shownFor = user;
    end?.();
    for (const part of ["head-actions", "facts"]) byId(part)?.replaceChildren();
    setText(byId("heading"), title);
    setPageTitle(title);
    byId("connection").hidden = true;
    page.replaceChildren();
    end = user === null ? page.append(askToSignIn(asks)) : show(page, signInAgain);
  };
  const signInAgain = async () => {
    if (!(await signInDialog())) return;
    shownFor = undefined;
    change();
  };
  session.addEventListener("change", change);
  change();
}

function askToSignIn(asks) {
  const signIn = button(text("shared.signIn"), "button primary");
  signIn.addEventListener("click", signInDialog);
  return emptyState(asks.title, asks.text, signIn);
}
