import { readLocal, writeLocal } from "../client/local-storage.js";

const stored = "livefeed:scorer";

/** Returns who came by which scorer link on this device: `{ linkId, userId, name }`; null for nobody. */
export const knownHelper = () => readLocal(stored);

/** Stores who has come by a scorer link, so that the name is asked once. */
export const keepHelper = (helper) => writeLocal(stored, helper);
