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
  clock: ([{ matchId, clock, occurredAt, clientUpdateId }]) =>
    ({ method: "PUT", path: `matches/${matchId}/clock`, body: { ...clock, occurredAt, clientUpdateId } }),
};

/** Returns the request that sends these items, which are one, or several scores: its method, its path below the event, its body, and its idempotency key. */
export function requestOf(items) {
  return requests[items[0].type ?? "score"](items);
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
