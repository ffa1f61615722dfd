import { defaultSession } from "../client/base-url.js";
import { api } from "../shared/api.js";
import { problemText } from "../shared/problem-text.js";
import { toast } from "../shared/toast.js";

/** Follows a team for the signed-in user too, who is notified of it. Without one the browser alone knows. */
export async function followOnServer(eventId, teamId, isFollowed) {
  const { user } = defaultSession();
  if (user === null || user.isHelper) return;
  const path = `api/follows/events/${encodeURIComponent(eventId)}/teams/${teamId}`;
  try {
    await (isFollowed ? api.put(path, {}) : api.delete(path));
  } catch (error) {
    toast(problemText(error), "caution");
  }
}
