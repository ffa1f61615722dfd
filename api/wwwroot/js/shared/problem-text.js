import { text } from "./text.js";

/**
 * The page's own texts, for errors about which it knows better than the server what the user can do. The server's texts are for
 * programs; they are shown for all other errors.
 *
 * @type {Record<string, TextKey>}
 */
const texts = {
  network: "shared.problem.network",
  token_required: "shared.problem.signIn",
  invalid_token: "shared.problem.sessionOver",
  token_expired: "shared.problem.sessionOver",
  session_ended: "shared.problem.sessionOver",
  invalid_refresh_token: "shared.problem.sessionOver",
  user_not_found: "shared.problem.noAccount",
  wrong_password: "shared.problem.wrongPassword",
  invalid_credentials: "shared.problem.credentials",
  email_taken: "shared.problem.emailTaken",
  not_a_member: "shared.problem.notAMember",
  role_required: "shared.problem.role",
  forbidden: "shared.problem.forbidden",
  event_not_found: "shared.problem.noEvent",
  match_not_found: "shared.problem.noMatch",
  event_archived: "shared.problem.archived",
  version_mismatch: "shared.problem.changed",
  rate_limited: "shared.problem.rateLimited",
  too_many_streams: "shared.problem.tooManyStreams",
  overloaded: "shared.problem.overloaded",
  internal_error: "shared.problem.internal",
};

/**
 * Whose limit it was, if others share it: what they do counts too.
 *
 * @type {Record<string, TextKey>}
 */
const limits = {
  account: "shared.problem.rateLimitedAccount",
  address: "shared.problem.rateLimitedAddress",
};

/** Returns a sentence that explains a failed call to the user. */
export function problemText(error) {
  const own = (error.code === "rate_limited" && limits[error.problem?.sharedBy]) || texts[error.code];
  if (own) return text(own, { when: waitText(error.retryAfter ?? 0) });
  if (error.detail) return error.detail;
  return error.status ? text("shared.problem.server", { status: error.status }) : text("shared.problem.page");
}

/** Returns the error messages of one field; an empty text if it has none. */
export function fieldText(error, field) {
  return (error.errors?.[field] ?? []).join(" ");
}

function waitText(milliseconds) {
  const seconds = Math.ceil(milliseconds / 1_000);
  if (seconds < 2) return text("shared.wait.moment");
  return seconds < 90 ? text("shared.wait.seconds", { count: seconds }) : text("shared.wait.minutes", { count: Math.ceil(seconds / 60) });
}
