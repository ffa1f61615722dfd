import { text } from "../shared/text.js";

const named = /(?:^|[^a-z])(coverage-?plans?|scores?|claims?)(?:[^a-z0-9]+(-?\d+))?$/;
const deepest = 4;

/**
 * Finds the contents of an export at any depth: `{ scores, claims, plans, ignored }`, the first three being lists of `{ value, place, id }`.
 * Exports are wrapped in different ways. Members may be JSON in a string, as a browser's storage keeps it, may have a prefix, and may hold
 * a list, a map by match id, or a single object whose name ends in its match's id.
 */
export function contentsOf(root) {
  const found = { scores: [], claims: [], plans: [], ignored: [] };
  look(unwrapped(root), "", 0, found);
  return found;
}

function look(value, place, depth, found) {
  if (Array.isArray(value)) return lookIntoList(value, place, depth, found);
  if (!isObject(value) || depth > deepest) return found.ignored.push(place || text("import.wholeFile"));
  // An object that has the members of a score, claim or plan is one itself.
  const kind = kindOfThing(value);
  if (kind) return found[kind].push({ value, place });
  for (const [key, raw] of Object.entries(value)) {
    const inner = unwrapped(raw);
    const at = memberOf(place, key);
    const match = named.exec(key.replace(/([a-z])([A-Z])/g, "$1-$2").toLowerCase());
    if (match) take(match[1], match[2], inner, at, found);
    else if (isObject(inner) && !["schedule", "event"].includes(key)) look(inner, at, depth + 1, found);
    else found.ignored.push(at);
  }
}

function lookIntoList(list, place, depth, found) {
  if (list.length > 0 && list.every(Number.isInteger)) return found.plans.push({ value: list, place });
  list.forEach((item, index) => {
    const at = `${place}[${index}]`;
    // [key, value] or { key, value }, the forms in which storages are listed.
    const [key, value] = Array.isArray(item) && item.length === 2 ? item : [item?.key, item?.value];
    if (typeof key === "string") look({ [key]: value }, at, depth + 1, found);
    else look(unwrapped(item), at, depth + 1, found);
  });
}

function take(word, id, value, place, found) {
  if (word.startsWith("coverage")) return takePlans(value, place, found);
  const list = found[word.startsWith("score") ? "scores" : "claims"];
  if (id !== undefined || (isObject(value) && kindOfThing(value))) list.push({ value, place, id });
  else if (Array.isArray(value)) value.forEach((item, index) => list.push({ value: unwrapped(item), place: `${place}[${index}]` }));
  else if (isObject(value)) for (const [key, item] of Object.entries(value)) list.push({ value: unwrapped(item), place: memberOf(place, key), id: key });
  else list.push({ value, place });
}

function takePlans(value, place, found) {
  if (Array.isArray(value) && value.length > 0 && value.every((item) => isObject(item) && "selectedMatches" in item))
    value.forEach((item, index) => found.plans.push({ value: item, place: `${place}[${index}]` }));
  else if (!Array.isArray(value) || value.length > 0 || !place.toLowerCase().endsWith("plans")) found.plans.push({ value, place });
}

function kindOfThing(value) {
  if ("claimedBy" in value) return "claims";
  if ("sets" in value) return "scores";
  return "selectedMatches" in value ? "plans" : null;
}

function unwrapped(value) {
  if (typeof value !== "string" || !/^\s*[[{"]/.test(value)) return value;
  try {
    return unwrapped(JSON.parse(value));
  } catch {
    return value;
  }
}

function memberOf(place, key) {
  if (!/^[A-Za-z_$][\w$]*$/.test(key)) return `${place}[${JSON.stringify(key)}]`;
  return place ? `${place}.${key}` : key;
}

export function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
