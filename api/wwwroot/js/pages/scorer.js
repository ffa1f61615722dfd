import { api } from "../shared/api.js";
import { defaultSession } from "../client/base-url.js";
import { deviceId } from "../client/device-id.js";
import { button, byId, element, setText } from "../shared/dom.js";
import { formOf } from "../shared/form-of.js";
import { field } from "../shared/form.js";
import { momentText } from "../shared/format.js";
import { showBar } from "../shared/nav-bar.js";
import { notice } from "../shared/notice-box.js";
import { openOutbox } from "../client/outbox.js";
import { pageAddress, setPageTitle } from "../shared/page-address.js";
import { problemText } from "../shared/problem-text.js";
import { keepHelper, knownHelper } from "../shared/scorer-link.js";
import { addTexts, text } from "../shared/text.js";
import { texts } from "../texts/en/scorer.js";

addTexts(texts);
showBar();

const session = defaultSession();
const page = byId("page");
addEventListener("hashchange", load);
load();

// Reading the link changes nothing: programs that show a preview of links open them too.
async function load() {
  // The secret is in the fragment, which the browser sends to nobody.
  const secret = location.hash.slice(1);
  if (secret === "") {
    report(text("scorer.incomplete"));
    return;
  }
  page.replaceChildren(element("div", "skeleton"));
  try {
    const link = await api.post("api/auth/scorer-links/preview", { secret }, { isQuiet: true });
    const known = knownHelper();
    const { user } = session;
    // An account is not signed out without asking.
    if (known?.linkId !== link.id || (user && user.id !== known.userId)) ask(link, secret, known?.linkId === link.id ? known.name : "");
    else if (user && (await session.token())) go(link);
    else await enter(link, secret, known.name);
  } catch (error) {
    fail(error);
  }
}

function ask(link, secret, knownName) {
  setText(byId("heading"), link.eventName);
  setPageTitle(text("scorer.title"), link.eventName);
  const name = field({ name: "name", label: text("scorer.name"), hint: text("scorer.nameHint"), maxlength: 80, autocomplete: "name", value: knownName, required: "" });
  const { form } = formOf({
    fields: [name],
    elements: [name.element],
    submit: text("scorer.start"),
    required: [name],
    send: () => enter(link, secret, name.input.value.trim()),
  });
  const { user } = session;
  page.replaceChildren(
    element("p", "", mayText(link)),
    element("p", "facts", text("scorer.noAccount")),
    ...(user ? [element("p", "notice", text("scorer.signedIn", { name: user.displayName }))] : []),
    form);
}

async function enter(link, secret, name) {
  const before = knownHelper();
  const user = await session.signInByLink(secret, name, deviceId());
  keepHelper({ linkId: link.id, eventId: link.eventId, userId: user.id, name });
  if (before && before.userId !== user.id && before.eventId === link.eventId && before.name === name) await takeOn(before, user);
  go(link);
}

// What the same helper could not send by a link that has ended goes on with the new one.
async function takeOn(before, user) {
  const outbox = await openOutbox();
  await outbox.handOver({ eventId: before.eventId, from: before.userId, to: user.id });
  await outbox.close();
}

// In place of this page: its address, with the secret, leaves the browser's history.
function go({ eventId, court, match }) {
  const address = new URL(pageAddress("score", eventId));
  if (court) address.searchParams.set("court", `${court.id}`);
  else address.hash = `${match.id}`;
  location.replace(address);
}

function mayText({ eventName: event, court, match, expiresAt }) {
  const when = momentText(expiresAt);
  return court ? text("scorer.mayCourt", { court: court.name, event, when }) : text("scorer.mayMatch", { match: match.number ?? match.id, event, when });
}

function fail(error) {
  if (error.code === "scorer_link_not_found") {
    report(text("scorer.over"));
    return;
  }
  const again = button(text("shared.tryAgain"));
  again.addEventListener("click", load);
  report(problemText(error), again);
}

function report(message, ...buttons) {
  page.replaceChildren(notice(message), ...buttons);
}
