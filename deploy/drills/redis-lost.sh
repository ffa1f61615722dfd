#!/bin/sh
# Drill: Redis is lost, and comes back. What must be seen: every instance goes on serving, says that Redis is away and limits by itself; points still
# reach the readers of all instances; no reader has to connect again; when Redis is back, all is well by itself. Runbook: docs/runbooks/redis-lost.md
#
#   sh deploy/drills/redis-lost.sh
#
#   DRILL_REDIS_STOP    the command that stops Redis
#   DRILL_REDIS_START   the command that starts it
# and those of lib.sh.
. "$(dirname "$0")/lib.sh"
: "${DRILL_REDIS_STOP:=docker compose kill redis}" "${DRILL_REDIS_START:=docker compose start redis}"

begin
on_each "hears the others by Redis" ready_says '"redis":"ok"'

say "Redis is stopped"
hook "$DRILL_REDIS_STOP"
on_each "serves, and says that Redis is away" ready_says '"redis":"Redis is away'
on_each "says it in its metrics" metric_is livefeed_redis_healthy 0
more_points
on_each "limits by itself" metric_is livefeed_limits_local 1

say "Redis is started"
hook "$DRILL_REDIS_START"
on_each "hears the others by Redis" ready_says '"redis":"ok"'
on_each "limits together with the others" metric_is livefeed_limits_local 0
more_points

finish
reset_times 0
same_connections
say "PASSED: Redis was lost, and nobody lost anything"
