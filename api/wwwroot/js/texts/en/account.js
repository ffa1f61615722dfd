/** Texts of the dialog in which users change their password and see where they are signed in. */
export const texts = {
  "account.title": "Your account",
  "account.currentPassword": "Current password",
  "account.newPassword": "New password",
  "account.newPasswordHint": "At least 10 characters. You will be signed out everywhere else.",
  "account.change": "Change password",
  "account.changed": "Your password is changed. You are signed out everywhere else.",
  "account.sessions": "Signed in on",
  "account.thisDevice": "This device",
  "account.lastUsed": "Last used {when}",
  "account.unknownDevice": "Unknown device",
  "account.endOthers": "Sign out everywhere else",
  "account.othersEnded": "You are signed out everywhere else.",
};
