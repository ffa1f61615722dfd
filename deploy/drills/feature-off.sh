#!/bin/sh
# Drill: a feature is switched off by a setting, on one instance after the other, and on again. What must be seen: it is off; readers and scorekeepers go on
# with nothing lost; it is on again. Runbook: docs/runbooks/feature-off.md
#
#   sh deploy/drills/feature-off.sh
#
#   DRILL_SETTING   the setting; by default that of the rate limits, LiveFeed__RateLimits__Enabled=false
#   DRILL_IS_OFF    the command that succeeds if the feature is off on the instance whose address is $1; by default, that no limit is reported
#   DRILL_RESTART   the command that restarts the instance with the number $1: see restart.sh
# and those of lib.sh.
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/restart.sh"
: "${DRILL_SETTING:=LiveFeed__RateLimits__Enabled=false}"
: "${DRILL_IS_OFF:=! curl -sS --max-time 5 --output /dev/null --dump-header - \$1/api/events | grep -qi ^x-ratelimit-}"

is_off() { sh -c "$DRILL_IS_OFF" drill "$1"; }
is_on() { ! is_off "$1"; }

begin
on_each "has the feature" is_on
say "It is switched off"
restart_each "$DRILL_SETTING"
on_each "does not have it any more" is_off
more_points

say "It is switched on"
restart_each
on_each "has it again" is_on
more_points

finish
reset_times 0
say "PASSED: a feature was off and on again, and nobody lost anything"
