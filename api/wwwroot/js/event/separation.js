import { text } from "../shared/text.js";

/**
 * What separates level teams, by the name that the API has for it.
 *
 * @type {Record<string, TextKey>}
 */
const criteria = {
  points: "standings.by.points", matchesWon: "standings.by.matchesWon", matchesPlayed: "standings.by.matchesPlayed", setRatio: "standings.by.setRatio",
  pointRatio: "standings.by.pointRatio", setDifference: "standings.by.setDifference", pointDifference: "standings.by.pointDifference",
  goalDifference: "standings.by.goalDifference", goalsFor: "standings.by.goalsFor", awayGoals: "standings.by.awayGoals", headToHead: "standings.by.headToHead",
  headToHeadOfTwo: "standings.by.headToHeadOfTwo", headToHeadSweep: "standings.by.headToHeadSweep", headToHeadMatchesWon: "standings.by.headToHeadMatchesWon",
  headToHeadSetRatio: "standings.by.headToHeadSetRatio", headToHeadPointRatio: "standings.by.headToHeadPointRatio",
  headToHeadDifference: "standings.by.headToHeadDifference", headToHeadGoals: "standings.by.headToHeadGoals",
  headToHeadAwayGoals: "standings.by.headToHeadAwayGoals", fairPlay: "standings.by.fairPlay", ranking: "standings.by.ranking", drawnLots: "standings.by.drawnLots",
};

// The table itself shows who has more of these.
const obvious = new Set(["points", "matchesWon"]);

/** Says in words why a team of a pool is below the one above it; empty if the table shows it, or if there is nothing to say yet. */
export function separationText({ team, separatedBy, manual, played }, above) {
  if (manual) return text("standings.manual", { team: team.name, reason: manual.reason });
  if (!above || played + above.played === 0 || obvious.has(separatedBy)) return "";
  if (separatedBy === "level") return text("standings.level", { team: team.name, above: above.team.name });
  return separatedBy in criteria ? text("standings.separated", { team: team.name, above: above.team.name, criterion: text(criteria[separatedBy]) }) : "";
}
