import { teamsText } from "../shared/format.js";
import { scoreText } from "../shared/score-text.js";
import { statusText } from "../shared/match-status.js";
import { text } from "../shared/text.js";

/** @type {Record<string, TextKey>} */
const inSentences = {
  scheduled: "manage.inSentence.scheduled", inProgress: "manage.inSentence.inProgress", final: "manage.inSentence.final", cancelled: "manage.inSentence.cancelled",
  postponed: "manage.inSentence.postponed", suspended: "manage.inSentence.suspended", abandoned: "manage.inSentence.abandoned",
};

export function statusLabel(status) {
  return status === "scheduled" ? text("manage.toCome") : statusText(status);
}

/** The status as part of a sentence. */
export function statusInSentence(status) {
  return status in inSentences ? text(inSentences[status]) : status;
}

export function matchTitle(match) {
  return match ? teamsText(match) : text("manage.matchGone");
}

/** Formats a score as "25–20, 11–9", with what there is beside sets; without any there are no points yet. */
export function pointsText(score) {
  return scoreText(score, ", ") || text("manage.noPoints");
}

export function minutesText(minutes) {
  if (minutes < 60) return text("manage.minutes", { count: minutes });
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours >= 48) return text("manage.days", { count: Math.floor(hours / 24) });
  return rest === 0 ? text("manage.hours", { count: hours }) : text("manage.hoursAndMinutes", { count: hours, minutes: rest });
}
