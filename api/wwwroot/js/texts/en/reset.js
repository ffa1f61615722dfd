/** Texts of the page on which somebody who forgot a password chooses a new one. */
export const texts = {
  "reset.title": "New password",
  "reset.intro": "Choose a new password for your account.",
  "reset.password": "New password",
  "reset.passwordHint": "At least 10 characters. You will be signed out everywhere.",
  "reset.change": "Change password",
  "reset.changed": "Your password is changed. Sign in with it.",
  "reset.incomplete": "This address is not complete. Open the link that you were sent, or copy all of it.",
  "reset.over": "This link was used, or it has expired, or the password was changed since. Ask for another link.",
};
