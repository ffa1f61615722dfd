import { deviceId } from "../client/device-id.js";
import { api } from "../shared/api.js";

/**
 * Writes a score as any scorekeeper would: claims the match, writes, and releases the claim unless there was one before. Rejected if the
 * score is no longer at the version that the organizer saw.
 */
export async function putScore({ path }, score, version) {
  const claim = await api.send("POST", `${path}/claims/${score.matchId}`, { deviceId: deviceId() });
  try {
    await api.post(`${path}/scores`, score, { headers: { "X-Device-Id": deviceId(), ...(version && { "If-Match": `"v${version}"` }) } });
  } finally {
    // A claim that can't be released expires by itself.
    if (claim.status === 201) await api.delete(`${path}/claims/${score.matchId}`).catch(() => {});
  }
}
