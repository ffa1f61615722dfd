import { text } from "../shared/text.js";

/** @type {Record<number, TextKey>} */
const mainNames = { 2: "brackets.final", 4: "brackets.semiFinals", 8: "brackets.quarterFinals" };
/** @type {Record<number, TextKey>} */
const winnersNames = { 2: "brackets.winnersFinal", 4: "brackets.winnersSemiFinals", 8: "brackets.winnersQuarterFinals" };

/** What people call a round. */
export function roundName({ stage, place, size, number }, bracket) {
  if (stage === "main") return mainName(size, bracket.rounds.some((round) => round.stage === "losers"));
  if (stage === "losers") return number === bracket.rounds.filter((round) => round.stage === "losers").length ? text("brackets.losersFinal") : text("brackets.losersRound", { number });
  if (stage === "grandFinal") return text("brackets.grandFinal");
  if (stage === "resetFinal") return text("brackets.resetFinal");
  if (stage === "thirdPlace") return text("brackets.thirdPlace");
  return size === 2 ? text("brackets.place", { place }) : text("brackets.places", { first: place, last: place + size - 1 });
}

function mainName(size, hasLosers) {
  const names = hasLosers ? winnersNames : mainNames;
  if (size in names) return text(names[size]);
  return text(hasLosers ? "brackets.winnersRoundOf" : "brackets.roundOf", { size });
}

/** The heading of a bracket: its division, and the best place if it isn't the first. */
export function bracketName({ division, rounds }) {
  const name = division?.name ?? text("brackets.bracket");
  const { place } = rounds[0];
  return place > 1 ? text("brackets.fromPlace", { name, place }) : name;
}
