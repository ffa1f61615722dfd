import { api } from "../api.js";

/**
 * Writes a score as any scorekeeper would: claims the match, writes, and releases it again unless it was claimed before. Refused where the
 * score is no longer of the version that the organizer looked at.
 */
export async function putScore({ path }, score, version) {
  const claim = await api.send("POST", `${path}/claims/${score.matchId}`, {});
  try {
    await api.post(`${path}/scores`, score, { headers: version ? { "If-Match": `"v${version}"` } : {} });
  } finally {
    // A claim that can't be released ends by itself.
    if (claim.status === 201) await api.delete(`${path}/claims/${score.matchId}`).catch(() => {});
  }
}
