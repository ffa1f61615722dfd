#!/bin/sh
# Drill: the database server is lost, and its standby takes its place. What must be seen: every instance goes on serving reads and streams, and says that
# writes are not stored; once the standby is promoted, writes are stored again by themselves; no reader has to connect again, and nothing acknowledged is
# lost, if the standby was synchronous. Runbook: docs/runbooks/database-lost.md
#
#   DRILL_DATABASE_STOP='ssh db-1 systemctl kill -s KILL postgresql' DRILL_PROMOTE='ssh db-2 pg_ctlcluster 15 main promote' \
#     sh deploy/drills/database-failed-over.sh
#
#   DRILL_DATABASE_STOP   the command that stops the primary, for good: it must not come back by itself
#   DRILL_PROMOTE         the command that promotes the standby, and, if the connection string does not name both, brings its address to the instances
# and those of lib.sh.
. "$(dirname "$0")/lib.sh"
needs DRILL_DATABASE_STOP DRILL_PROMOTE

begin
say "The database server is stopped"
hook "$DRILL_DATABASE_STOP"
on_each "says that writes are not stored" writes_say 503
on_each "goes on serving" ready_says '"draining":"no"'

say "The standby is promoted"
hook "$DRILL_PROMOTE"
on_each "stores writes again" writes_say 200
more_points

finish
reset_times 0
same_connections
say "PASSED: the database failed over, and nobody lost anything"
