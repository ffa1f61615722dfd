#!/bin/sh
# Drill: PostgreSQL is put back to an earlier time while instances run, from a base backup and what was archived since. What must be seen: it has what was
# stored before that time, and nothing of what came after it; every reader is told so by a reset, on its connection, and goes on.
# Runbook: docs/runbooks/restore.md, which has these commands for a server of Debian's packages.
#
#   DRILL_BACKUP='...' DRILL_TIME='...' DRILL_RESTORE='...' sh deploy/drills/restored-postgresql.sh
#
#   DRILL_BACKUP    the command that makes a base backup
#   DRILL_TIME      the command that writes the time by the database's clock
#   DRILL_RESTORE   the command that stops the server, puts it back to the time $1 (deploy/postgresql/restore.sh) and starts it
# and those of lib.sh.
. "$(dirname "$0")/lib.sh"
needs DRILL_BACKUP DRILL_TIME DRILL_RESTORE

begin
say "A base backup is made"
hook "$DRILL_BACKUP"
more_points
pause_points
time=$(hook "$DRILL_TIME") kept=$(acknowledged)
resume_points
more_points

say "The database is put back to $time"
hook "$DRILL_RESTORE" "$time"
on_each "stores writes" writes_say 200
more_points

finish "$kept"
reset_times 1
same_connections
say "PASSED: the database was put back to the time, and every reader knows it"
