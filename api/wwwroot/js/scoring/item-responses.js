import { isScore } from "../client/outbox-requests.js";
import { signInDialog } from "../shared/sign-in.js";
import { momentText } from "../shared/format.js";
import { claimFault, heldText } from "./claim-text.js";
import { correctSets } from "./correction.js";
import { CountingChoices } from "./counting-choices.js";
import { scoreOf, scoreText } from "./score.js";
import { text } from "../shared/text.js";

/**
 * Returns the message that explains an item's state to the user who recorded it, and the buttons below it: `{ message, tone, buttons }`.
 * `buttons` has one `{ word, act, confirm, isDanger }` for each.
 */
export function responsesTo(session, item) {
  return of[item.state](session, item);
}

/** Returns the item and the items that wait behind it: later ones of the same match and user. */
export function waitingFor(session, item) {
  return session.items(item.matchId).filter((one) => one.userId === item.userId && one.number >= item.number && (one === item || one.state === "pending"));
}

const of = {
  "claim-needed": (session, item) => ({
    tone: "caution",
    message: text("scoring.item.claimNeeded", { count: waitingCount(session, item) }),
    buttons: [{ word: text("scoring.claimAndSend"), act: () => claimAndRetry(session, item) }, discardAll(session, item)],
  }),
  "claim-held": (session, item) => (item.sameAccount ? {
    tone: "caution",
    message: text("scoring.item.claimElsewhere", { count: waitingCount(session, item) }),
    buttons: [{ word: text("scoring.scoreHere"), act: () => claimAndRetry(session, item, true) }, discardAll(session, item)],
  } : {
    tone: "error",
    message: text("scoring.item.claimHeld", { holder: item.holder ? heldText(item) : text("scoring.heldByAnother"), count: waitingCount(session, item) }),
    buttons: [{ word: text("scoring.tryToClaim"), act: () => claimAndRetry(session, item) }, discardAll(session, item)],
  }),
  "sign-in-needed": (session, item) => (item.userId === session.user.id
    ? {
      tone: "caution",
      message: text("scoring.item.signInNeeded", { count: waitingCount(session, item) }),
      buttons: [{ word: text("shared.signIn"), act: async () => void (await signInDialog()) }],
    }
    : {
      tone: "caution",
      message: text("scoring.item.another", { count: waitingCount(session, item) }),
      buttons: [discardAll(session, item)],
    }),
  stale: (session, item) => ({
    tone: "caution",
    message: text("scoring.item.stale", { own: scoreText(item), time: momentText(item.occurredAt), stored: scoreText(item.current) }),
    buttons: [
      { word: text("scoring.keepStored", { score: scoreText(item.current) }), act: () => discard(session, [item]) },
      { word: text("scoring.writeAnew", { score: scoreText(item) }), act: () => writeAnew(session, item) },
    ],
  }),
  refused: (session, item) => (isScore(item) ? {
    tone: "error",
    message: text("scoring.item.rejected", { score: scoreText(item), reason: reasonOf(item) }),
    buttons: [...(session.isOfficial(item.matchId) ? [] : [{ word: text("scoring.correctIt"), act: () => correct(session, item) }]), throwAway(session, item)],
  } : {
    tone: "error",
    message: text(rejected[item.type] ?? "scoring.item.rejectedOther", { reason: reasonOf(item) }),
    // There is no score in it to correct.
    buttons: [{ word: text("shared.tryAgain"), act: () => session.outbox.retry(item.number) }, throwAway(session, item)],
  }),
};

/** @type {Record<string, TextKey>} */
const rejected = { incident: "scoring.item.rejectedIncident", retraction: "scoring.item.rejectedRetraction", clock: "scoring.item.rejectedClock" };

function reasonOf({ detail, reason }) {
  return detail ?? reason;
}

function throwAway(session, item) {
  return { word: text("scoring.throwItAway"), isDanger: true, act: () => discard(session, [item]) };
}

function waitingCount(session, item) {
  return waitingFor(session, item).length;
}

function discardAll(session, item) {
  return {
    word: text("scoring.throwAway"),
    isDanger: true,
    confirm: { title: text("scoring.throwThisAway"), text: text("scoring.throwAwayText", { count: waitingCount(session, item) }), confirm: text("scoring.throwAway") },
    act: () => discard(session, waitingFor(session, item)),
  };
}

async function discard(session, items) {
  for (const { number } of items) await session.outbox.discard(number);
}

/** Resolves with the reason if the claim was rejected; otherwise with undefined. */
async function claimAndRetry(session, item, takeOver = false) {
  try {
    await session.claims.take(item.matchId, { takeOver });
  } catch (error) {
    return claimFault(error);
  }
  await session.outbox.retry(item.number);
  return undefined;
}

async function writeAnew(session, item) {
  await session.write(item.matchId, scoreOf(item));
  if (!session.fault) await discard(session, [item]);
}

async function correct(session, item) {
  const step = (score) => session.write(item.matchId, score);
  if (await correctSets({ session, matchId: item.matchId, choices: new CountingChoices(session.eventId, item.matchId), step }, scoreOf(item))) await discard(session, [item]);
}
