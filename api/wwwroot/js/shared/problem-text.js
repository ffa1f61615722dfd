/**
 * The page's own texts, for errors about which it knows better than the server what the user can do. The server's texts are for
 * programs; they are shown for all other errors.
 */
const words = {
  network: () => "The server can't be reached. Check the connection and try again.",
  token_required: () => "Sign in to do this.",
  invalid_token: () => "Your session is over. Sign in again.",
  token_expired: () => "Your session is over. Sign in again.",
  invalid_refresh_token: () => "Your session is over. Sign in again.",
  user_not_found: () => "This account is no more.",
  invalid_credentials: () => "E-mail and password don't fit together.",
  email_taken: () => "There is an account with this e-mail address. Sign in instead.",
  not_a_member: () => "This event is for its members. Ask an organizer to add you.",
  role_required: () => "Your role in this event doesn't allow this. Ask an organizer.",
  forbidden: () => "Your account isn't allowed to do this.",
  event_not_found: () => "There is no such event.",
  match_not_found: () => "This match is no longer in the schedule.",
  event_archived: () => "This event has ended and can't be changed any more.",
  version_mismatch: () => "Somebody has changed this in the meantime. Load it again, then make your change.",
  rate_limited: ({ retryAfter }) => `Too many attempts. Try again ${waitText(retryAfter)}.`,
  too_many_streams: ({ retryAfter }) => `Too many viewers at the moment. Try again ${waitText(retryAfter)}.`,
  overloaded: ({ retryAfter }) => `The server is busy. Try again ${waitText(retryAfter)}.`,
  internal_error: () => "Something went wrong on the server. Nothing was changed; try again.",
};

/** Returns a sentence that explains a failed call to the user. */
export function problemText(error) {
  const own = words[error.code]?.(error);
  if (own) return own;
  if (error.detail) return error.detail;
  return error.status
    ? `The server can't answer at the moment (${error.status}). Try again later.`
    : "Something went wrong on this page. Load it again.";
}

/** Returns the error messages of one field; an empty text if it has none. */
export function fieldText(error, field) {
  return (error.errors?.[field] ?? []).join(" ");
}

function waitText(milliseconds) {
  const seconds = Math.ceil(milliseconds / 1_000);
  if (seconds < 2) return "in a moment";
  return seconds < 90 ? `in ${seconds} seconds` : `in ${Math.ceil(seconds / 60)} minutes`;
}
