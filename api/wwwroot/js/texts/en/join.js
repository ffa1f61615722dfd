/** Texts of the page that accepts an invitation. */
export const texts = {
  "join.title": "Invitation",
  "join.invited": "You are invited to {event}.",
  "join.invitedToTeam": "You are invited to the team {team}, in {event}.",
  "join.joinedTeam": "You are in the room of {team} now.",
  "join.openRoom": "Go to the room",
  "join.signInFirst": "Sign in first, or create an account.",
  "join.signIn": "Sign in to accept",
  "join.accept": "Accept as {name}",
  "join.joined": "You are in {event} now: {role}.",
  "join.open": "Go to the event",
  "join.incomplete": "This address is not complete. Open the link that you were sent, or copy all of it.",
  "join.over": "This invitation was used up or revoked, or it has expired. Ask an organizer for another link.",
};
