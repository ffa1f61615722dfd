import { api } from "../shared/api.js";
import { confirmDialog, openDialog } from "../shared/dialog.js";
import { button, element, setText } from "../shared/dom.js";
import { field } from "../shared/form.js";
import { notice } from "../shared/notice-box.js";
import { pageAddress } from "../shared/page-address.js";
import { problemText } from "../shared/problem-text.js";
import { text } from "../shared/text.js";
import { toast } from "../shared/toast.js";
import { eventFields } from "./event-fields.js";
import { FieldError } from "./field-error.js";
import { matchTitle } from "./match-text.js";
import { formOf } from "../shared/form-of.js";

/** The event's name and visibility, and archiving it. */
export function settingsSection(context) {
  const { fields, name, elements, values, fill } = eventFields(context.event);
  let known = context.event;
  let latest = known;
  let isTouched = false;
  const { form, clear } = formOf({
    fields,
    elements,
    submit: text("manage.saveChanges"),
    required: [name],
    words: { version_mismatch: text("manage.eventChanged") },
    async send() {
      const wanted = values();
      for (const date of ["startsAt", "endsAt"])
        if (known[date] && !wanted[date]) throw new FieldError({ [date]: [text("manage.dateStays")] });
      try {
        saved(await api.patch(context.path, wanted, { headers: { "If-Match": `"v${known.version}"` } }));
        toast(text("manage.saved"));
      } catch (error) {
        if (error.code === "version_mismatch") saved(await api.get(context.path));
        if (error.code === "format_contradicts_scores") throw new FieldError({ format: [contradictionText(context, error.problem.affected)] });
        throw error;
      }
    },
  });
  const saved = (response) => {
    // The feed may have had a later change before this response came.
    const event = latest.version > response.version ? latest : response;
    isTouched = false;
    known = event;
    fill(event);
    context.changed(event);
  };
  form.addEventListener("input", () => { isTouched = true; });

  const failure = element("div", "stack");
  const archiveTitle = element("h3");
  const archiveText = element("p", "facts");
  const archive = button("");
  archive.addEventListener("click", async () => {
    const closing = !known.archived;
    if (closing && !(await confirmDialog({ title: text("manage.archiveTitle"), text: text("manage.archiveText"), confirm: text("manage.archive") }))) return;
    failure.replaceChildren();
    try {
      saved(await api.patch(context.path, { archived: closing }));
      toast(text(closing ? "manage.archived" : "manage.reopened"));
      if (!closing) context.reconnect();
    } catch (error) {
      failure.replaceChildren(notice(problemText(error)));
    }
  });
  const remove = button(text("manage.deleteEvent"), "button danger");
  remove.addEventListener("click", () => deleteDialog(context));

  const bringIn = element("a", "button", text("manage.earlierScores"));
  bringIn.href = pageAddress("import", context.eventId);

  return {
    element: element("div", "stack settings",
      element("section", "card", element("h2", "", text("manage.settings")), form),
      element("section", "card stack", element("div", "", element("h3", "", text("manage.importAndExport")), element("p", "facts", text("manage.importAndExportText"))), element("div", "actions", bringIn)),
      element("section", "card stack", element("div", "", archiveTitle, archiveText), failure, element("div", "actions", archive)),
      element("section", "card stack", element("div", "", element("h3", "", text("manage.delete")), element("p", "facts", text("manage.deleteText"))), element("div", "actions", remove))),
    showEvent(event) {
      latest = event;
      setText(archiveTitle, text(event.archived ? "manage.reopen" : "manage.archive"));
      setText(archiveText, text(event.archived ? "manage.reopenHint" : "manage.archiveHint"));
      setText(archive, text(event.archived ? "manage.reopenEvent" : "manage.archiveEvent"));
      // Don't overwrite what the user is typing. Saving it reports that there is a newer version.
      if (isTouched || event.version === known.version) return;
      known = event;
      fill(event);
      clear();
    },
  };
}

function contradictionText({ state }, affected) {
  const names = affected.map(({ matchId }) => matchTitle(state?.matches.find(({ match }) => match.id === matchId)?.match));
  return text("manage.formatContradicts", { matches: names.join(", ") });
}

function deleteDialog({ path, eventId, event }) {
  const typed = field({ name: "typed", label: text("manage.typeToDelete", { id: eventId }), autocomplete: "off", autocapitalize: "none", spellcheck: "false" });
  const { form } = formOf({
    fields: [typed],
    elements: [element("p", "", text("manage.deleteAll", { event: event.name })), typed.element],
    submit: text("manage.deleteForGood"),
    isDanger: true,
    async send() {
      if (typed.input.value.trim() !== eventId) throw new FieldError({ typed: [text("manage.notTheId", { id: eventId })] });
      await api.delete(path);
      location.assign(pageAddress("manage"));
    },
  });
  openDialog(text("manage.deleteTitle", { event: event.name }), form);
  typed.input.focus();
}
