import { api } from "../shared/api.js";
import { openDialog } from "../shared/dialog.js";
import { element } from "../shared/dom.js";
import { field, selectField } from "../shared/form.js";
import { formOf } from "../shared/form-of.js";
import { momentText } from "../shared/format.js";
import { linkField } from "../shared/link-field.js";
import { notice } from "../shared/notice-box.js";
import { text } from "../shared/text.js";
import { qrCode } from "./qr-code.js";

const hour = 3_600_000;

/**
 * Makes a scorer link and shows it with its QR code, which can't be read again later. Resolves with the link; null if none was made.
 *
 * @param {{ path: string, event: { endsAt?: string } }} context
 * @param {{ value: string, text: string }[]} targets What a link can be for: values such as `courtId 3`.
 */
export async function scorerLinkDialog(context, targets) {
  if (targets.length === 0) {
    await openDialog(text("scorer.make"), notice(text("scorer.noCourts"))).closed;
    return null;
  }
  const target = selectField({ name: "courtId", label: text("scorer.for"), options: targets });
  const name = field({ name: "name", label: text("scorer.linkName"), hint: text("scorer.linkNameHint"), maxlength: 80, autocomplete: "off" });
  const hours = context.event.endsAt
    ? field({ name: "expiresAt", label: text("scorer.hours"), hint: text("scorer.hoursOrEnd"), type: "number", min: 1, max: 720 })
    : field({ name: "expiresAt", label: text("scorer.hours"), hint: text("scorer.hoursHint"), type: "number", min: 1, max: 720, value: 24, required: "" });
  let made = null;
  const { form } = formOf({
    fields: [target, name, hours],
    elements: [target.element, name.element, hours.element],
    submit: text("scorer.makeLink"),
    required: context.event.endsAt ? [] : [hours],
    async send() {
      const [member, id] = target.input.value.split(" ");
      // A minute less than the most that the server takes: the clocks of both differ.
      const expiresAt = hours.input.value === "" ? null : new Date(Date.now() + hours.input.valueAsNumber * hour - 60_000).toISOString();
      made = await api.post(`${context.path}/scorer-links`, { [member]: Number(id), name: name.input.value.trim() || null, expiresAt });
      const shown = linkField({ title: text("scorer.make"), link: made.link, hint: text("scorer.linkHint", { when: momentText(made.expiresAt) }) });
      form.replaceWith(element("div", "stack", qrCode(made.qrCode), shown.element));
      shown.select();
    },
  });
  const opened = openDialog(text("scorer.make"), form);
  target.input.focus();
  await opened.closed;
  return made;
}
