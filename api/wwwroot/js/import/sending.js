import { api } from "../shared/api.js";
import { addToPlan } from "./add-to-plan.js";
import { momentText } from "../shared/format.js";
import { scoreText } from "./items.js";
import { text } from "../shared/text.js";

const conflictKinds = { score: "score", claim: "claim", coveragePlan: "plan" };

/**
 * Sends the items that the server accepts, and gives every item its outcome: `{ code, word, why, isKept }`. `isKept` means that the
 * server had it already, or something newer. A repeat under the same key changes nothing.
 */
export async function sendItems({ items, eventId, key, isOrganizer, names }) {
  const send = (kind) => items.filter((item) => item.kind === kind);
  const shared = items.filter(({ kind }) => kind !== "mine");
  if (isOrganizer && shared.length > 0) {
    const body = { scores: bodies(send("score")), claims: bodies(send("claim")), coveragePlans: bodies(send("plan")) };
    const { conflicts } = await api.post(`api/events/${encodeURIComponent(eventId)}/import`, body, { headers: { "Idempotency-Key": key } });
    for (const item of shared) item.outcome = { code: "applied", word: text("import.done"), why: "" };
    for (const conflict of conflicts) send(conflictKinds[conflict.kind])[conflict.index].outcome = lost(conflict);
  } else {
    for (const item of shared) item.outcome = { code: "role_required", word: text("import.notDone"), why: text("import.organizersOnly") };
  }
  await sendMine(send("mine"), eventId, names);
}

async function sendMine(mine, eventId, names) {
  const known = mine.filter(({ matchId }) => names.has(matchId));
  for (const item of mine) item.outcome = { code: "match_not_found", word: text("import.notDone"), why: text("import.noMatch") };
  if (known.length === 0) return;
  const already = new Set((await addToPlan(eventId, known.map(({ matchId }) => matchId))).already);
  for (const item of known)
    item.outcome = already.has(item.matchId) ? { code: "already_there", word: text("import.wasThere"), why: text("import.wasThereWhy"), isKept: true } : { code: "applied", word: text("import.done"), why: "" };
}

function lost({ kind, reason, message, server }) {
  const isLater = reason === "server_newer" || reason === "same_time";
  return { code: reason, isKept: isLater, word: text(isLater ? "import.kept" : "import.notDone"), why: [message, isLater && serverWords(kind, server)].filter(Boolean).join(" "), server };
}

function serverWords(kind, server) {
  if (kind === "score") return text("import.thereScore", { score: scoreText(server), time: momentText(server.lastUpdated) });
  if (kind === "claim") return text("import.thereClaim", { name: server.claimedBy.name, time: momentText(server.claimedAt) });
  return text("import.therePlan", { count: server.length });
}

function bodies(items) {
  return items.map(({ body }) => body);
}
