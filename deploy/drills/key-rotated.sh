#!/bin/sh
# Drill: the signing key is replaced, in two rounds over the instances, so that each always believes what the others sign: first the new key is believed,
# then it signs. Afterwards the former key is put back. What must be seen: a session from before goes on, on every instance, and can be
# renewed; readers of an event for members and scorekeepers go on; nobody is signed out. Runbook: docs/runbooks/signing-key-rotated.md
#
#   LIVEFEED_SIGNING_KEY=... sh deploy/drills/key-rotated.sh
#
#   LIVEFEED_SIGNING_KEY   the key in use
#   DRILL_NEW_KEY          the other one; by default a random one
#   DRILL_RESTART          the command that restarts the instance with the number $1: see restart.sh
# and those of lib.sh.
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/restart.sh"
needs LIVEFEED_SIGNING_KEY
DRILL_NEW_KEY=${DRILL_NEW_KEY:-$(openssl rand -base64 48)}

# is_believed INSTANCE TOKENFILE
is_believed() { get --fail --config "$2" --output /dev/null "$1/api/auth/me"; }

# The first instance of each round is the only one that signs as it does: it renews the session, and the others must believe the token.
restarted() {
  first=$1
  [ "$first" = "${DRILL_INSTANCES%% *}" ] || return 0
  renewed=$(printf '{"refreshToken":"%s"}' "$refresh" | get --fail-with-body --header 'Content-Type: application/json' --data-binary @- "$first/api/auth/refresh") ||
    fail "the session can't be renewed: $renewed"
  refresh=$(printf '%s' "$renewed" | text refreshToken)
  printf 'header = "Authorization: Bearer %s"\n' "$(printf '%s' "$renewed" | text accessToken)" >"$work/renewed"
  on_each "believes what $first signs" is_believed "$work/renewed"
}

begin
cp "$work/token" "$work/before"
refresh=$(printf '%s' "$session" | text refreshToken)

say "The instances learn to believe the other key"
restart_each "LiveFeed__Jwt__SigningKey=$LIVEFEED_SIGNING_KEY" "LiveFeed__Jwt__PreviousSigningKeys__0=$DRILL_NEW_KEY"
say "They sign with it"
restart_each "LiveFeed__Jwt__SigningKey=$DRILL_NEW_KEY" "LiveFeed__Jwt__PreviousSigningKeys__0=$LIVEFEED_SIGNING_KEY"
on_each "believes a token from before" is_believed "$work/before"
more_points

say "They sign with the former one again, which all of them believe"
restart_each "LiveFeed__Jwt__SigningKey=$LIVEFEED_SIGNING_KEY" "LiveFeed__Jwt__PreviousSigningKeys__0=$DRILL_NEW_KEY"
on_each "believes a token from before" is_believed "$work/before"
more_points

finish
reset_times 0
say "PASSED: the signing key was replaced, and nobody was signed out"
