export const roleLabels = {
  organizer: { word: "Organizer", article: "an organizer", may: "Manages the event and keeps scores" },
  media: { word: "Media", article: "media", may: "Keeps scores" },
  coach: { word: "Coach", article: "a coach", may: "Keeps scores" },
  spectator: { word: "Spectator", article: "a spectator", may: "Sees the event, also where it is for members only" },
};

export const memberLabels = {
  last_organizer: "An event needs an organizer, and this is its only one. Make somebody else organizer first.",
  user_not_found: "There is no account with this e-mail address. Ask them to create one here first: \"Sign in\", then \"Create an account\".",
  member_not_found: "Somebody else has removed this member already.",
};
