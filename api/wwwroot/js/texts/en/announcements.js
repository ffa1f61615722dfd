/** Texts of the organizer's section about announcements. */
export const texts = {
  "announcements.title": "Announcements",
  "announcements.text": "Text",
  "announcements.hint": "Up to 500 characters, for everybody who sees the event.",
  "announcements.for": "For",
  "announcements.everybody": "The whole event",
  "announcements.until": "Until",
  "announcements.untilHint": "It ends by itself then. Without a time it stays until you delete it.",
  "announcements.announce": "Announce",
  "announcements.announced": "It is announced.",
  "announcements.none": "Nothing is announced",
  "announcements.noneText": "What you announce shows at once on the scores and on the displays.",
  "announcements.deleted": "The announcement is deleted.",
  "announcements.by": "{name}, {at}",
  "announcements.byUntil": "{name}, {at}, until {until}",
};
