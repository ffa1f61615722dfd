import { api } from "../shared/api.js";
import { deviceId } from "../client/device-id.js";
import { confirmDialog } from "../shared/dialog.js";
import { problemText } from "../shared/problem-text.js";
import { text } from "../shared/text.js";
import { toast } from "../shared/toast.js";

/** Signs the final score of a match after a confirmation. The server has to have it before. */
export async function signScore(session, matchId) {
  const waiting = session.waiting(matchId);
  if (waiting > 0) {
    toast(text("scoring.sign.notAllSent", { count: waiting }), "caution");
    return;
  }
  // What is signed is the score that the dialog asks about, not one that arrives while it is open.
  const version = session.version(matchId);
  if (!(await confirmDialog({ title: text("scoring.sign.title"), text: text("scoring.sign.text"), confirm: text("scoring.sign") }))) return;
  await put(session, matchId, { official: true, version, done: text("scoring.sign.done") });
}

/** Takes the signature back: for organizers. */
export function takeSignatureBack(session, matchId) {
  return put(session, matchId, { official: false, version: session.version(matchId), done: text("scoring.sign.isTakenBack") });
}

async function put(session, matchId, { official, version, done }) {
  try {
    const headers = { "X-Device-Id": deviceId(), "If-Match": `"v${version}"` };
    await api.put(`api/events/${encodeURIComponent(session.eventId)}/matches/${matchId}/official`, { official }, { headers });
    toast(done, "success");
  } catch (error) {
    toast(error.code === "version_mismatch" ? text("shared.scoreChangedSince") : problemText(error), "error");
  }
}
