#!/bin/sh
# Drill: everything moves to another place on purpose: the standby there is promoted, and instances start there with a Redis of their own, which is empty.
# What must be seen: nothing is lost, and readers and scorekeepers, whose next request goes there, go on after their last entry without a reset.
# Runbook: docs/runbooks/region-moved.md
#
#   DRILL_URLS='https://here.example.org https://there.example.org' DRILL_INSTANCES='http://...' DRILL_INSTANCES_THERE='http://...' \
#     DRILL_LEAVE='...' DRILL_PROMOTE='...' DRILL_ARRIVE='...' sh deploy/drills/region-moved.sh
#
#   DRILL_INSTANCES_THERE   the addresses of the instances at the other place
#   DRILL_LEAVE             the command that stops the instances here, and then, in an orderly way, the database: it sends the rest to its standby
#   DRILL_PROMOTE           the command that promotes the standby
#   DRILL_ARRIVE            the command that starts the instances there
# and those of lib.sh, of which DRILL_URLS has both places, in place of a name whose address is changed.
. "$(dirname "$0")/lib.sh"
needs DRILL_INSTANCES_THERE DRILL_LEAVE DRILL_PROMOTE DRILL_ARRIVE

begin
say "The instances and the database here are stopped"
hook "$DRILL_LEAVE"
say "The standby there is promoted"
hook "$DRILL_PROMOTE"
say "The instances there are started"
hook "$DRILL_ARRIVE"
DRILL_INSTANCES=$DRILL_INSTANCES_THERE
on_each "serves" ready_says '"draining":"no"'
on_each "hears the others by Redis" ready_says '"redis":"ok"'
more_points

finish
reset_times 0
say "PASSED: everything moved, and nobody lost anything"
