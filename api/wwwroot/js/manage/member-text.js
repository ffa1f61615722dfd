import { text } from "../shared/text.js";

/**
 * The names of the roles, and what each may do. `becomes` is the sentence that reports the change of a member's role.
 *
 * @type {Record<string, { label: TextKey, becomes: TextKey, may: TextKey }>}
 */
export const roles = {
  organizer: { label: "manage.organizer", becomes: "manage.becomesOrganizer", may: "manage.organizerMay" },
  media: { label: "manage.scorekeeper", becomes: "manage.becomesScorekeeper", may: "manage.scorekeeperMay" },
  coach: { label: "manage.coach", becomes: "manage.becomesCoach", may: "manage.coachMay" },
  spectator: { label: "manage.spectator", becomes: "manage.becomesSpectator", may: "manage.spectatorMay" },
};

/** The name of a role; one that this page doesn't know stands for itself. */
export function roleText(role) {
  return role in roles ? text(roles[role].label) : role;
}

/** What a role may do; empty if this page doesn't know the role. */
export function mayText(role) {
  return role in roles ? text(roles[role].may) : "";
}

/** The page's own texts for some error codes. */
export function memberProblems() {
  return {
    last_organizer: text("manage.lastOrganizer"),
    user_not_found: text("manage.userNotFound"),
    member_not_found: text("manage.memberNotFound"),
  };
}
