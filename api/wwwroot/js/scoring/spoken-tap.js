import { teamName } from "../shared/format.js";
import { text } from "../shared/text.js";
import { gameTexts, isDeuce } from "./game-points.js";
import { currentOf } from "./score.js";
import { countsGamePoints } from "./tap.js";

/** Returns what a tap has led to, as it is said aloud: the points, or the game that they won, and who serves if that is another side now. */
export function spokenTap(match, before, after, format) {
  const serves = after.server && after.server !== before.server ? text("shared.serves", { team: teamName(match, after.server) }) : "";
  return [pointsOf(match, before, after, format), serves].filter(Boolean).join(", ");
}

function pointsOf(match, before, after, format) {
  const both = ({ team1, team2 }) => `${teamName(match, 1)} ${team1}, ${teamName(match, 2)} ${team2}`;
  const current = currentOf(after);
  if (!countsGamePoints(after, format)) return both(current);
  const was = currentOf(before);
  for (const team of [1, 2])
    if (before.sets.length === after.sets.length && current[`team${team}`] > was[`team${team}`]) return `${text("scoring.gameTo", { team: teamName(match, team) })} ${both(current)}`;
  if (isDeuce(after, format)) return text(format.noAd ? "scoring.decidingPoint" : "scoring.deuce");
  const points = gameTexts(after, format);
  for (const team of [1, 2]) if (points[`team${team}`] === "AD") return text("shared.advantage", { team: teamName(match, team) });
  return both(points);
}
