import { api } from "../shared/api.js";
import { confirmDialog, openDialog } from "../shared/dialog.js";
import { button, element, setText } from "../shared/dom.js";
import { momentText } from "../shared/format.js";
import { problemText } from "../shared/problem-text.js";
import { text } from "../shared/text.js";
import { toast } from "../shared/toast.js";
import { secretField } from "./secret-field.js";
import { webhookDeliveries } from "./webhook-deliveries.js";

/** One webhook: `{ element, show(webhook) }`. It is updated in place, so that what is open or focused stays. `changed` is called after a change. */
export function webhookCard(context, id, changed) {
  const path = `${context.path}/webhooks/${id}`;
  const url = element("h3", "row-name");
  const state = element("span", "pill");
  const facts = element("p", "facts");
  const failure = element("p", "facts failed");
  const outcome = element("p", "facts");
  outcome.setAttribute("role", "status");
  const deliveries = webhookDeliveries(path);
  const test = button(text("webhooks.test"));
  const pause = button("");
  const rotate = button(text("webhooks.rotate"));
  const remove = button(text("webhooks.delete"), "button quiet");
  let shown;

  const act = (work) => async () => {
    try {
      await work();
    } catch (error) {
      toast(problemText(error), "error");
    }
  };
  test.addEventListener("click", act(async () => {
    if (test.ariaDisabled === "true") return;
    // Not `disabled`, which would lose the focus.
    test.ariaDisabled = "true";
    setText(outcome, text("webhooks.testing"));
    try {
      const { status, durationMs, error } = await api.post(`${path}/test`);
      setText(outcome, error ? text("webhooks.testFailed", { error }) : text("webhooks.tested", { status, count: durationMs }));
    } catch (error) {
      setText(outcome, "");
      throw error;
    } finally {
      test.ariaDisabled = null;
    }
    deliveries.reload();
  }));
  pause.addEventListener("click", act(async () => {
    show(await api.patch(path, { paused: shown.state === "active" }));
    changed();
  }));
  rotate.addEventListener("click", act(async () => {
    if (!await confirmDialog({ title: text("webhooks.rotateTitle"), text: text("webhooks.rotateText"), confirm: text("webhooks.rotate") })) return;
    const webhook = await api.patch(path, { rotateSecret: true });
    const secret = secretField(webhook.secret, text("webhooks.rotatedHint", { when: momentText(webhook.previousSecretUntil) }));
    openDialog(text("webhooks.rotate"), secret.element);
    secret.select();
    changed();
  }));
  remove.addEventListener("click", act(async () => {
    if (!await confirmDialog({ title: text("webhooks.deleteTitle"), text: text("webhooks.deleteText", { url: shown.url }), confirm: text("webhooks.delete"), isDanger: true })) return;
    await api.delete(path);
    toast(text("webhooks.deleted"));
    changed();
  }));
  const suffixes = [test, pause, rotate, remove].map(() => element("span", "visually-hidden"));
  const pauseWord = document.createTextNode("");
  pause.append(pauseWord);
  [test, pause, rotate, remove].forEach((one, i) => one.append(suffixes[i]));

  function show(webhook) {
    shown = webhook;
    setText(url, webhook.url);
    for (const suffix of suffixes) setText(suffix, ` ${webhook.url}`);
    setText(state, stateText(webhook));
    state.dataset.state = webhook.state === "active" && webhook.failures === 0 ? "held" : webhook.state === "ended" ? "" : "caution";
    setText(facts, factsText(webhook));
    setText(failure, webhook.lastError ? text("webhooks.lastError", { error: `${webhook.lastError} (${momentText(webhook.lastErrorAt)})` }) : "");
    failure.hidden = !webhook.lastError;
    const word = webhook.state === "active" ? text("webhooks.pause") : text("webhooks.resume");
    if (pauseWord.data !== word) pauseWord.data = word;
  }

  const head = element("div", "section-head", url, state);
  return {
    element: element("article", "card webhook", head, facts, failure, element("div", "row-actions", test, pause, rotate, remove), outcome, deliveries.element),
    show,
  };
}

function stateText({ state, failures }) {
  if (state === "paused") return text("webhooks.paused");
  if (state === "ended") return text("webhooks.ended");
  return failures > 0 ? text("webhooks.failing") : text("webhooks.active");
}

function factsText({ types, state, reason, lag, lastSuccessAt, failures, nextAttemptAt }) {
  const reasons = {
    organizer: text("webhooks.pausedByOrganizer"), failing: text("webhooks.pausedFailing"), gone: text("webhooks.gone"), eventArchived: text("webhooks.archived"),
  };
  return [
    reason ? reasons[reason] : lag === 0 ? text("webhooks.upToDate") : lag === null ? "" : text("webhooks.behind", { count: lag }),
    lastSuccessAt ? text("webhooks.lastSuccess", { when: momentText(lastSuccessAt) }) : text("webhooks.nothingYet"),
    state === "active" && failures > 0 && nextAttemptAt ? text("webhooks.failures", { count: failures, when: momentText(nextAttemptAt) }) : "",
    types ? `${text("webhooks.some", { types: types.join(", ") })}.` : "",
  ].filter(Boolean).join(" ");
}
