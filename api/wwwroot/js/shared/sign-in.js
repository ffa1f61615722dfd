import { NetworkError } from "../client/network-error.js";
import { problemText } from "./problem-text.js";
import { toast } from "./toast.js";

let open;

/** Opens the dialog to sign in, unless it is open. Resolves with the user, or with null if the user didn't sign in. */
export function signInDialog() {
  open ??= ask().finally(() => { open = undefined; });
  return open;
}

// Loaded only now: most visitors never sign in.
async function ask() {
  const dialog = await import("./sign-in-dialog.js").catch((error) => toast(problemText(new NetworkError(error)), "error"));
  return dialog ? dialog.askToSignIn() : null;
}
