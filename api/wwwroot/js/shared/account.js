import { defaultSession } from "../client/base-url.js";
import { button } from "./dialog.js";
import { element, setText } from "./dom.js";
import { closeOutside } from "./menu.js";
import { problemText } from "./problem-text.js";
import { signInDialog } from "./sign-in.js";
import { toast } from "./toast.js";

/** Adds to the bar the signed-in user with a sign-out button, or a sign-in button. Follows sign-ins and sign-outs in other tabs. */
export function showAccount(bar) {
  const session = defaultSession();
  const signIn = button("Sign in", "button quiet");
  signIn.addEventListener("click", signInDialog);
  const name = element("span", "menu-name");
  const out = button("Sign out", "button quiet");
  const summary = element("summary", "button quiet", element("span", "visually-hidden", "Account: "), name);
  const menu = element("details", "menu", summary, element("div", "menu-items", out));
  out.addEventListener("click", async () => {
    out.disabled = true;
    try {
      await session.signOut();
      signIn.focus();
      toast("You are signed out.");
    } catch (error) {
      toast(problemText(error), "error");
    } finally {
      out.disabled = false;
    }
  });
  closeOutside(menu, summary);

  const show = () => {
    const { user } = session;
    signIn.hidden = user !== null;
    menu.hidden = user === null;
    menu.open = false;
    setText(name, user?.displayName ?? "");
  };
  session.addEventListener("change", show);
  show();
  bar.append(element("div", "account", signIn, menu));
}
