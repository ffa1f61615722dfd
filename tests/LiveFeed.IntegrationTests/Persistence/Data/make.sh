#!/usr/bin/env bash
# Makes a database with a build of LiveFeed, and records what that build responds to the reads that clients depend on.
#
#   ./make.sh path/to/livefeed.dll name
#
# writes name.db.gz and name.json beside this script. Needs curl, jq, sqlite3 and gzip.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
dll=$1 name=$2

# The same as in tests/Shared/LiveFeedServer.cs.
admin=admin@example.org password=a-long-test-password key=a-signing-key-of-the-tests-and-of-nobody-else

data=$(mktemp -d)
server=
stop() {
  if [ -n "$server" ]; then
    kill "$server" 2>/dev/null || true
    wait "$server" || true
    server=
  fi
}
trap 'stop; rm -rf "$data"' EXIT

dotnet "$dll" --environment=Production --urls=http://127.0.0.1:0 "--LiveFeed:DataDirectory=$data" "--LiveFeed:Jwt:SigningKey=$key" \
  "--LiveFeed:Admin:Email=$admin" "--LiveFeed:Admin:Password=$password" --LiveFeed:RateLimits:Enabled=false >"$data/log" 2>&1 &
server=$!
for _ in $(seq 120); do
  api=$(sed -n 's/.*Now listening on: \(http.*\)/\1/p' "$data/log")
  [ -n "$api" ] && break
  sleep 0.5
done
[ -n "$api" ] || { cat "$data/log" >&2; exit 1; }
madeAt=$(date -u +%Y-%m-%dT%H:%M:%SZ)

declare -A token id refresh

# call WHO METHOD PATH [BODY [CURL OPTION...]]: the body of the response; a failure of the request ends the script.
call() { request --fail-with-body "$@"; }
# refused WHO METHOD PATH [BODY [CURL OPTION...]]: the same for a request that the server is expected to reject.
refused() { request --silent "$@"; }
request() {
  local mode=$1 who=$2 method=$3 path=$4
  local options=("$mode" -sS -X "$method" "$api$path" -H 'Content-Type: application/json')
  [ -n "$who" ] && options+=(-H "Authorization: Bearer ${token[$who]}")
  [ -n "${5:-}" ] && options+=(--data-binary "$5")
  shift 4
  [ $# -gt 0 ] && shift
  curl "${options[@]}" "$@" || { printf '\nfailed: %s %s\n' "$method" "$path" >&2; return 1; }
}
sign_in() {
  local session
  session=$(call '' POST /api/auth/login "{\"email\":\"$2\",\"password\":\"$password\"}")
  token[$1]=$(jq -r .accessToken <<<"$session")
  refresh[$1]=$(jq -r .refreshToken <<<"$session")
  id[$1]=$(jq -r .user.id <<<"$session")
}
account() {
  call '' POST /api/auth/register "{\"email\":\"$1@example.org\",\"password\":\"$password\",\"displayName\":\"$2\"}" >/dev/null
  sign_in "$1" "$1@example.org"
}
claim() { call "$1" POST "/api/events/$2/claims/$3" '{}' >/dev/null; }
# score WHO EVENT MATCH SETS STATUS UPDATE, with SETS as 25:20,3:1
score() {
  local sets
  sets=$(sed 's/\([0-9]*\):\([0-9]*\)/{"team1":\1,"team2":\2}/g' <<<"$4")
  call "$1" POST "/api/events/$2/scores" "{\"matchId\":$3,\"sets\":[$sets],\"status\":\"$5\",\"clientUpdateId\":\"$6\"}"
}

sign_in admin "$admin"
account organizer 'Ørjan Żółć'
account media 'Zoë 新聞'
account coach 'Ιωάννα'
account spectator 'مشاهد'
account stranger 'Nobody in particular'

# A public event with all that a schedule and scores can have.
call admin POST /api/events '{"id":"cup","name":"Überpokal 🏐 全国大会","sport":"volleyball","bestOf":3,"visibility":"public","startsAt":"2026-11-21T08:00:00Z","endsAt":"2026-11-22T20:00:00Z"}' >/dev/null
for member in organizer media coach spectator; do
  teams=null
  [ $member = coach ] && teams='[1,2]'
  call admin PUT "/api/events/cup/members/${id[$member]}" "{\"role\":\"$member\",\"teamIds\":$teams}" >/dev/null
done
schedule='{
  "divisions":[{"id":1,"name":"Damen Ü40"},{"id":2,"name":"男子"},{"id":-3,"name":"Mixed"}],
  "courts":[{"id":1,"name":"Feld 1 – Süd"},{"id":2,"name":"コート2"}],
  "teams":[{"id":1,"name":"SV Fürth","divisionId":1},{"id":2,"name":"Łódź VC","divisionId":1},{"id":3,"name":"東京","divisionId":2},
           {"id":4,"name":"القاهرة","divisionId":2},{"id":5,"name":"E\u0301toile \u0026 \u003cCo\u003e","divisionId":-3},{"id":-6,"name":"No division"}],
  "matches":[
    {"id":1,"divisionId":1,"courtId":1,"team1Id":1,"team2Id":2,"startsAt":"2026-11-21T09:00:00+01:00","endsAt":"2026-11-21T10:00:00+01:00"},
    {"id":2,"divisionId":2,"courtId":2,"team1Id":3,"team2Id":4,"startsAt":"2026-11-21T09:30:00.123Z","endsAt":"2026-11-21T10:30:00Z"},
    {"id":3,"divisionId":-3,"courtId":1,"team1Id":5,"team2Id":-6,"startsAt":"2026-11-21T11:00:00Z"},
    {"id":4,"divisionId":1,"courtId":2,"team1Id":2,"team2Id":1},
    {"id":-17,"divisionId":1,"courtId":1,"team1Label":"Sieger Spiel 1","team2Label":"Vainqueur n° 2","startsAt":"2026-11-22T09:00:00Z","endsAt":"2026-11-22T10:00:00Z"},
    {"id":-18,"team1Id":3,"team2Label":"最下位"},
    {"id":99,"divisionId":2,"courtId":2,"team1Id":4,"team2Id":3}]}'
