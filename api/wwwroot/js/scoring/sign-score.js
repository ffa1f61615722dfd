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
  if (!(await confirmDialog({ title: text("scoring.sign.title"), text: text("scoring.sign.text"), confirm: text("scoring.sign") }))) return;
  try {
    await api.put(`api/events/${encodeURIComponent(session.eventId)}/matches/${matchId}/official`, { official: true }, { headers: { "X-Device-Id": deviceId() } });
    toast(text("scoring.sign.done"), "success");
  } catch (error) {
    toast(problemText(error), "error");
  }
}
