import { contentsOf, isObject } from "./container.js";
import { ValueError } from "./value-error.js";
import { idOf, points, shown, statusOf, timeOf, whole } from "./values.js";
import { text } from "../shared/text.js";

/**
 * Returns the importable contents of an export: `{ scores, claims, plans, selected, faults, ignored }`. `selected` are the matches of
 * plans without an owner or time, which are the reader's own. `faults` lists what can't be read, with its position and the reason.
 */
export function reading(root) {
  const found = contentsOf(root);
  const faults = [];
  const all = (list, read) => list.flatMap((one) => {
    try {
      return [{ ...read(one), place: one.place }];
    } catch (error) {
      if (!(error instanceof ValueError)) throw error;
      faults.push({ place: error.place, why: error.message });
      return [];
    }
  });
  const scores = all(found.scores, readScore);
  const claims = all(found.claims, readClaim);
  const plans = all(found.plans, (one) => readPlan(one, faults));
  const selected = new Set(plans.filter(({ userId }) => !userId).flatMap(({ selectedMatches }) => selectedMatches));
  const left = [...new Set(scores.flatMap(({ extra }) => extra))];
  return {
    // The server takes them in this order, so of several for one match the latest must be the last.
    scores: scores.sort((a, b) => (a.body.lastUpdated < b.body.lastUpdated ? -1 : 1)),
    claims, plans: plans.filter(({ userId }) => userId), selected: [...selected], faults, ignored: [...found.ignored, ...left],
  };
}

function readScore({ value, place, id }) {
  if (!isObject(value)) throw new ValueError(place, text("import.notAScore", { found: shown(value) }));
  const matchId = idOf(value.matchId, id, place);
  if (!Array.isArray(value.sets)) throw new ValueError(`${place}.sets`, text("import.notSets", { found: shown(value.sets) }));
  const extra = new Set(others(value, ["matchId", "sets", "status", "lastUpdated", ...details]).map((name) => `scores: ${name}`));
  const sets = value.sets.map((set, index) => {
    const at = `${place}.sets[${index}]`;
    if (!isObject(set)) throw new ValueError(at, text("import.notASet", { found: shown(set) }));
    for (const name of others(set, ["team1Score", "team2Score", "team1", "team2", "tieBreak"])) extra.add(`scores: sets: ${name}`);
    return { team1: points(set.team1Score ?? set.team1, `${at}.team1Score`), team2: points(set.team2Score ?? set.team2, `${at}.team2Score`), ...(isObject(set.tieBreak) && { tieBreak: set.tieBreak }) };
  });
  const body = { matchId, sets, status: statusOf(value.status, `${place}.status`), lastUpdated: timeOf(value.lastUpdated, `${place}.lastUpdated`), ...given(value, details) };
  return { body, extra: [...extra] };
}

function readClaim({ value, place, id }) {
  if (!isObject(value)) throw new ValueError(place, text("import.notAClaim", { found: shown(value) }));
  const matchId = idOf(value.matchId, id, place);
  const claimedBy = value.claimedBy?.id ?? value.claimedBy;
  if (typeof claimedBy !== "string" || claimedBy === "") throw new ValueError(`${place}.claimedBy`, text("import.notAHolder", { found: shown(value.claimedBy) }));
  return { body: { matchId, claimedBy, claimedAt: timeOf(value.claimedAt, `${place}.claimedAt`), expiresAt: timeOf(value.expiresAt, `${place}.expiresAt`) } };
}

function readPlan({ value, place }, faults) {
  const list = Array.isArray(value) ? value : value?.selectedMatches;
  if (!Array.isArray(list)) throw new ValueError(place, text("import.notAPlan", { found: shown(value) }));
  const selectedMatches = list.flatMap((id, index) => {
    const known = whole(id);
    if (known === null) faults.push({ place: `${place}[${index}]`, why: text("import.notAMatchId", { found: shown(id) }) });
    return known === null ? [] : [known];
  });
  if (Array.isArray(value) || !value.userId) return { selectedMatches };
  return { selectedMatches, userId: value.userId, body: { selectedMatches, userId: `${value.userId}`, updatedAt: timeOf(value.updatedAt, `${place}.updatedAt`) } };
}

// Newer than any earlier client: they are as LiveFeed exports them, and the server checks them.
const details = ["outcome", "decider", "points", "server"];

function given(value, names) {
  return Object.fromEntries(names.filter((name) => value[name] !== undefined && value[name] !== null).map((name) => [name, value[name]]));
}

function others(value, known) {
  return Object.keys(value).filter((name) => !known.includes(name));
}
