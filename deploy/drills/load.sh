# The load of a drill: one scorekeeper and two readers of an event that the drill makes.
readers="1 2"

# Signs in, makes an event with a match, and starts the readers and the scorekeeper.
begin() {
  needs LIVEFEED_ADMIN_EMAIL LIVEFEED_ADMIN_PASSWORD
  command -v curl >/dev/null || { echo "There is no curl." >&2; exit 2; }
  work=$(mktemp -d)
  processes=
  trap 'ended=$?; clean_up; exit $ended' EXIT
  trap 'exit 1' INT TERM
  event=drill-$(date +%s)-$$
  on_each "serves" ready_says '"draining":"no"'
  : >"$work/token"
  sign_in
  send POST /api/events '{"id":"'"$event"'","name":"Drill","sport":"generic","visibility":"members"}' >/dev/null
  made=yes
  send PUT "/api/events/$event/schedule" '{"divisions":[{"id":1,"name":"One"}],"courts":[{"id":1,"name":"One"}],
    "teams":[{"id":1,"name":"One","divisionId":1},{"id":2,"name":"Two","divisionId":1}],
    "matches":[{"id":1,"divisionId":1,"courtId":1,"team1Id":1,"team2Id":2,"startsAt":"2026-07-04T10:00:00Z","endsAt":"2026-07-04T11:00:00Z"}]}' >/dev/null
  send POST "/api/events/$event/claims/1" '{}' >/dev/null
  for reader in $readers; do
    follow "$reader" &
    processes="$processes $!"
  done
  wait_until "The readers have their snapshots" all_have snapshot
  : >"$work/acknowledged"
  write_points &
  writer=$!
  processes="$processes $!"
  more_points
}

sign_in() {
  session=$(send POST /api/auth/login '{"email":'"$(quoted "$LIVEFEED_ADMIN_EMAIL")"',"password":'"$(quoted "$LIVEFEED_ADMIN_PASSWORD")"'}')
  # In a file, because everybody on the machine sees a command's arguments.
  printf 'header = "Authorization: Bearer %s"\n' "$(printf '%s' "$session" | text accessToken)" >"$work/token"
}

clean_up() {
  : >"$work/stop"
  for process in $processes; do
    # Its curl, too.
    pkill -P "$process" || :
    kill "$process" || :
    wait "$process" || :
  done 2>/dev/null
  [ -z "${made:-}" ] || (send DELETE "/api/events/$event" '' >/dev/null) || :
  rm -rf "$work"
}

# The address whose turn it is.
address() {
  set -- $DRILL_URLS
  shift $((turn % $#))
  echo "$1"
}

# follow READER: each connection's bytes go into a file of their own; the next one continues after the last complete entry.
follow() {
  turn=$1 connection=0
  while kill -0 $$ 2>/dev/null; do
    connection=$((connection + 1))
    last=$(entries "$1" | tail -n 1 | cut -f 1)
    curl -sSN --fail $DRILL_CURL --connect-timeout 3 --speed-limit 1 --speed-time 45 --config "$work/token" ${last:+--header "Last-Event-ID: $last"} \
      "$(address)/api/events/$event/stream" >"$work/reader.$1.$(printf %04d $connection)" 2>>"$work/reading" || :
    turn=$((turn + 1))
    sleep 0.5
  done
}

# The scorekeeper repeats each point, under the same id and at the next address, until it is acknowledged.
write_points() {
  turn=0 point=0
  while [ ! -e "$work/stop" ] && kill -0 $$ 2>/dev/null; do
    if [ -e "$work/pause" ]; then
      : >"$work/paused"
      sleep 0.1
      continue
    fi
    point=$((point + 1))
    until post "$point"; do
      turn=$((turn + 1))
      sleep 0.3
    done
    echo "$point" >>"$work/acknowledged"
    sleep 0.15
  done
}

post() {
  status=$(printf '{"matchId":1,"sets":[{"team1":%s,"team2":0}],"status":"inProgress","clientUpdateId":"%s-%s"}' "$1" "$event" "$1" |
    curl -s $DRILL_CURL --connect-timeout 3 --max-time 20 --config "$work/token" --header 'Content-Type: application/json' --data-binary @- \
      --output "$work/response" --write-out '%{http_code}' "$(address)/api/events/$event/scores") || :
  case $status in
    2??) ;;
    000 | 429 | 502 | 503 | 504) return 1 ;;
    *)
      echo "$status $(cat "$work/response")" >"$work/refused"
      exit 1
      ;;
  esac
}

acknowledged() { wc -l <"$work/acknowledged"; }

has_acknowledged() {
  [ ! -e "$work/refused" ] || fail "a point was rejected: $(cat "$work/refused")"
  [ "$(acknowledged)" -ge "$1" ]
}

# more_points: waits until ten more are acknowledged, and every reader has the last of them.
more_points() {
  wait_until "Points are stored" has_acknowledged $(($(acknowledged) + 10))
  wait_until "The readers have them" all_have "\"team1\":$(tail -n 1 "$work/acknowledged"),"
}

all_have() {
  for reader in $readers; do
    entries "$reader" | grep -q "$1" || return 1
  done
}

pause_points() {
  : >"$work/pause"
  wait_until "The scorekeeper pauses" test -e "$work/paused"
}

resume_points() { rm "$work/pause" "$work/paused"; }
