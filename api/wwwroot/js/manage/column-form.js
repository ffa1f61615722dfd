import { button, element } from "../shared/dom.js";
import { checkField, selectField } from "../shared/form.js";
import { text } from "../shared/text.js";

/**
 * What a column can have, by the names that the API has for it, in the order in which people look for it.
 *
 * @type {Record<string, TextKey>}
 */
const meanings = {
  team1: "manage.team1", team2: "manage.team2", teams: "manage.bothTeams", date: "manage.date", time: "manage.time", startsAt: "manage.startWithDate", endsAt: "manage.end",
  duration: "manage.duration", court: "shared.court", division: "shared.division", pool: "manage.pool", id: "manage.matchNumber", number: "manage.numberBesideId",
  workTeam: "manage.workTeam", referee: "manage.referee", scorekeeper: "manage.scorekeeper", lineJudge: "manage.lineJudge", helper: "manage.helper",
  format: "manage.format", partOf: "manage.partOf", rubber: "manage.rubber", team1Label: "manage.label1", team2Label: "manage.label2",
};

/**
 * The columns of a table, each with what it has in the first lines and a select of what that means. `onPreview` gets what the organizer has chosen, as the
 * parameter `mapping` of the preview takes it; `onChange` is called, with what returns that, as soon as something else is chosen than what was previewed.
 */
export function columnForm({ columns, mapping, isOpen }, { onChange, onPreview }) {
  // A file without headings that are known may have others, on its first line.
  const mayHaveHeadings = columns.every(({ heading }) => heading === undefined) && columns.some(({ samples }) => samples.length > 1);
  const headings = checkField({ name: "headings", label: text("manage.firstLineIsHeadings") });
  const fieldOf = new Map(Object.entries(mapping).map(([field, name]) => [columns.find((column) => column.name === name), field]));
  const rows = columns.map((column, index) => {
    const select = selectField({
      name: `column${index}`,
      label: column.heading ?? text("manage.columnNumber", { number: index + 1 }),
      options: [{ value: "", text: text("manage.columnNotRead") }, ...Object.entries(meanings).map(([value, key]) => ({ value, text: text(key) }))],
    });
    select.input.value = fieldOf.get(column) ?? "";
    const samples = column.samples.filter((sample) => sample !== "").join(" · ");
    return { column, select, element: element("li", "column", select.element, element("p", "facts column-samples", samples || text("manage.columnEmpty"))) };
  });
  const again = button(text("manage.previewColumns"), "button primary");
  again.hidden = true;
  again.addEventListener("click", () => onPreview(chosen()));

  const changed = () => {
    again.hidden = false;
    onChange(chosen);
  };
  for (const { select } of rows)
    select.input.addEventListener("change", () => {
      // Each thing is in one column.
      for (const other of rows) if (other.select !== select && other.select.input.value === select.input.value) other.select.input.value = "";
      changed();
    });
  headings.input.addEventListener("change", changed);

  const chosen = () => {
    const nameOf = ({ name, samples }) => (headings.input.checked && samples[0] ? samples[0] : name);
    const columnOf = new Map(rows.filter(({ select }) => select.input.value !== "").map(({ column, select }) => [select.input.value, nameOf(column)]));
    // What is in no column isn't guessed either.
    return Object.fromEntries(Object.keys(meanings).map((field) => [field, columnOf.get(field) ?? null]));
  };
  const box = element("details", "change-list columns-read", element("summary", "", text("manage.columnsRead")),
    ...(mayHaveHeadings ? [headings.element] : []), element("ul", "column-list", ...rows.map((row) => row.element)), element("div", "actions", again));
  box.open = isOpen;
  return box;
}
