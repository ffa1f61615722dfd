import { confirmDialog } from "../shared/dialog.js";
import { problemText } from "../shared/problem-text.js";
import { toast } from "../shared/toast.js";

/** Ends the user's claim after a confirmation, so that another user can continue. */
export function handOver(session, matchId) {
  return end(session, matchId, {
    title: "Hand this match over?",
    text: "Your claim ends now. Whoever goes on opens this event under Keep score, finds the match under Free, and claims it. If they have it open, it is offered to them at once.",
    confirm: "Hand over",
  });
}

/** Ends the user's claim on a match that is over. */
export function release(session, matchId) {
  return end(session, matchId, {
    title: "Release this match?",
    text: "You have finished it, and your claim ends. Whoever has to correct it later claims it again.",
    confirm: "Release",
  });
}

async function end(session, matchId, words) {
  const waiting = session.waiting(matchId);
  if (waiting > 0) {
    // Without the claim they would never be accepted.
    toast(`${waiting === 1 ? "One update isn't" : `${waiting} updates aren't`} sent yet. Hand the match over when everything is sent.`, "caution");
    return;
  }
  if (!(await confirmDialog(words))) return;
  try {
    await session.claims.release(matchId);
    location.hash = "";
    toast("The match is free for another scorekeeper.", "success");
  } catch (error) {
    toast(problemText(error), "error");
  }
}
