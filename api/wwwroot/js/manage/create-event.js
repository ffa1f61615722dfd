import { api } from "../shared/api.js";
import { baseUrl } from "../client/base-url.js";
import { openDialog } from "../shared/dialog.js";
import { setText } from "../shared/dom.js";
import { field } from "../shared/form.js";
import { pageAddress } from "../shared/page-address.js";
import { eventFields } from "./event-fields.js";
import { formOf } from "../shared/form-of.js";
import { text } from "../shared/text.js";

const maxId = 64;

/** Asks for a new event's data, creates it, and opens its page. */
export function createEventDialog() {
  const id = field({ name: "id", label: text("manage.idInAddresses"), hint: " ", maxlength: maxId, required: "", autocomplete: "off", autocapitalize: "none", spellcheck: "false" });
  const { fields, name, elements, values } = eventFields({}, id);
  let isOwn = false;
  const showAddress = () => setText(id.element.querySelector(".hint"), text("manage.address", { address: `${baseUrl}events/${id.input.value || "…"}` }));
  name.input.addEventListener("input", () => {
    if (!isOwn) id.input.value = suggestedId(name.input.value);
    showAddress();
  });
  id.input.addEventListener("input", () => {
    isOwn = id.input.value !== "";
    showAddress();
  });
  showAddress();

  const { form } = formOf({
    fields,
    elements,
    submit: text("manage.createEvent"),
    required: [name, id],
    words: {
      event_exists: text("manage.eventExists"),
      invalid_event_id: text("manage.invalidId"),
      forbidden: text("manage.adminsOnly"),
    },
    async send() {
      const made = await api.post("api/events", { id: id.input.value.trim(), ...values() });
      location.assign(`${pageAddress("manage", made.id)}#schedule`);
    },
  });
  openDialog(text("manage.newEvent"), form);
  name.input.focus();
}

/** Turns "Summer Cup 2026" into "summer-cup-2026": accents are removed; anything but an ASCII letter or digit becomes a hyphen. */
function suggestedId(name) {
  return name.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").slice(0, maxId).replace(/^-+|-+$/g, "");
}
