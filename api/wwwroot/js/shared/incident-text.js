import { text } from "./text.js";

/**
 * The kinds of incidents, by the names that the API has for them.
 *
 * @type {Record<string, TextKey>}
 */
const kinds = {
  goal: "incidents.goal", ownGoal: "incidents.ownGoal", penaltyGoal: "incidents.penaltyGoal", penaltyMissed: "incidents.penaltyMissed", save: "incidents.save",
  yellowCard: "incidents.yellowCard", secondYellow: "incidents.secondYellow", redCard: "incidents.redCard", substitution: "incidents.substitution",
  injury: "incidents.injury", timeOut: "incidents.timeOut", technicalTimeOut: "incidents.technicalTimeOut", challenge: "incidents.challenge", ace: "incidents.ace",
  block: "incidents.block", error: "incidents.error", sanction: "incidents.sanction", periodStart: "incidents.periodStart", periodEnd: "incidents.periodEnd",
  note: "incidents.note",
};

/** The word for a kind of incidents; one that this page doesn't know stands for itself. */
export function kindText(kind) {
  return kind in kinds ? text(kinds[kind]) : kind;
}

/** When it was, as "12′" or "45+2′"; empty if nobody has said it. */
export function incidentMinute({ minute, added }) {
  if (minute === undefined) return "";
  return added ? text("incidents.minuteAdded", { minute, added }) : text("incidents.minute", { minute });
}

/** Who it was: by name or, if the name isn't published, by number; empty if nobody has said it. */
export function incidentPeople(incident) {
  const person = nameOf(incident.person, incident.personNumber);
  const person2 = nameOf(incident.person2, incident.person2Number);
  if (!person || !person2) return person || person2;
  return incident.kind === "substitution" ? text("incidents.substituted", { person, person2 }) : text("incidents.people", { person, person2 });
}

function nameOf(name, number) {
  return name ?? (number === undefined ? "" : text("incidents.number", { number }));
}