call organizer PUT /api/events/cup/schedule "$schedule" >/dev/null

claim organizer cup 99
score organizer cup 99 '3:1' inProgress removed-1 >/dev/null
claim media cup 1
score media cup 1 '1:0' inProgress one-1 >/dev/null
earlier=$(call '' GET /api/events/cup/feed | jq -r .cursor)

score media cup 1 '25:20,0:0' inProgress one-2 >/dev/null
score media cup 1 '25:20,23:25,15:13' final one-3 >/dev/null
call media DELETE /api/events/cup/claims/1 >/dev/null
claim organizer cup 2
score organizer cup 2 '7:5' inProgress two-1 >/dev/null
refused organizer POST /api/events/cup/scores '{"matchId":2,"sets":[{"team1":6,"team2":5}],"status":"inProgress","occurredAt":"2026-11-21T09:31:00Z","clientUpdateId":"two-late"}' >/dev/null
claim media cup -17
score media cup -17 '0:0' inProgress label-1 >/dev/null
claim media cup 3
score media cup 3 '' cancelled three-1 >/dev/null
update='{"matchId":-17,"sets":[{"team1":2,"team2":1}],"status":"inProgress","clientUpdateId":"label-2"}'
response=$(call media POST /api/events/cup/scores "$update")
call organizer PUT /api/events/cup/coverage-plans '{"selectedMatches":[1,2,-17]}' >/dev/null
call spectator PUT /api/events/cup/coverage-plans '{"selectedMatches":[3]}' >/dev/null

# A match that was scored leaves the schedule, with its score.
call organizer PUT /api/events/cup/schedule "$(jq '.matches |= map(select(.id != 99))' <<<"$schedule")" >/dev/null

