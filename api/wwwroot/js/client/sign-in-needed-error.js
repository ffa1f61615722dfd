/** Nobody is signed in, and a score is stored under the name of the user who recorded it. */
export class SignInNeededError extends Error {
  code = "sign-in-needed";

  constructor() {
    super("Sign in first: a score is stored under the name of the user who recorded it.");
    this.name = "SignInNeededError";
  }
}
