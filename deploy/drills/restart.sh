# For drills that change settings: restarts the instances one after the other.
#
#   DRILL_RESTART   the command that restarts the instance with the number $1, with the settings in the file $2, one a line, besides its own. In a file,
#                   because some are secrets
DRILL_RESTART=${DRILL_RESTART:-}

# restarted INSTANCE: what a drill checks while some instances have the settings, and some not yet.
restarted() { :; }

# restart_each SETTING...
restart_each() {
  : >"$work/settings"
  for setting; do
    printf '%s\n' "$setting" >>"$work/settings"
  done
  number=0
  for instance in $DRILL_INSTANCES; do
    number=$((number + 1))
    if [ -n "$DRILL_RESTART" ]; then hook "$DRILL_RESTART" "$number" "$work/settings"; else restart_in_compose "$number"; fi
    wait_until "$instance serves again" ready_says "$instance" '"draining":"no"'
    restarted "$instance"
  done
}

restart_in_compose() {
  printf 'services:\n  livefeed-%s:\n    environment: {' "$1" >"$work/compose.yaml"
  while IFS= read -r setting; do
    printf '%s: "%s", ' "${setting%%=*}" "${setting#*=}" >>"$work/compose.yaml"
  done <"$work/settings"
  echo '}' >>"$work/compose.yaml"
  docker compose --file compose.yaml --file "$work/compose.yaml" up --detach --no-deps --wait "livefeed-$1" || fail "livefeed-$1 could not be restarted"
}
