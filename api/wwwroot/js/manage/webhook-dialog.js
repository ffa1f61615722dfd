import { api } from "../shared/api.js";
import { openDialog } from "../shared/dialog.js";
import { field, selectField } from "../shared/form.js";
import { formOf } from "../shared/form-of.js";
import { text } from "../shared/text.js";
import { secretField } from "./secret-field.js";

/** @type {Record<string, string[] | undefined>} */
const choices = { everything: undefined, scores: ["score-update"], results: ["score-update", "match-update", "standings-update"] };

/** Makes a webhook and shows its secret, which can't be read again. Resolves with whether one was made. */
export async function webhookDialog(context) {
  const url = field({ name: "url", label: text("webhooks.url"), hint: text("webhooks.urlHint"), type: "url", inputmode: "url", placeholder: "https://", required: "", autocomplete: "off" });
  const what = selectField({
    name: "types",
    label: text("webhooks.what"),
    options: [
      { value: "everything", text: text("webhooks.everything") },
      { value: "scores", text: text("webhooks.scores") },
      { value: "results", text: text("webhooks.results") },
    ],
  });
  let isMade = false;
  const { form } = formOf({
    fields: [url, what],
    elements: [url.element, what.element],
    submit: text("webhooks.add"),
    required: [url],
    async send() {
      const { secret } = await api.post(`${context.path}/webhooks`, { url: url.input.value.trim(), types: choices[what.input.value] });
      isMade = true;
      const shown = secretField(secret, text("webhooks.secretHint"));
      form.replaceWith(shown.element);
      shown.select();
    },
  });
  const opened = openDialog(text("webhooks.add"), form);
  url.input.focus();
  await opened.closed;
  return isMade;
}
