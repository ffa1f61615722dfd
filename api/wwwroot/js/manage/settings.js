import { api } from "../shared/api.js";
import { button, confirmDialog, openDialog } from "../shared/dialog.js";
import { element, setText } from "../shared/dom.js";
import { field } from "../shared/form.js";
import { pageAddress } from "../shared/page-address.js";
import { problemText } from "../shared/problem-text.js";
import { toast } from "../shared/toast.js";
import { eventFields } from "./event-fields.js";
import { FieldError } from "./field-error.js";
import { formOf } from "./form-of.js";
import { notice } from "./require-sign-in.js";

/** The event's name and visibility, and archiving it. */
export function settingsSection(context) {
  const { fields, name, elements, values, fill } = eventFields(context.event);
  let known = context.event;
  let isTouched = false;
  const { form, clear } = formOf({
    fields,
    elements,
    submit: "Save changes",
    required: [name],
    words: { version_mismatch: "Somebody has changed the event in the meantime. The fields show what it is now; make your change again." },
    async send() {
      const wanted = values();
      for (const date of ["startsAt", "endsAt"])
        if (known[date] && !wanted[date]) throw new FieldError({ [date]: ["A date that is set can be changed, but not taken away."] });
      try {
        saved(await api.patch(context.path, wanted, { headers: { "If-Match": `"v${known.version}"` } }));
        toast("Saved.");
      } catch (error) {
        if (error.code === "version_mismatch") saved(await api.get(context.path));
        throw error;
      }
    },
  });
  const saved = (event) => {
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
    if (closing && !(await confirmDialog({ title: "Archive this event?", text: "Nothing can be written to it any more, and live connections end. Its scores stay to be seen, and you can reopen it.", confirm: "Archive" }))) return;
    failure.replaceChildren();
    try {
      saved(await api.patch(context.path, { archived: closing }));
      toast(closing ? "The event is archived." : "The event is open again.");
      if (!closing) context.reconnect();
    } catch (error) {
      failure.replaceChildren(notice(problemText(error)));
    }
  });
  const remove = button("Delete this event", "button danger");
  remove.addEventListener("click", () => deleteDialog(context));

  const bringIn = element("a", "button", "Bring in scores of an earlier client");
  bringIn.href = pageAddress("import", context.eventId);

  return {
    element: element("div", "stack settings",
      element("section", "card", element("h2", "", "Settings"), form),
      element("section", "card stack", element("div", "", element("h3", "", "Import and export"), element("p", "facts", "What a browser kept by itself before this event was here; and everything of this event as one file.")), element("div", "actions", bringIn)),
      element("section", "card stack", element("div", "", archiveTitle, archiveText), failure, element("div", "actions", archive)),
      element("section", "card stack", element("div", "", element("h3", "", "Delete"), element("p", "facts", "Removes the event with its schedule, scores, history and members, for good.")), element("div", "actions", remove))),
    showEvent(event) {
      setText(archiveTitle, event.archived ? "Reopen" : "Archive");
      setText(archiveText, event.archived ? "Scores can be written again, and readers can follow live." : "For an event that is over: its scores stay to be seen, and nothing more is written.");
      setText(archive, event.archived ? "Reopen this event" : "Archive this event");
      // Don't overwrite what the user is typing. Saving it reports that there is a newer version.
      if (isTouched || event.version === known.version) return;
      known = event;
      fill(event);
      clear();
    },
  };
}

function deleteDialog({ path, eventId, event }) {
  const typed = field({ name: "typed", label: `Type ${eventId} to delete it`, autocomplete: "off", autocapitalize: "none", spellcheck: "false" });
  const { form } = formOf({
    fields: [typed],
    elements: [element("p", "", `${event.name} is removed with its schedule, scores, history and members. This can't be undone.`), typed.element],
    submit: "Delete for good",
    isDanger: true,
    async send() {
      if (typed.input.value.trim() !== eventId) throw new FieldError({ typed: [`This isn't ${eventId}.`] });
      await api.delete(path);
      location.assign(pageAddress("manage"));
    },
  });
  openDialog(`Delete ${event.name}?`, form);
  typed.input.focus();
}
