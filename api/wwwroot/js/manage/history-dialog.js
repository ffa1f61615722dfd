import { api } from "../shared/api.js";
import { scoreState } from "../client/score-state.js";
import { openDialog } from "../shared/dialog.js";
import { button, element } from "../shared/dom.js";
import { notice } from "../shared/notice-box.js";
import { problemText } from "../shared/problem-text.js";
import { momentText } from "../shared/format.js";
import { pointsText, statusLabel } from "./match-text.js";
import { text } from "../shared/text.js";

const pageSize = 50;

/** Every update of a match's score, the newest first. */
export function historyDialog({ path }, matchId, title, names) {
  const list = element("ol", "history");
  const rest = element("div");
  const load = async () => {
    try {
      const { items, total } = await api.get(`${path}/scores/${matchId}/history?limit=${pageSize}&offset=${list.children.length}`);
      list.append(...items.map((update) => row(update, names)));
      rest.replaceChildren();
      if (list.children.length < total && items.length > 0) rest.append(more());
      if (total === 0) rest.append(element("p", "facts", text("manage.nothingWritten")));
    } catch (error) {
      rest.replaceChildren(notice(problemText(error)));
    }
  };
  const more = () => {
    const next = button(text("manage.earlierUpdates"));
    next.addEventListener("click", load);
    return next;
  };
  openDialog(title, list, rest);
  load();
}

function row({ version, status, occurredAt, updatedBy, ...revision }, names) {
  return element("li", "", element("p", "row-name", pointsText(scoreState(revision))), element("p", "facts", `${version}. ${statusLabel(status)} · ${names(updatedBy)} · ${momentText(occurredAt)}`));
}
