import { scoreState } from "./score-state.js";

/** How each type of item is sent. Items of earlier versions have no type, and are scores. */
const requests = {
  score: ([item, ...more]) => (more.length > 0
    ? { method: "POST", path: "scores/batch", body: { scores: [item, ...more].map(scoreOf) } }
    : { method: "POST", path: "scores", body: scoreOf(item) }),
  incident: ([{ matchId, incident, occurredAt, clientUpdateId }]) =>
    ({ method: "POST", path: `matches/${matchId}/incidents`, body: { ...incident, occurredAt, clientUpdateId } }),
  // Without a body that has the id of the update, the header has it.
  retraction: ([{ incidentId, clientUpdateId }]) => ({ method: "DELETE", path: `incidents/${encodeURIComponent(incidentId)}`, key: clientUpdateId }),
  message: ([{ teamId, text, clientUpdateId }]) => ({ method: "POST", path: `teams/${teamId}/messages`, body: { text, clientMessageId: clientUpdateId } }),
  clock: ([{ matchId, clock, occurredAt, clientUpdateId }]) =>
    ({ method: "PUT", path: `matches/${matchId}/clock`, body: { ...clock, occurredAt, clientUpdateId } }),
};

/** Returns the request that sends these items, which are one, or several scores: its method, its path below the event, its body, and its idempotency key. */
export function requestOf(items) {
  return requests[items[0].type ?? "score"](items);
}

/** Returns what the items follow each other in: those of a match, or of a team's room, are sent in the order of writing. */
export function placeOf({ matchId, teamId }) {
  return teamId === undefined ? matchId : `team ${teamId}`;
}

/** Whether this is what the server responds once it has stored an item. */
export function isStoredResponse({ type }, body) {
  return type === "message" ? typeof body?.id === "string" && typeof body.text === "string" : Number.isInteger(body?.matchId);
}

export function isScore({ type }) {
  return type === undefined;
}

/** Whether the server responds to an item without a body once it is done. */
export function isEmptyWhenStored({ type }) {
  return type === "retraction";
}

function scoreOf(item) {
  return { matchId: item.matchId, ...scoreState(item), occurredAt: item.occurredAt, clientUpdateId: item.clientUpdateId };
}
