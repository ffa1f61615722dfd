import { defaultSession } from "../client/base-url.js";
import { button, element, setText } from "./dom.js";
import { closeOutside } from "./menu.js";
import { pageAddress } from "./page-address.js";
import { problemText } from "./problem-text.js";
import { accountDialog, signInDialog } from "./sign-in.js";
import { text } from "./text.js";
import { toast } from "./toast.js";

/** Adds to the bar the signed-in user with a sign-out button, or a sign-in button. Follows sign-ins and sign-outs in other tabs. */
export function showAccount(bar) {
  const session = defaultSession();
  const signIn = button(text("shared.signIn"), "button quiet");
  signIn.addEventListener("click", signInDialog);
  const account = button(text("shared.account.open"), "button quiet");
  account.addEventListener("click", async () => {
    menu.open = false;
    await accountDialog();
    summary.focus();
  });
  const name = element("span", "menu-name");
  const out = button(text("shared.signOut"), "button quiet");
  const summary = element("summary", "button quiet", element("span", "visually-hidden", text("shared.account")), name);
  const rooms = element("a", "button quiet", text("shared.account.rooms"));
  rooms.href = pageAddress("rooms");
  const notifications = element("a", "button quiet", text("shared.account.notifications"));
  notifications.href = `${pageAddress("notifications")}`;
  const menu = element("details", "menu", summary, element("div", "menu-items", notifications, rooms, account, out));
  out.addEventListener("click", async () => {
    out.disabled = true;
    try {
      await session.signOut();
      signIn.focus();
      toast(text("shared.signedOut"));
    } catch (error) {
      toast(problemText(error), "error");
    } finally {
      out.disabled = false;
    }
  });
  closeOutside(menu, summary);

  const show = () => {
    const { user } = session;
    const mustSignIn = user === null || session.isOver;
    signIn.hidden = !mustSignIn;
    menu.hidden = mustSignIn;
    if (mustSignIn) menu.open = false;
    // A scorer link is for keeping score and nothing else.
    notifications.hidden = rooms.hidden = account.hidden = user?.isHelper === true;
    setText(name, user?.displayName ?? "");
  };
  for (const type of ["change", "over"]) session.addEventListener(type, show);
  show();
  bar.append(element("div", "account", signIn, menu));
}
