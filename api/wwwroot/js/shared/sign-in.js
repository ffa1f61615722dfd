import { problemText } from "./problem-text.js";
import { toast } from "./toast.js";

let open;

/** Opens the dialog to sign in, unless it is open. Resolves with the user, or with null if the user didn't sign in. */
export function signInDialog() {
  open ??= ask().finally(() => { open = undefined; });
  return open;
}

/** Opens the dialog for the signed-in user's password and sessions. Resolves when it is closed. */
export async function accountDialog() {
  const dialog = await import("./account-dialog.js").catch((error) => toast(problemText(error), "error"));
  if (dialog) await dialog.showAccountDialog();
}

// Loaded only now: most visitors never sign in. Some browsers don't fetch a module again after a failure, so the page has to be loaded
// again.
async function ask() {
  const dialog = await import("./sign-in-dialog.js").catch((error) => toast(problemText(error), "error"));
  return dialog ? dialog.askToSignIn() : null;
}
