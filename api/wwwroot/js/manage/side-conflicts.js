import { api } from "../shared/api.js";
import { confirmDialog } from "../shared/dialog.js";
import { button, element } from "../shared/dom.js";
import { matchFacts } from "../shared/format.js";
import { text } from "../shared/text.js";
import { toast } from "../shared/toast.js";
import { matchTitle } from "./match-text.js";

/**
 * Matches that keep their teams, because they have a score, although a corrected result says others. `changed` is called after a match got its
 * other teams, `failed` with an error.
 */
export function sideConflicts(context, { changed, failed }) {
  const list = element("div", "stack conflicts");
  const box = element("div", "stack", element("p", "facts", text("manage.sidesText")), list);
  let drawn = "";
  box.hidden = true;

  const card = (sides, match) => {
    const title = matchTitle(match);
    const use = button(text("manage.useTeams"));
    use.append(element("span", "visually-hidden", `: ${title}`));
    use.addEventListener("click", () => take(sides, title));
    const words = sides.map(({ side, current, expected }) => element("p", "", text("manage.sideIs", {
      team: current?.name ?? text("manage.nobody"), expected: expected?.name ?? text("manage.nobodyYet"), label: match?.[`team${side}Label`] ?? "",
    })));
    return element("article", "card conflict",
      element("div", "", element("h3", "", title), element("p", "facts", match ? matchFacts(match) : "")),
      element("div", "", ...words),
      element("div", "conflict-foot", element("div", "actions", use)));
  };

  async function take(sides, title) {
    const isConfirmed = await confirmDialog({ title: text("manage.useTeamsTitle", { match: title }), text: text("manage.useTeamsText"), confirm: text("manage.useTeamsConfirm") });
    if (!isConfirmed) return;
    try {
      // Both sides at once: one alone could be a team against itself.
      const change = Object.fromEntries(sides.flatMap(({ side, expected, from }) => [[`team${side}Id`, expected?.id ?? null], [`team${side}From`, from]]));
      await api.patch(`${context.path}/matches/${sides[0].matchId}?affectScored=true`, change);
      toast(text("manage.teamsUsed", { match: title }));
      changed();
    } catch (error) {
      failed(error);
    }
  }

  return {
    element: box,
    show(items) {
      // Before the schedule is here, nothing is known of the matches.
      if (!context.state) return;
      const matches = new Map(context.state.matches.map((shown) => [shown.match.id, shown.match]));
      const byMatch = [...Map.groupBy(items, ({ matchId }) => matchId)];
      const shown = JSON.stringify(byMatch.map(([matchId, sides]) => [sides, matchTitle(matches.get(matchId))]));
      if (shown === drawn) return;
      drawn = shown;
      box.hidden = items.length === 0;
      list.replaceChildren(...byMatch.map(([matchId, sides]) => card(sides, matches.get(matchId))));
    },
  };
}
