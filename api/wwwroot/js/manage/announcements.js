import { newId } from "../client/ids.js";
import { api } from "../shared/api.js";
import { courtNameOf, validAnnouncements } from "../shared/announcements.js";
import { arrange, button, element, focusContent, setText } from "../shared/dom.js";
import { emptyState } from "../shared/empty-state.js";
import { areaField, field, selectField } from "../shared/form.js";
import { formOf } from "../shared/form-of.js";
import { momentText } from "../shared/format.js";
import { problemText } from "../shared/problem-text.js";
import { text } from "../shared/text.js";
import { toast } from "../shared/toast.js";
import { wireText } from "./local-time.js";

/** What is announced, and a form to announce more. */
export function announcementsSection(context) {
  const words = areaField({ name: "text", label: text("announcements.text"), hint: text("announcements.hint"), maxlength: 500, rows: 3, required: "" });
  const court = selectField({ name: "courtId", label: text("announcements.for"), options: [{ value: "", text: text("announcements.everybody") }] });
  const until = field({ name: "until", label: text("announcements.until"), hint: text("announcements.untilHint"), type: "datetime-local" });
  // A repeat after a lost response must not announce it twice.
  let key = newId();
  const { form, clear } = formOf({
    fields: [words, court, until],
    elements: [words.element, element("div", "pair", court.element, until.element)],
    submit: text("announcements.announce"),
    required: [words],
    async send() {
      const body = { text: oneLine(words.input.value), courtId: court.input.value === "" ? null : Number(court.input.value), until: wireText(until.input.value) };
      await api.post(`${context.path}/announcements`, body, { headers: { "Idempotency-Key": key } });
      key = newId();
      form.reset();
      clear();
      words.input.focus();
      toast(text("announcements.announced"));
    },
  });
  form.addEventListener("input", () => { key = newId(); });

  const list = element("ul", "rows announced");
  const none = emptyState(text("announcements.none"), text("announcements.noneText"));
  const rows = new Map();
  const courts = courtOptions(court.input);

  async function remove(id) {
    try {
      await api.delete(`${context.path}/announcements/${id}`);
      toast(text("announcements.deleted"));
    } catch (error) {
      // It may have ended, or somebody else was quicker.
      if (error.code !== "announcement_not_found") toast(problemText(error), "error");
    }
  }

  return {
    element: element("div", "stack", element("section", "card stack", element("h2", "", text("announcements.title")), form), none, list),
    update(state) {
      courts.show(state.matches);
      const shown = validAnnouncements(state);
      none.hidden = shown.length > 0;
      for (const [id, row] of rows) {
        if (shown.some((one) => one.id === id)) continue;
        if (row.element.contains(document.activeElement)) focusContent();
        rows.delete(id);
      }
      arrange(list, shown.map((one) => {
        if (!rows.has(one.id)) rows.set(one.id, announcementRow(one, remove));
        const row = rows.get(one.id);
        row.show(courtNameOf(one, state.matches));
        return row.element;
      }));
    },
  };
}

function announcementRow({ id, text: words, courtId, until, by, at }, remove) {
  const facts = element("p", "facts");
  const gone = button(text("manage.delete"), "button quiet");
  gone.append(element("span", "visually-hidden", `: ${words}`));
  gone.addEventListener("click", () => remove(id));
  return {
    element: element("li", "row", element("div", "", element("p", "row-name", words), facts), element("div", "row-actions", gone)),
    show(courtName) {
      const place = courtId === undefined ? text("announcements.everybody") : courtName;
      const end = until === undefined ? text("announcements.by", { name: by.name, at: momentText(at) }) : text("announcements.byUntil", { name: by.name, at: momentText(at), until: momentText(until) });
      setText(facts, [place, end].filter(Boolean).join(" · "));
    },
  };
}

/** Keeps the courts of the schedule in a select, without touching what is chosen or a list that is open, unless the courts change. */
function courtOptions(select) {
  let shown = "";
  return {
    show(matches) {
      const named = new Map(matches.filter(({ match }) => match.court).map(({ match }) => [match.court.id, match.court.name]));
      const courts = [...named].sort(([a], [b]) => a - b);
      const now = JSON.stringify(courts);
      if (now === shown) return;
      shown = now;
      const chosen = select.selectedOptions[0];
      const options = courts.map(([id, name]) => new Option(name, `${id}`));
      // What was chosen stays, also a court without matches: nothing for one court goes to everybody by itself.
      const isGone = chosen?.value && !named.has(Number(chosen.value));
      select.replaceChildren(select.options[0], ...options, ...(isGone ? [chosen] : []));
      select.value = chosen?.value ?? "";
    },
  };
}

// An announcement has one line.
function oneLine(words) {
  return words.replace(/\s+/g, " ").trim();
}
