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

. "$(dirname "$0")/load.sh"
. "$(dirname "$0")/compare.sh"
