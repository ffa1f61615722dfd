import { api } from "../shared/api.js";
import { button, confirmDialog } from "../shared/dialog.js";
import { element, setText } from "../shared/dom.js";
import { problemText } from "../shared/problem-text.js";
import { toast } from "../shared/toast.js";
import { matchFacts, momentText } from "../shared/format.js";
import { emptyState, notice } from "./require-sign-in.js";
import { historyDialog } from "./history-dialog.js";
import { counted, matchTitle, pointsText, statusLabels } from "./match-text.js";
import { memberNames } from "./member-names.js";
import { putScore } from "./put-score.js";
import { pollWhileVisible } from "./poll-while-visible.js";

const pageSize = 20;
// The feed doesn't publish rejected updates.
const refreshEvery = 20_000;

/** Updates that came too late: what was stored at that time, what was rejected, and the possible actions. */
export function conflictsSection(context) {
  const facts = element("p", "facts");
  const failure = element("div", "stack");
  const list = element("div", "stack conflicts");
  const more = button("Show more conflicts");
  const none = emptyState("No conflicts", "An update that is older than the stored score is refused and kept here, so that nothing is lost unseen.");
  const people = memberNames(context);
  let drawn = "";
  let wanted = pageSize;
  let conflicts = [];

  const load = async () => {
    try {
      const [page, names] = await Promise.all([api.get(`${context.path}/scores/conflicts?limit=${wanted}`), people.load()]);
      conflicts = page.items;
      setText(facts, page.total > 0 ? counted(page.total, "refused update") : "");
      none.hidden = page.total > 0;
      more.hidden = conflicts.length >= page.total || wanted >= 1_000;
      failure.replaceChildren();
      context.countConflicts(page.total);
      draw(names);
    } catch (error) {
      failure.replaceChildren(notice(problemText(error)));
    }
  };
  const draw = (names) => {
    const matches = new Map((context.state?.matches ?? []).map((shown) => [shown.match.id, shown]));
    const shown = JSON.stringify([conflicts, conflicts.map(({ matchId }) => [matches.get(matchId)?.score?.version, matchTitle(matches.get(matchId)?.match)])]);
    if (shown === drawn) return;
    drawn = shown;
    list.replaceChildren(...conflicts.map((conflict) => card(conflict, matches.get(conflict.matchId), names)));
  };

  function card(conflict, shown, names) {
    const { stored } = conflict;
    const stands = shown?.score && pointsText(shown.score.sets) === pointsText(conflict.sets) && shown.score.status === conflict.status;
    const history = button("History");
    const use = button("Use refused score", "button primary");
    for (const one of [history, use]) one.append(element("span", "visually-hidden", `: ${matchTitle(shown?.match)}`));
    history.addEventListener("click", () => historyDialog(context, conflict.matchId, matchTitle(shown?.match), names));
    use.addEventListener("click", () => take(conflict, shown));
    const now = shown?.score ? `Now: ${pointsText(shown.score.sets)}, ${statusLabels[shown.score.status].toLowerCase()}` : "No score now";
    return element("article", "card conflict",
      element("div", "", element("h3", "", matchTitle(shown?.match)), element("p", "facts", shown ? matchFacts(shown.match) : "")),
      element("div", "versus",
        side("Stored", stored?.sets, stored?.status, stored && `${names(stored.updatedBy)}, recorded ${momentText(stored.occurredAt)}`),
        side("Refused", conflict.sets, conflict.status, `${conflict.userName ?? "A former user"}, recorded ${momentText(conflict.occurredAt)}, arrived ${momentText(conflict.receivedAt)}`)),
      element("div", "conflict-foot", element("p", "facts", stands ? `${now}. The refused score stands.` : now),
        element("div", "actions", history, ...(shown && !stands ? [use] : []))));
  }

  async function take({ sets, status, userName }, { match, score }) {
    const isConfirmed = await confirmDialog({
      title: `Use ${pointsText(sets)}?`,
      text: `${matchTitle(match)} becomes ${pointsText(sets)}, ${statusLabels[status].toLowerCase()}, as ${userName ?? "a former user"} recorded it, in place of ${pointsText(score?.sets ?? [])}. It is written in your name; the history keeps both.`,
      confirm: "Use it",
    });
    if (!isConfirmed) return;
    try {
      await putScore(context, { matchId: match.id, sets, status }, score?.version);
      toast(`${matchTitle(match)}: ${pointsText(sets)}`);
      load();
    } catch (error) {
      const words = { claim_held: `${error.problem?.holder?.name ?? "Somebody"} keeps the score of this match now. Release it under Claims first, or ask for the correction there.`, version_mismatch: "The score has changed in the meantime. Look at it again before you replace it." };
      failure.replaceChildren(notice(words[error.code] ?? problemText(error)));
      failure.scrollIntoView({ block: "nearest" });
    }
  }

  more.hidden = none.hidden = true;
  more.addEventListener("click", () => {
    wanted += pageSize;
    load();
  });
  const seen = pollWhileVisible(load, refreshEvery);
  return {
    element: element("div", "stack", element("div", "section-head", element("div", "", element("h2", "", "Conflicts"), facts)), failure, none, list, more),
    update: () => people.known && draw(people.known),
    count: load,
    open: seen.begin,
    close: seen.end,
  };
}

function side(word, sets, status, who) {
  const score = element("p", "versus-score", sets ? pointsText(sets) : "Unknown");
  return element("div", "versus-side", element("p", "versus-word", word), score, element("p", "facts", [status ? statusLabels[status] : "", who].filter(Boolean).join(" · ")));
}
