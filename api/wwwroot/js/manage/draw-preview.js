import { button, element } from "../shared/dom.js";
import { teamName, teamsText } from "../shared/format.js";
import { notice } from "../shared/notice-box.js";
import { text } from "../shared/text.js";
import { drawRounds } from "./draw-rounds.js";

const fewMatches = 32;

/**
 * What a draw would make: how much of it, who has no match at first, what is odd, and all matches.
 *
 * @param {{ matches: any[], teams: { id: number, name: string }[], pools: { id: string, name: string, teams: number[] }[], warnings: { message: string }[], warningCount: number }} drawn
 * @param {{ nameOf: (teamId: number) => string, onMake: () => Promise<void> }} options `nameOf` names the teams that the event has.
 */
export function drawPreview(drawn, { nameOf, onMake }) {
  const { matches, teams, pools, warnings, warningCount } = drawn;
  const { rounds, byes } = drawRounds(matches);
  const made = new Map(teams.map(({ id, name }) => [id, name]));
  const heading = element("h3", "", text("draws.previewTitle"));
  heading.tabIndex = -1;
  const amount = text("shared.matches", { count: matches.length });
  const facts = [
    rounds.length > 0 && pools.length === 0 ? text("draws.matchesInRounds", { matches: amount, count: rounds.length }) : amount,
    teams.length > 0 ? text("draws.newTeams", { count: teams.length }) : "",
  ].filter(Boolean).join(" · ");
  const go = button(text("draws.make", { count: matches.length }), "button primary");
  go.addEventListener("click", async () => {
    if (go.ariaDisabled === "true") return;
    go.ariaDisabled = "true";
    await onMake();
    go.ariaDisabled = null;
  });
  const inPools = matches.filter(({ pool }) => pool);
  const box = element("div", "stack draw-preview", heading, element("p", "facts", facts),
    ...pools.map((pool) => element("p", "", text("draws.poolOf", { pool: pool.name, teams: pool.teams.map((id) => made.get(id) ?? nameOf(id)).join(", ") }))),
    ...(byes.length > 0 ? [element("p", "", text("draws.byes", { teams: byes.map(({ match, side }) => teamName(match, side)).join(", ") }))] : []),
    ...warnings.map(({ message }) => notice(message, "caution")),
    ...(warningCount > warnings.length ? [element("p", "facts", text("manage.andOthers", { count: warningCount - warnings.length }))] : []),
    ...(inPools.length > 0 ? [matchList(text("draws.poolMatches"), inPools)] : []),
    ...rounds.map((round, index) => matchList(text("draws.round", { number: index + 1 }), round)),
    element("div", "actions", go));
  return { element: box, focus: () => heading.focus() };
}

function matchList(title, matches) {
  const count = text("shared.matches", { count: matches.length });
  const box = element("details", "change-list", element("summary", "", `${title} · ${count}`),
    element("ul", "prose", ...matches.map((match) => element("li", "", [match.number, teamsText(match)].filter(Boolean).join(": ")))));
  box.open = matches.length <= fewMatches;
  return box;
}
