import { api } from "../shared/api.js";
import { confirmDialog } from "../shared/dialog.js";
import { arrange, button, element, setText } from "../shared/dom.js";
import { emptyState } from "../shared/empty-state.js";
import { notice } from "../shared/notice-box.js";
import { problemText } from "../shared/problem-text.js";
import { statusOf } from "../shared/match-status.js";
import { text } from "../shared/text.js";
import { toast } from "../shared/toast.js";
import { matchFacts, momentText } from "../shared/format.js";
import { matchTitle, pointsText, statusLabel } from "./match-text.js";
import { pollWhileVisible } from "./poll-while-visible.js";

const refreshEvery = 30_000;

/** Shows the holders of all claims, live. */
export function claimsSection(context) {
  const facts = element("p", "facts");
  const failure = element("div", "stack");
  const list = element("ul", "rows claims");
  const none = emptyState(text("manage.noClaims"), text("manage.noClaimsText"));
  const rows = new Map();
  // The feed doesn't publish the renewals that come with every point.
  const ends = new Map();
  let state;

  const draw = () => {
    if (!state) return;
    const held = state.matches.filter(({ claim }) => claim?.state === "claimed").sort((a, b) => a.claim.claimedAt < b.claim.claimedAt ? -1 : 1);
    setText(facts, text("manage.held", { count: held.length }));
    none.hidden = held.length > 0;
    for (const id of rows.keys()) if (!held.some(({ match }) => match.id === id)) rows.delete(id);
    arrange(list, held.map((shown) => {
      const { id } = shown.match;
      if (!rows.has(id)) rows.set(id, claimRow(id, release));
      rows.get(id).show(shown, ends.get(id));
      return rows.get(id).element;
    }));
  };
  const refresh = async () => {
    let items;
    try {
      ({ items } = await api.get(`${context.path}/claims?limit=1000`));
    } catch {
      // The feed still says who holds which claim. Only the shown end may be too early, and the connection's status shows the problem.
      return;
    }
    ends.clear();
    for (const { matchId, expiresAt } of items) ends.set(matchId, expiresAt);
    draw();
  };

  async function release({ match, claim }) {
    const { name } = claim.claimedBy;
    const isConfirmed = await confirmDialog({
      title: text("manage.releaseTitle", { match: matchTitle(match) }),
      text: text("manage.releaseText", { name }),
      confirm: text("manage.release"),
      isDanger: true,
    });
    if (!isConfirmed) return;
    failure.replaceChildren();
    try {
      await api.delete(`${context.path}/claims/${match.id}`);
      toast(text("manage.released", { match: matchTitle(match) }));
    } catch (error) {
      if (error.code === "claim_not_found") toast(text("manage.releasedBefore"));
      else failure.replaceChildren(notice(problemText(error)));
    }
  }

  const seen = pollWhileVisible(refresh, refreshEvery);
  return {
    element: element("div", "stack", element("div", "section-head", element("div", "", element("h2", "", text("manage.claims")), facts)), failure, none, list),
    update(now) {
      state = now;
      draw();
    },
    open: seen.begin,
    close: seen.end,
  };
}

function claimRow(id, release) {
  const title = element("p", "row-name");
  const where = element("p", "facts");
  const holder = element("p", "holder");
  const freed = button(text("manage.release"));
  const named = element("span", "visually-hidden");
  freed.append(named);
  let shown;
  freed.addEventListener("click", () => release(shown));
  const row = element("li", "row", element("div", "", title, where, holder), freed);
  row.dataset.claim = id;
  return {
    element: row,
    show(now, end) {
      shown = now;
      const { match, score, claim } = now;
      const until = end > claim.expiresAt ? end : claim.expiresAt;
      setText(title, matchTitle(match));
      setText(named, ` ${matchTitle(match)}`);
      setText(where, [matchFacts(match), score ? text("manage.statusAndPoints", { status: statusLabel(statusOf(now)), points: pointsText(score) }) : text("manage.noScoreYet")].filter(Boolean).join(" · "));
      setText(holder, text("manage.heldBy", { name: claim.claimedBy.name, since: momentText(claim.claimedAt), until: momentText(until) }));
    },
  };
}