# An event for its members only, of another sport; one whose first organizer is not the administrator.
call admin POST /api/events '{"id":"Club_2","name":"Клубный день","sport":"tennis","visibility":"members"}' >/dev/null
call admin PUT "/api/events/Club_2/members/${id[coach]}" '{"role":"organizer"}' >/dev/null
call admin PUT "/api/events/Club_2/members/${id[spectator]}" '{"role":"spectator"}' >/dev/null
call coach PUT /api/events/Club_2/schedule '{"divisions":[],"courts":[],"teams":[{"id":1,"name":"Ana"},{"id":2,"name":"Bjørk"}],"matches":[{"id":1,"team1Id":1,"team2Id":2}]}' >/dev/null
claim coach Club_2 1
score coach Club_2 1 '6:4,2:3' inProgress tennis-1 >/dev/null

# An event of the past, and one that was removed.
call admin POST /api/events '{"id":"old-cup","name":"Último año","sport":"football","visibility":"public"}' >/dev/null
call admin PUT /api/events/old-cup/schedule '{"divisions":[],"courts":[],"teams":[{"id":1,"name":"A"},{"id":2,"name":"B"}],"matches":[{"id":1,"team1Id":1,"team2Id":2}]}' >/dev/null
claim admin old-cup 1
score admin old-cup 1 '2:2' final goal-1 >/dev/null
call admin PATCH /api/events/old-cup '{"archived":true}' >/dev/null
call admin POST /api/events '{"id":"gone","name":"Gone","sport":"generic"}' >/dev/null
call admin DELETE /api/events/gone >/dev/null

reads=()
read_as() {
  local who=$1 path status
  shift
  for path in "$@"; do
    status=$(refused "$who" GET "$path" '' -o "$data/body" -w '%{http_code}')
    reads+=("$(jq -c --arg who "$who" --arg path "$path" --argjson status "$status" '{who: $who, path: $path, status: $status, body: .} | if .status >= 400 then .body |= {code} else . end' "$data/body")")
  done
}
e=/api/events
read_as '' $e $e/cup $e/old-cup $e/Club_2 $e/gone $e/cup/schedule $e/cup/matches "$e/cup/matches?status=final" "$e/cup/matches?teamId=3" $e/cup/matches/-17 \
  $e/cup/matches/99 "$e/cup/teams?division=-3" $e/cup/teams $e/cup/scores "$e/cup/scores?division=1" $e/cup/scores/1 $e/cup/scores/2 $e/cup/scores/3 $e/cup/scores/-17 \
  $e/cup/scores/99 $e/cup/scores/1/history $e/cup/scores/-17/history $e/cup/claims $e/cup/claims/1 $e/cup/claims/2 $e/cup/claims/-17 $e/cup/feed \
  "$e/cup/feed?after=${earlier%.*}.0&limit=1000" "$e/cup/feed?after=$earlier&limit=1000" "$e/cup/feed?matches=1,-17" \
  $e/old-cup/scores $e/old-cup/feed
read_as organizer "$e?managed=true" $e/cup/members $e/cup/scores/conflicts $e/cup/export $e/cup/coverage-plans /api/auth/me
read_as coach $e $e/Club_2 $e/Club_2/members $e/Club_2/scores $e/Club_2/feed $e/Club_2/export "$e/cup/members/${id[coach]}"
read_as spectator $e/Club_2/scores/1 $e/cup/coverage-plans $e/cup/members $e/cup/scores/conflicts
read_as stranger $e $e/Club_2 $e/Club_2/feed $e/cup/coverage-plans
read_as admin $e "$e/cup/members?limit=2&offset=1" $e/old-cup/export

# One read a line, so that a difference between two recordings can be seen.
{
  jq -nc --arg madeAt "$madeAt" --arg earlierCursor "$earlier" --arg refreshToken "${refresh[coach]}" --arg accessToken "${token[media]}" \
    --argjson update "$update" --argjson response "$response" '$ARGS.named' | sed 's/}$/,"reads":[/'
  printf '%s\n' "${reads[@]}" | sed '$!s/$/,/'
  echo ']}'
} >"$name.json"

stop
# One file without a log beside it.
sqlite3 "$data/livefeed.db" "VACUUM INTO '$data/whole.db'"
gzip -9 -n -c "$data/whole.db" >"$name.db.gz"
ls -l "$name.db.gz" "$name.json"
