import { byId, setText } from "../shared/dom.js";
import { leftText } from "./claim-text.js";

const apart = new Set(["offline", "reconnecting", "connecting"]);

/** Shows in the heading of the scoring screen whether the score has reached the server, and how long the claim lasts. */
export function showSync(session, { claim, status, isKept }, matchId) {
  const items = session.items(matchId);
  const waiting = session.waiting(matchId);
  const [state, text] = stateOf(items, waiting, status);
  byId("sync").dataset.state = state;
  setText(byId("sync"), text);

  const renew = byId("renew");
  renew.hidden = !isKept || claim.mode !== "mine";
  if (renew.hidden) return;
  renew.dataset.tone = claim.left < 60_000 ? "caution" : "";
  setText(renew, `Yours for ${leftText(claim.left)}`);
  renew.title = "Renew the claim";
}

function stateOf(items, waiting, { code }) {
  const stopped = items.filter(({ state }) => state !== "pending");
  if (stopped.length > 0) return ["attention", waiting > 0 ? `${waiting} waiting for you` : "Needs you"];
  const isApart = apart.has(code) || items.some(({ reason }) => reason === "network");
  if (isApart && waiting > 0) return ["offline", `No network: ${waiting} kept here`];
  if (isApart) return ["offline", code === "connecting" ? "Connecting…" : "No network: tap on"];
  return waiting > 0 ? ["sending", `Sending ${waiting}`] : ["sent", "All sent"];
}
