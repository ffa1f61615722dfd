import { problemText } from "./problem-text.js";
import { toast } from "./toast.js";

let open;

/** Opens the dialog to sign in, unless it is open. Resolves with the user, or with null if the user didn't sign in. */
export function signInDialog() {
  open ??= ask().finally(() => { open = undefined; });
  return open;
}

// Loaded only now: most visitors never sign in. Some browsers don't fetch a module again after a failure, so the page has to be loaded
// again.
async function ask() {
  const dialog = await import("./sign-in-dialog.js").catch((error) => toast(problemText(error), "error"));
  return dialog ? dialog.askToSignIn() : null;
}
