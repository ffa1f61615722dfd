import { api } from "../shared/api.js";

/** Adds matches to the reader's coverage plan; resolves with `{ added, already }`. Changes made on another device meanwhile are kept. */
export async function addToPlan(eventId, ids) {
  const address = `api/events/${encodeURIComponent(eventId)}/coverage-plans`;
  for (;;) {
    const { body, etag } = await api.send("GET", address);
    const stored = new Set(body.selectedMatches);
    const added = ids.filter((id) => !stored.has(id));
    try {
      if (added.length > 0) await api.send("PUT", address, { selectedMatches: [...stored, ...added] }, { headers: { "If-Match": etag } });
      return { added, already: ids.filter((id) => stored.has(id)) };
    } catch (error) {
      if (error.code !== "version_mismatch") throw error;
    }
  }
}
