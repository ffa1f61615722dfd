import { scoreState } from "./score-state.js";

/** How each type of item is sent. Items of earlier versions have no type, and are scores. */
const requests = {
  score: ([item, ...more]) => (more.length > 0
    ? { method: "POST", path: "scores/batch", body: { scores: [item, ...more].map(scoreOf) } }
    : { method: "POST", path: "scores", body: scoreOf(item) }),
  incident: ([{ matchId, incident, occurredAt, clientUpdateId }]) =>
    ({ method: "POST", path: `matches/${matchId}/incidents`, body: { ...incident, occurredAt, clientUpdateId } }),
  retraction: ([{ incidentId }]) => ({ method: "DELETE", path: `incidents/${encodeURIComponent(incidentId)}` }),
  clock: ([{ matchId, clock, occurredAt, clientUpdateId }]) =>
    ({ method: "PUT", path: `matches/${matchId}/clock`, body: { ...clock, occurredAt, clientUpdateId } }),
};

/** Returns the request that sends these items, which are one, or several scores: its method, its path below the event, and its body. */
export function requestOf(items) {
  return requests[items[0].type ?? "score"](items);
}

export function isScore({ type }) {
  return type === undefined;
}

function scoreOf(item) {
  return { matchId: item.matchId, ...scoreState(item), occurredAt: item.occurredAt, clientUpdateId: item.clientUpdateId };
}
