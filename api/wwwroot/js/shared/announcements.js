import { serverNow } from "../client/server-time.js";

/** What is announced now, the newest first. A page without a connection isn't told when something has ended, so it looks at the time itself. */
export function validAnnouncements({ announcements }) {
  const now = serverNow();
  return announcements.filter(({ until }) => until === undefined || Date.parse(until) > now);
}

/** The name of the court that an announcement is about; empty if it is about none, or nothing is planned there. */
export function courtNameOf({ courtId }, matches) {
  return (courtId !== undefined && matches.find(({ match }) => match.court?.id === courtId)?.match.court.name) || "";
}
