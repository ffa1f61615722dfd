import { scoreState } from "../client/score-state.js";
import { api } from "../shared/api.js";
import { confirmDialog } from "../shared/dialog.js";
import { button, element, setText } from "../shared/dom.js";
import { emptyState } from "../shared/empty-state.js";
import { notice } from "../shared/notice-box.js";
import { problemText } from "../shared/problem-text.js";
import { text } from "../shared/text.js";
import { toast } from "../shared/toast.js";
import { matchFacts, momentText } from "../shared/format.js";
import { historyDialog } from "./history-dialog.js";
import { matchTitle, pointsText, statusInSentence, statusLabel } from "./match-text.js";
import { memberNames } from "./member-names.js";
import { putScore } from "./put-score.js";
import { pollWhileVisible } from "./poll-while-visible.js";
import { sideConflicts } from "./side-conflicts.js";

const pageSize = 20;
// The feed doesn't publish rejected updates.
const refreshEvery = 20_000;

/** Updates that came too late: what was stored at that time, what was rejected, and the possible actions; and sides that results contradict. */
export function conflictsSection(context) {
  const facts = element("p", "facts");
  const failure = element("div", "stack");
  const list = element("div", "stack conflicts");
  const more = button(text("manage.moreConflicts"));
  const none = emptyState(text("manage.noConflicts"), text("manage.noConflictsText"));
  const people = memberNames(context);
  let drawn = "";
  let wanted = pageSize;
  let conflicts = [];
  let sides = [];

  const load = async () => {
    try {
      const [page, ofSides, names] = await Promise.all([
        api.get(`${context.path}/scores/conflicts?limit=${wanted}`), api.get(`${context.path}/brackets/conflicts?limit=1000`), people.load(),
      ]);
      conflicts = page.items;
      sides = ofSides.items;
      setText(facts, page.total > 0 ? text("manage.rejectedUpdates", { count: page.total }) : "");
      none.hidden = page.total + ofSides.total > 0;
      more.hidden = conflicts.length >= page.total || wanted >= 1_000;
      failure.replaceChildren();
      context.countConflicts(page.total + ofSides.total);
      draw(names);
    } catch (error) {
      failure.replaceChildren(notice(problemText(error)));
    }
  };
  const contradicted = sideConflicts(context, {
    changed: () => load(),
    failed(error) {
      failure.replaceChildren(notice(problemText(error)));
      failure.scrollIntoView({ block: "nearest" });
    },
  });
  const draw = (names) => {
    contradicted.show(sides);
    const matches = new Map((context.state?.matches ?? []).map((shown) => [shown.match.id, shown]));
    const shown = JSON.stringify([conflicts, conflicts.map(({ matchId }) => [matches.get(matchId)?.score?.version, matchTitle(matches.get(matchId)?.match)])]);
    if (shown === drawn) return;
    drawn = shown;
    list.replaceChildren(...conflicts.map((conflict) => card(conflict, matches.get(conflict.matchId), names)));
  };

  function card(conflict, shown, names) {
    const { stored } = conflict;
    const stands = shown?.score && JSON.stringify(scoreState(shown.score)) === JSON.stringify(scoreState(conflict));
    const history = button(text("manage.history"));
    const use = button(text("manage.useRejected"), "button primary");
    for (const one of [history, use]) one.append(element("span", "visually-hidden", `: ${matchTitle(shown?.match)}`));
    history.addEventListener("click", () => historyDialog(context, conflict.matchId, matchTitle(shown?.match), names));
    use.addEventListener("click", () => take(conflict, shown));
    const now = shown?.score ? text("manage.now", { points: pointsText(shown.score), status: statusInSentence(shown.score.status) }) : text("manage.noScoreNow");
    return element("article", "card conflict",
      element("div", "", element("h3", "", matchTitle(shown?.match)), element("p", "facts", shown ? matchFacts(shown.match) : "")),
      element("div", "versus",
        side(text("manage.stored"), stored, stored && text("manage.recorded", { name: names(stored.updatedBy), time: momentText(stored.occurredAt) })),
        side(text("manage.rejected"), conflict, text("manage.recordedAndArrived", { name: conflict.userName ?? text("manage.aFormerUser"), time: momentText(conflict.occurredAt), arrival: momentText(conflict.receivedAt) }))),
      element("div", "conflict-foot", element("p", "facts", stands ? text("manage.rejectedStands", { now }) : now),
        element("div", "actions", history, ...(shown && !stands ? [use] : []))));
  }

  async function take(conflict, { match, score }) {
    const { status, userName } = conflict;
    const rejected = scoreState(conflict);
    const isConfirmed = await confirmDialog({
      title: text("manage.useTitle", { points: pointsText(rejected) }),
      text: text("manage.useText", { match: matchTitle(match), points: pointsText(rejected), status: statusInSentence(status), name: userName ?? text("manage.formerUser"), before: pointsText(scoreState(score)) }),
      confirm: text("manage.useIt"),
    });
    if (!isConfirmed) return;
    try {
      await putScore(context, { matchId: match.id, ...rejected }, score?.version);
      toast(`${matchTitle(match)}: ${pointsText(rejected)}`);
      load();
    } catch (error) {
      const words = {
        claim_held: text("manage.scoredNow", { name: error.problem?.holder?.name ?? text("manage.somebody") }),
        version_mismatch: text("manage.scoreChanged"),
      };
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
    element: element("div", "stack", element("div", "section-head", element("div", "", element("h2", "", text("manage.conflicts")), facts)), failure, none, contradicted.element, list, more),
    update: () => people.known && draw(people.known),
    count: load,
    open: seen.begin,
    close: seen.end,
  };
}

function side(word, update, who) {
  const score = element("p", "versus-score", update ? pointsText(scoreState(update)) : text("manage.unknown"));
  return element("div", "versus-side", element("p", "versus-word", word), score, element("p", "facts", [update ? statusLabel(update.status) : "", who].filter(Boolean).join(" · ")));
}
