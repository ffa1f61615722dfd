import { api } from "../shared/api.js";
import { defaultSession } from "../client/base-url.js";

/** Whether the reader may manage this event; rejects if that can't be determined now. */
export async function mayManage(eventId, signal) {
  const { user } = defaultSession();
  if (!user) return false;
  const { role } = await api.get("api/auth/me", { signal });
  if (role === "admin") return true;
  try {
    return (await api.get(`api/events/${encodeURIComponent(eventId)}/members/${encodeURIComponent(user.id)}`, { signal })).role === "organizer";
  } catch (error) {
    if (error.code === "member_not_found" || error.code === "not_a_member") return false;
    throw error;
  }
}
