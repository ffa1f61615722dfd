import { api } from "./api.js";
import { defaultSession } from "../client/base-url.js";

/**
 * Whether the reader may manage this event; rejects if that can't be determined now.
 *
 * @param {string} eventId
 * @param {{ signal?: AbortSignal, isQuiet?: boolean }} [options] As of `api`.
 */
export async function mayManage(eventId, options) {
  const { user } = defaultSession();
  if (!user) return false;
  const { role } = await api.get("api/auth/me", options);
  if (role === "admin") return true;
  try {
    return (await api.get(`api/events/${encodeURIComponent(eventId)}/members/${encodeURIComponent(user.id)}`, options)).role === "organizer";
  } catch (error) {
    if (error.code === "member_not_found" || error.code === "not_a_member") return false;
    throw error;
  }
}
