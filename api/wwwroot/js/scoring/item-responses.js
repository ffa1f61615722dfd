import { signInDialog } from "../shared/sign-in.js";
import { momentText } from "../shared/format.js";
import { claimFault, heldText } from "./claim-text.js";
import { correctSets } from "./correction.js";
import { scoreOf, scoreText } from "./score.js";

/**
 * Explains an item's state to the user who recorded it, and offers what can be done about it.
 *
 * @returns `{ text, tone, answers }`; each of `answers` is a button: `{ word, act, confirm, isDanger }`.
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
    text: `The claim is over, so ${kept(session, item)} here and not sent. Claim the match again to send.`,
    answers: [{ word: "Claim again and send", act: () => claimAndRetry(session, item) }, discardAll(session, item)],
  }),
  "claim-held": (session, item) => ({
    tone: "error",
    text: `${item.holder ? heldText(item) : "Another keeps this match."} So ${kept(session, item)} here and not sent. Ask for a hand-over, or throw it away.`,
    answers: [{ word: "Try to claim and send", act: () => claimAndRetry(session, item) }, discardAll(session, item)],
  }),
  "sign-in-needed": (session, item) => (item.userId === session.user.id
    ? {
      tone: "caution",
      text: `Your session is over, so ${kept(session, item)} here and not sent. Sign in again to send.`,
      answers: [{ word: "Sign in", act: async () => void (await signInDialog()) }],
    }
    : {
      tone: "caution",
      text: `Somebody else recorded this on this device: ${kept(session, item)} here. It goes out when they sign in.`,
      answers: [discardAll(session, item)],
    }),
  stale: (session, item) => ({
    tone: "caution",
    text: `Yours, ${scoreText(item)} of ${momentText(item.occurredAt)}, came too late: ${scoreText(item.current)} is stored since. Yours was kept for the organizer.`,
    answers: [
      { word: `Keep ${scoreText(item.current)}`, act: () => discard(session, [item]) },
      { word: `Write ${scoreText(item)} anew`, act: () => writeAnew(session, item) },
    ],
  }),
  refused: (session, item) => ({
    tone: "error",
    text: `${scoreText(item)} was refused: ${item.detail ?? item.reason}`,
    answers: [
      { word: "Correct it", act: () => correct(session, item) },
      { word: "Throw it away", isDanger: true, act: () => discard(session, [item]) },
    ],
  }),
};

function kept(session, item) {
  const { length } = waitingFor(session, item);
  return length === 1 ? "one update is kept" : `${length} updates are kept`;
}

function discardAll(session, item) {
  const { length } = waitingFor(session, item);
  const what = length === 1 ? "one update" : `${length} updates`;
  return {
    word: "Throw away",
    isDanger: true,
    confirm: { title: "Throw this away?", text: `Nobody else has seen ${what} of yours, and nobody will.`, confirm: "Throw away" },
    act: () => discard(session, waitingFor(session, item)),
  };
}

async function discard(session, items) {
  for (const { number } of items) await session.outbox.discard(number);
}

/** Resolves with the reason if the claim was rejected; otherwise with undefined. */
async function claimAndRetry(session, item) {
  try {
    await session.claims.take(item.matchId);
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
  if (await correctSets({ session, matchId: item.matchId, step }, scoreOf(item))) await discard(session, [item]);
}
