# What the drills share; docs/runbooks/README.md says how to run them. A scorekeeper posts a point after the other, and readers follow, for as long as a
# drill lasts. At its end the log must have every point that was acknowledged, once and in order, and every reader what the log has.
#
#   LIVEFEED_ADMIN_EMAIL, LIVEFEED_ADMIN_PASSWORD   an administrator, who makes an event for members only, and removes it afterwards
#   DRILL_URLS        where readers and the scorekeeper go: the proxy, or several addresses that they try in turn
#   DRILL_INSTANCES   each instance's own address, for its health and its metrics
#   DRILL_CURL        more options for curl, such as --insecure
#   DRILL_PATIENCE    for how many seconds something is waited for
#
# A variable that is said to be a command is run by sh, with its arguments as $1, $2, ... The defaults are those of compose.yaml, run in its folder on
# its machine. A drill ends with 0 if it saw what it must see, with 1 if not, and with 2 if something is missing to begin.
set -eu
umask 077

DRILL_URLS=${DRILL_URLS:-https://localhost}
DRILL_INSTANCES=${DRILL_INSTANCES:-http://172.31.240.11:8080 http://172.31.240.12:8080}
DRILL_CURL=${DRILL_CURL:-}
DRILL_PATIENCE=${DRILL_PATIENCE:-90}
readers="1 2"

say() { printf '%s  %s\n' "$(date +%T)" "$*"; }

fail() {
  say "FAILED: $*" >&2
  exit 1
}

# needs NAME...: ends the drill if one of these variables is not set.
needs() {
  for name; do
    eval "value=\${$name:-}"
    [ -n "$value" ] || { echo "Set $name: see the head of $0 and of $(dirname "$0")/lib.sh." >&2; exit 2; }
  done
}

# hook COMMAND ARGUMENT...: runs a command of the environment.
hook() {
  command=$1
  shift
  sh -c "$command" drill "$@" || fail "this command ended with $?: $command"
}

# wait_until WHAT COMMAND...: says WHAT as soon as a command succeeds.
wait_until() {
  what=$1
  shift
  began=$(date +%s)
  until "$@"; do
    [ $(($(date +%s) - began)) -lt "$DRILL_PATIENCE" ] || fail "not within $DRILL_PATIENCE s: $what"
    sleep 0.1
  done
  say "$what"
}

get() { curl -sS --max-time 10 $DRILL_CURL "$@" 2>"$work/errors"; }

# send METHOD PATH BODY: sends JSON to the first address that takes it. Writes the response's body.
send() {
  for url in $DRILL_URLS; do
    printf '%s' "$3" | get --fail-with-body --config "$work/token" --request "$1" --header 'Content-Type: application/json' --data-binary @- "$url$2" && return
  done
  fail "$1 $2: $(cat "$work/errors")"
}

# text NAME: reads JSON, and writes the first text of this name.
text() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p"; }

quoted() { printf '"%s"' "$(printf '%s' "$1" | sed 's/[\\"]/\\&/g')"; }

# ready_says INSTANCE TEXT: succeeds if the instance serves, and the checks of its health have this text.
ready_says() { get --fail "$1/health/ready" | grep -qF "$2"; }

writes_say() { [ "$(get --output /dev/null --write-out '%{http_code}' "$1/health/writes")" = "$2" ]; }

metric_is() { [ "$(get "$1/metrics" | awk -v name="$2" '$1 == name || $1 == name "{}" { print $2 }')" = "$3" ]; }

# on_each WHAT COMMAND ARGUMENT...: waits until a command succeeds for every instance, which is its first argument.
on_each() {
  says=$1 check=$2
  shift 2
  for instance in $DRILL_INSTANCES; do
    wait_until "$instance $says" "$check" "$instance" "$@"
  done
}

# The address whose turn it is.
address() {
  set -- $DRILL_URLS
  shift $((turn % $#))
  echo "$1"
}

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

# entries READER: what it has received as complete messages, each as its id, a tab and its JSON.
entries() {
  set -- "$work/reader.$1."*
  [ -e "$1" ] || return 0
  awk 'FNR == 1 { id = name = data = "" } /^id: / { id = substr($0, 5) } /^event: / { name = $0 } /^data: / { data = substr($0, 7) }
    /^$/ { if (data != "" && name == "") print id "\t" data; name = data = "" }' "$@"
}

connections() { find "$work" -name "reader.$1.*" -size +0 | wc -l; }

resets() { entries "$1" | grep -c '"type":"snapshot".*"reset":"' || :; }

# points: of entries, the points of the scores in them.
points() { grep -o '"type":"score-update"[^[]*\[{"team1":[0-9]*' | sed 's/.*://' || :; }

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

# finish [KEPT]: ends the scorekeeper, and compares. KEPT: how many of the first points the database was put back to; what was acknowledged after them and
# before that is lost.
finish() {
  : >"$work/stop"
  wait "$writer" || fail "a point was rejected: $(cat "$work/refused")"
  read_log
  if [ -n "${1:-}" ]; then
    new=$(($(wc -l <"$work/log") - $1))
    { head -n "$1" "$work/acknowledged"; tail -n "$new" "$work/acknowledged"; } >"$work/expected"
    [ "$new" -gt 0 ] && [ "$(wc -l <"$work/expected")" -lt "$(acknowledged)" ] || fail "nothing was lost, so nothing was put back"
  else
    cp "$work/acknowledged" "$work/expected"
  fi
  diff "$work/expected" "$work/log" >"$work/difference" || fail "the log is not what was acknowledged: $(head -n 5 "$work/difference" | tr '\n' ' ')"
  for reader in $readers; do
    wait_until "Reader $reader has the last entry" has_head "$reader"
    hold_against_log "$reader"
  done
  say "All $(wc -l <"$work/log") points are in the log and at the readers, once and in order"
}

# Reads the whole log: its points, and its last sequence.
read_log() {
  cursor=$(send GET "/api/events/$event/feed" '' | text cursor)
  head=$(echo "$cursor" | cut -d . -f 2)
  cursor=$(echo "$cursor" | cut -d . -f 1).0 more=true
  : >"$work/log"
  while [ "$more" = true ]; do
    send GET "/api/events/$event/feed?after=$cursor&limit=1000" '' >"$work/page"
    points <"$work/page" >>"$work/log"
    cursor=$(text cursor <"$work/page")
    more=$(sed -n 's/.*"more":\(true\|false\).*/\1/p' "$work/page")
  done
}

has_head() { [ "$(entries "$1" | tail -n 1 | cut -d . -f 2)" = "$head" ]; }

# A reader has, since its last snapshot, every sequence once, and the points that the log ends with.
hold_against_log() {
  entries "$1" | awk -F '\t' '{ split($1, id, "."); if ($2 ~ /"type":"snapshot"/) { last = id[2]; next } if (id[2] != last + 1) { print last " and then " id[2]; exit } last = id[2] }' >"$work/wrong"
  [ ! -s "$work/wrong" ] || fail "reader $1 got entry $(cat "$work/wrong")"
  entries "$1" | awk '/"type":"snapshot"/ { count = 0 } { lines[count++] = $0 } END { for (i = 0; i < count; i++) print lines[i] }' | points >"$work/received"
  tail -n "$(wc -l <"$work/received")" "$work/log" | diff - "$work/received" >"$work/difference" || fail "reader $1 has other points than the log: $(head -n 5 "$work/difference" | tr '\n' ' ')"
}

# reset_times N: fails unless every reader was reset so often.
reset_times() {
  for reader in $readers; do
    [ "$(resets "$reader")" -eq "$1" ] || fail "reader $reader was reset $(resets "$reader") times in place of $1"
  done
}

# same_connections: fails if a reader had to connect again.
same_connections() {
  for reader in $readers; do
    [ "$(connections "$reader")" -eq 1 ] || fail "reader $reader has connected $(connections "$reader") times"
  done
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
