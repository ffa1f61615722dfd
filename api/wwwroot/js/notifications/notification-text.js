import { momentText } from "../shared/format.js";
import { pageAddress } from "../shared/page-address.js";
import { pointsText } from "../shared/score-text.js";
import { text } from "../shared/text.js";

/** @type {Record<string, TextKey>} */
const roles = {
  organizer: "notifications.organizer",
  media: "notifications.media",
  coach: "notifications.coach",
  player: "notifications.player",
  family: "notifications.family",
  spectator: "notifications.spectator",
};

/** @type {Record<string, (notification: any) => string>} */
const words = {
  "match-soon": ({ match }) => text("notifications.soon", { teams: teamsOf(match), time: momentText(match.startsAt) }),
  "match-started": ({ match }) => text("notifications.started", { teams: teamsOf(match) }),
  "set-ended": ({ match }) => text("notifications.setEnded", { teams: teamsOf(match), score: scoreOf(match) }),
  "match-final": ({ match }) => match.winner
    ? text("notifications.won", { winner: match[`team${match.winner}`] ?? "", teams: teamsOf(match), score: scoreOf(match) })
    : text("notifications.final", { teams: teamsOf(match), score: scoreOf(match) }),
  rescheduled: ({ match }) => !match ? text("notifications.manyRescheduled") : text("notifications.rescheduled", { teams: teamsOf(match), when: [match.startsAt && momentText(match.startsAt), match.court].filter(Boolean).join(", ") }),
  announcement: (notification) => text("notifications.announcement", { text: notification.text }),
  mention: ({ team }) => text("notifications.mention", { team: team.name }),
  "role-changed": roleText,
};

/** What a notification says, in one line. A kind that this page doesn't know says that something has happened, and its event where. */
export function notificationText(notification) {
  return words[notification.kind]?.(notification) ?? text("notifications.other");
}

/** The address of what it is about. */
export function notificationAddress({ kind, eventId, match, team }) {
  if (match) return `${pageAddress("events", eventId)}?match=${match.id}`;
  return kind === "mention" ? `${pageAddress("rooms", eventId)}?team=${team.id}` : pageAddress("events", eventId);
}

function roleText({ role, team }) {
  if (!role) return team ? text("notifications.roleTakenInTeam", { team: team.name }) : text("notifications.roleTaken");
  const name = role in roles ? text(roles[role]) : role;
  return team ? text("notifications.roleInTeam", { role: name, team: team.name }) : text("notifications.role", { role: name });
}

const teamsOf = ({ team1, team2 }) => `${team1 ?? text("shared.toBeDecided")} – ${team2 ?? text("shared.toBeDecided")}`;

const scoreOf = ({ sets = [] }) => sets.map(pointsText).join("  ");
