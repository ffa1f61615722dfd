# What a drill compares at its end.

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

# entries READER: what it has received as complete messages, each as its id, a tab and its JSON.
entries() {
  set -- "$work/reader.$1."*
  [ -e "$1" ] || return 0
  awk 'FNR == 1 { id = name = data = "" } /^id: / { id = substr($0, 5) } /^event: / { name = $0 } /^data: / { data = substr($0, 7) }
    /^$/ { if (data != "" && name == "") print id "\t" data; name = data = "" }' "$@"
}

# points: of entries, the points of the scores in them.
points() { grep -o '"type":"score-update"[^[]*\[{"team1":[0-9]*' | sed 's/.*://' || :; }

connections() { find "$work" -name "reader.$1.*" -size +0 | wc -l; }

resets() { entries "$1" | grep -c '"type":"snapshot".*"reset":"' || :; }
