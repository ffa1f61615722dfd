import { byId, setText } from "../shared/dom.js";
import { leftText } from "./claim-text.js";
import { text } from "../shared/text.js";

const apart = new Set(["offline", "reconnecting", "connecting"]);

/** Shows in the heading of the scoring screen whether the score has reached the server, and how long the claim lasts. */
export function showSync(session, { claim, status, isKept }, matchId) {
  const items = session.items(matchId);
  const waiting = session.waiting(matchId);
  const storing = session.storing(matchId);
  const [state, sentence] = stateOf(items, waiting, storing, status);
  byId("sync").dataset.state = state;
  byId("sync").toggleAttribute("data-storing", storing > 0);
  setText(byId("sync"), sentence);

  const renew = byId("renew");
  renew.hidden = !isKept || claim.mode !== "mine";
  if (renew.hidden) return;
  renew.dataset.tone = claim.left < 60_000 ? "caution" : "";
  setText(renew, text("scoring.yoursFor", { time: leftText(claim.left) }));
  renew.title = text("scoring.renew");
}

function stateOf(items, waiting, storing, { code }) {
  const stopped = items.filter(({ state }) => state !== "pending");
  if (stopped.length > 0) return ["attention", waiting > 0 ? text("scoring.waitingForYou", { count: waiting }) : text("scoring.needsYou")];
  const inMemory = items.filter(({ isStored }) => !isStored);
  if (inMemory.length > 0) return ["attention", text("scoring.notKept", { count: inMemory.length })];
  const isApart = apart.has(code) || items.some(({ reason }) => reason === "network");
  // Until a score is stored, nothing may say that it is kept.
  if (isApart && storing > 0) return ["offline", text("scoring.noNetworkStoring", { count: storing })];
  if (isApart && waiting > 0) return ["offline", text("scoring.noNetworkKept", { count: waiting })];
  if (isApart) return ["offline", text(code === "connecting" ? "shared.connection.connecting" : "scoring.noNetwork")];
  return waiting > 0 ? ["sending", text("scoring.sending", { count: waiting })] : ["sent", text("scoring.allSent")];
}
