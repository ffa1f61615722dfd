import { signInDialog } from "../sign-in.js";
import { momentText } from "../words.js";
import { claimFault, heldText } from "./claim-words.js";
import { correctSets } from "./correction.js";
import { scoreOf, scoreText } from "./score.js";

/**
 * Explains an item's state to the user who recorded it, with the possible actions:
 * `{ text, tone, answers: [{ word, act, confirm, isDanger }] }`.
 */
export function answersTo(desk, item) {
  return of[item.state](desk, item);
}

/** Returns the item and the items that wait behind it: later ones of the same match and user. */
export function waitingFor(desk, item) {
  return desk.items(item.matchId).filter((one) => one.userId === item.userId && one.number >= item.number && (one === item || one.state === "pending"));
}

const of = {
  "claim-needed": (desk, item) => ({
    tone: "caution",
    text: `The claim is over, so ${kept(desk, item)} here and not sent. Claim the match again to send.`,
    answers: [{ word: "Claim again and send", act: () => claimAndRetry(desk, item) }, discardAll(desk, item)],
  }),
  "claim-held": (desk, item) => ({
    tone: "error",
    text: `${item.holder ? heldText(item) : "Another keeps this match."} So ${kept(desk, item)} here and not sent. Ask for a hand-over, or throw it away.`,
    answers: [{ word: "Try to claim and send", act: () => claimAndRetry(desk, item) }, discardAll(desk, item)],
  }),
  "sign-in-needed": (desk, item) => (item.userId === desk.user.id
    ? {
      tone: "caution",
      text: `Your session is over, so ${kept(desk, item)} here and not sent. Sign in again to send.`,
      answers: [{ word: "Sign in", act: async () => void (await signInDialog()) }],
    }
    : {
      tone: "caution",
      text: `Somebody else recorded this on this device: ${kept(desk, item)} here. It goes out when they sign in.`,
      answers: [discardAll(desk, item)],
    }),
  stale: (desk, item) => ({
    tone: "caution",
    text: `Yours, ${scoreText(item)} of ${momentText(item.occurredAt)}, came too late: ${scoreText(item.current)} is stored since. Yours was kept for the organizer.`,
    answers: [
      { word: `Keep ${scoreText(item.current)}`, act: () => discard(desk, [item]) },
      { word: `Write ${scoreText(item)} anew`, act: () => writeAnew(desk, item) },
    ],
  }),
  refused: (desk, item) => ({
    tone: "error",
    text: `${scoreText(item)} was refused: ${item.detail ?? item.reason}`,
    answers: [
      { word: "Correct it", act: () => correct(desk, item) },
      { word: "Throw it away", isDanger: true, act: () => discard(desk, [item]) },
    ],
  }),
};

function kept(desk, item) {
  const { length } = waitingFor(desk, item);
  return length === 1 ? "one update is kept" : `${length} updates are kept`;
}

function discardAll(desk, item) {
  const { length } = waitingFor(desk, item);
  const what = length === 1 ? "one update" : `${length} updates`;
  return {
    word: "Throw away",
    isDanger: true,
    confirm: { title: "Throw this away?", text: `Nobody else has seen ${what} of yours, and nobody will.`, confirm: "Throw away" },
    act: () => discard(desk, waitingFor(desk, item)),
  };
}

async function discard(desk, items) {
  for (const { number } of items) await desk.outbox.discard(number);
}

/** Resolves with the reason if the claim was rejected; otherwise with undefined. */
async function claimAndRetry(desk, item) {
  try {
    await desk.claims.take(item.matchId);
  } catch (error) {
    return claimFault(error);
  }
  await desk.outbox.retry(item.number);
  return undefined;
}

async function writeAnew(desk, item) {
  await desk.write(item.matchId, scoreOf(item));
  if (!desk.fault) await discard(desk, [item]);
}

async function correct(desk, item) {
  const step = (score) => desk.write(item.matchId, score);
  if (await correctSets({ desk, matchId: item.matchId, step }, scoreOf(item))) await discard(desk, [item]);
}
