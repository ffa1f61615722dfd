import { text } from "../shared/text.js";

/** @type {Record<string, { label: TextKey, may: TextKey }>} */
const roles = {
  family: { label: "rooms.family", may: "rooms.familyMay" },
  player: { label: "rooms.player", may: "rooms.playerMay" },
  coach: { label: "rooms.coach", may: "rooms.coachMay" },
};

/** The name of a role in a team; one that this page doesn't know stands for itself. */
export function roleText(role) {
  return role in roles ? text(roles[role].label) : role;
}

/** What a role in a team may do. */
export function mayText(role) {
  return role in roles ? text(roles[role].may) : "";
}

/** The roles that a link can give, as options. */
export const roleOptions = (values) => values.map((value) => ({ value, text: roleText(value) }));
