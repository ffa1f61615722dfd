import { confirmDialog } from "../shared/dialog.js";
import { problemText } from "../shared/problem-text.js";
import { text } from "../shared/text.js";
import { toast } from "../shared/toast.js";

/** Ends the user's claim after a confirmation, so that another user can continue. */
export function handOver(session, matchId) {
  return end(session, matchId, {
    title: text("scoring.handOverTitle"),
    text: text("scoring.handOverText"),
    confirm: text("scoring.handOver"),
  });
}

/** Ends the user's claim on a match that is over. */
export function release(session, matchId) {
  return end(session, matchId, {
    title: text("scoring.releaseTitle"),
    text: text("scoring.releaseText"),
    confirm: text("scoring.release"),
  });
}

async function end(session, matchId, words) {
  const waiting = session.waiting(matchId);
  if (waiting > 0) {
    // Without the claim they would never be accepted.
    toast(text("scoring.notAllSent", { count: waiting }), "caution");
    return;
  }
  if (!(await confirmDialog(words))) return;
  try {
    await session.claims.release(matchId);
    location.hash = "";
    toast(text("scoring.matchIsFree"), "success");
  } catch (error) {
    toast(problemText(error), "error");
  }
}
