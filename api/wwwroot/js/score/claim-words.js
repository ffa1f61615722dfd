import { problemText } from "../problem-words.js";
import { momentText } from "../words.js";

const minute = 60_000;

/** How long a claim lasts yet. */
export function leftText(left) {
  if (left >= minute) return `${Math.floor(left / minute)} min`;
  return `${Math.max(0, Math.ceil(left / 1_000))} s`;
}

/** Who keeps a match and until when: the end is what it would be without another point. */
export function heldText({ holder, expiresAt }) {
  return `${holder.name} keeps this match, at least until ${momentText(expiresAt)}.`;
}

/** What this device's own, lost claim means. */
export function lapsedText({ ended, expiresAt }) {
  return ended === "released"
    ? "Your claim was ended. What you tap is kept here, and goes out once you claim the match again."
    : `Your claim ran out${expiresAt ? ` at ${momentText(expiresAt)}` : ""}. What you tap is kept here, and goes out once you claim the match again.`;
}

/** Why a claim was refused, in words that say what to do. */
export function claimFault(error) {
  if (error.code === "claim_held") return `${heldText(error.problem)} Ask for a hand-over.`;
  if (error.code === "role_required") return "You may not keep score in this event yet. Ask an organizer to make you media, coach or organizer.";
  return problemText(error);
}
