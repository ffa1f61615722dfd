#!/bin/sh
# Drill: the certificate of nginx is replaced without a restart. What must be seen: new connections get the new one within seconds; streams over the former
# one are closed within 10 s (worker_shutdown_timeout) and go on with nothing lost. Afterwards the former one is put back in the same way.
# Runbook: docs/runbooks/certificate-replaced.md
#
#   LIVEFEED_CERTIFICATES=./certificates DRILL_CURL=--insecure sh deploy/drills/certificate-replaced.sh
#
#   DRILL_CERTIFICATE, DRILL_CERTIFICATE_KEY           the files that nginx reads; by default fullchain.pem and privkey.pem in LIVEFEED_CERTIFICATES
#   DRILL_NEW_CERTIFICATE, DRILL_NEW_CERTIFICATE_KEY   what is put into them for the time of the drill; by default one that nobody has signed
#   DRILL_RELOAD                                       the command by which nginx reads its files again
# and those of lib.sh, of which DRILL_URLS is one https address.
. "$(dirname "$0")/lib.sh"
: "${DRILL_CERTIFICATE:=${LIVEFEED_CERTIFICATES:+$LIVEFEED_CERTIFICATES/fullchain.pem}}" "${DRILL_CERTIFICATE_KEY:=${LIVEFEED_CERTIFICATES:+$LIVEFEED_CERTIFICATES/privkey.pem}}"
: "${DRILL_RELOAD:=docker compose exec -T nginx nginx -s reload}"
needs DRILL_CERTIFICATE DRILL_CERTIFICATE_KEY

fingerprint() { openssl x509 -noout -fingerprint -sha256; }

served() {
  server=${DRILL_URLS#https://} server=${server%%/*}
  case $server in *:*) ;; *) server=$server:443 ;; esac
  openssl s_client -connect "$server" -servername "${server%:*}" </dev/null 2>/dev/null | fingerprint
}

is_served() { [ "$(served)" = "$1" ]; }

# use FOLDER: its certificate, which nginx then serves.
use() {
  # Not moved: a container sees the file, not the name.
  cat "$1/certificate" >"$DRILL_CERTIFICATE"
  cat "$1/key" >"$DRILL_CERTIFICATE_KEY"
  hook "$DRILL_RELOAD"
  wait_until "New connections get the other certificate" is_served "$(fingerprint <"$1/certificate")"
}

begin
mkdir "$work/former" "$work/new"
cp "$DRILL_CERTIFICATE" "$work/former/certificate"
cp "$DRILL_CERTIFICATE_KEY" "$work/former/key"
if [ -n "${DRILL_NEW_CERTIFICATE:-}" ]; then
  cp "$DRILL_NEW_CERTIFICATE" "$work/new/certificate"
  cp "$DRILL_NEW_CERTIFICATE_KEY" "$work/new/key"
else
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=localhost -days 2 -keyout "$work/new/key" -out "$work/new/certificate" 2>/dev/null
fi

say "The certificate is replaced"
use "$work/new"
more_points
say "The former one is put back"
use "$work/former"
more_points

finish
reset_times 0
say "PASSED: the certificate was replaced, and nobody lost anything"
