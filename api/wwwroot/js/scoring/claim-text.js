import { problemText } from "../shared/problem-text.js";
import { momentText } from "../shared/format.js";
import { text } from "../shared/text.js";

const minute = 60_000;

/** How long a claim still lasts. */
export function leftText(left) {
  if (left >= minute) return text("scoring.minutes", { count: Math.floor(left / minute) });
  return text("scoring.seconds", { count: Math.max(0, Math.ceil(left / 1_000)) });
}

/** The holder of a match's claim and its end. Each point extends the claim, so the end is the earliest possible one. */
export function heldText({ holder, expiresAt }) {
  return text("scoring.held", { name: holder.name, time: momentText(expiresAt) });
}

/** Explains the loss of this device's own claim. */
export function lapsedText({ ended, expiresAt }) {
  if (ended === "released") return text("scoring.claimEnded");
  return expiresAt ? text("scoring.claimRanOutAt", { time: momentText(expiresAt) }) : text("scoring.claimRanOut");
}

/** Explains why a claim was rejected, and what to do. */
export function claimFault(error) {
  if (error.code === "claim_held" && error.problem.sameAccount) return text("scoring.elsewhere");
  if (error.code === "claim_held") return text("scoring.heldAsk", { holder: heldText(error.problem) });
  if (error.code === "role_required") return text("scoring.role");
  return problemText(error);
}
