#!/bin/sh
# Drill: a copy of SQLite's file is made while LiveFeed runs, and put back later. What must be seen: the database has what was stored before the copy, and
# nothing of what came after it; every reader resumes, is told so by a reset, and goes on. Runbook: docs/runbooks/restore.md
#
#   DRILL_URLS=http://localhost:8080 DRILL_INSTANCES=http://localhost:8080 sh deploy/drills/restored-sqlite.sh
#
#   DRILL_DATA                                    the data folder
#   DRILL_BACKUP                                  the command that makes a copy in the file $1
#   DRILL_INSTANCE_STOP and DRILL_INSTANCE_START  the commands that stop and start LiveFeed
# and those of lib.sh.
. "$(dirname "$0")/lib.sh"
: "${DRILL_DATA:=/var/lib/livefeed}" "${DRILL_INSTANCE_STOP:=systemctl stop livefeed}" "${DRILL_INSTANCE_START:=systemctl start livefeed}"
: "${DRILL_BACKUP:=sqlite3 '$DRILL_DATA/livefeed.db' \"VACUUM INTO '\$1'\"}"

begin
pause_points
kept=$(acknowledged)
say "A copy is made"
hook "$DRILL_BACKUP" "$work/copy"
resume_points
more_points

say "The copy is put back"
hook "$DRILL_INSTANCE_STOP"
# Into the file that is there: its owner stays.
cat "$work/copy" >"$DRILL_DATA/livefeed.db"
rm -f "$DRILL_DATA/livefeed.db-wal" "$DRILL_DATA/livefeed.db-shm"
hook "$DRILL_INSTANCE_START"
on_each "stores writes" writes_say 200
more_points

finish "$kept"
reset_times 1
say "PASSED: the copy was put back, and every reader knows it"
