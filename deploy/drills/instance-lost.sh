#!/bin/sh
# Drill: an instance is killed, and comes back. What must be seen: readers and scorekeepers go on with the others, with nothing lost and nothing twice;
# the one that is back is heard by the others. Runbook: docs/runbooks/instance-lost.md
#
#   sh deploy/drills/instance-lost.sh
#
#   DRILL_INSTANCE_STOP    the command that kills the first of DRILL_INSTANCES
#   DRILL_INSTANCE_START   the command that starts it
# and those of lib.sh.
. "$(dirname "$0")/lib.sh"
: "${DRILL_INSTANCE_STOP:=docker compose kill livefeed-1}" "${DRILL_INSTANCE_START:=docker compose start livefeed-1}"

begin
say "An instance is killed"
hook "$DRILL_INSTANCE_STOP"
more_points

say "It is started again"
hook "$DRILL_INSTANCE_START"
on_each "serves" ready_says '"draining":"no"'
on_each "hears the others by Redis" ready_says '"redis":"ok"'
more_points

finish
reset_times 0
say "PASSED: an instance was lost, and nobody lost anything"
