import { problemText } from "../shared/problem-text.js";
import { momentText } from "../shared/format.js";

const minute = 60_000;

/** How long a claim still lasts. */
export function leftText(left) {
  if (left >= minute) return `${Math.floor(left / minute)} min`;
  return `${Math.max(0, Math.ceil(left / 1_000))} s`;
}

/** The holder of a match's claim and its end. Each point extends the claim, so the end is the earliest possible one. */
export function heldText({ holder, expiresAt }) {
  return `${holder.name} keeps this match, at least until ${momentText(expiresAt)}.`;
}

/** Explains the loss of this device's own claim. */
export function lapsedText({ ended, expiresAt }) {
  return ended === "released"
    ? "Your claim was ended. What you tap is kept here, and goes out once you claim the match again."
    : `Your claim ran out${expiresAt ? ` at ${momentText(expiresAt)}` : ""}. What you tap is kept here, and goes out once you claim the match again.`;
}

/** Explains why a claim was rejected, and what to do. */
export function claimFault(error) {
  if (error.code === "claim_held") return `${heldText(error.problem)} Ask for a hand-over.`;
  if (error.code === "role_required") return "You may not keep score in this event yet. Ask an organizer to make you media, coach or organizer.";
  return problemText(error);
}
