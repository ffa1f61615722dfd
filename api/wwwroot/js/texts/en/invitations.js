/** Texts of invitations by link, to events and to teams. */
export const texts = {
  "invitations.invite": "Invite by link",
  "invitations.role": "Role",
  "invitations.uses": "For how many people",
  "invitations.usesHint": "Whoever has the link gets the role.",
  "invitations.days": "Valid for days",
  "invitations.makeLink": "Make the link",
  "invitations.linkHint": "It can be used until {when}. Copy it now: it is shown only once.",
  "invitations.open": "Open invitations",
  "invitations.facts": { one: "For {count} more person, until {when}. Made by {name}.", other: "For {count} more people, until {when}. Made by {name}." },
  "invitations.revoke": "Revoke",
  "invitations.revoked": "The invitation is revoked.",
};
