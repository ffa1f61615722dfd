import { forUser } from "../shared/for-user.js";
import { showBar } from "../shared/nav-bar.js";
import { addTexts, text } from "../shared/text.js";
import { showNotifications } from "../notifications/notifications.js";
import { texts } from "../texts/en/notifications.js";

addTexts(texts);
showBar({ current: "notifications" });

forUser(showNotifications, { title: text("notifications.title"), asks: { title: text("notifications.signIn"), text: text("notifications.signInText") } });
