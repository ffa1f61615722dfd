#!/bin/sh
# Puts a PostgreSQL server back to a point in time: from a base backup, and the write-ahead log that was archived since. The server must be stopped; its
# data are moved aside, not removed. Run this as the server's user, then start the server. docs/runbooks/restore.md has all of the steps.
#
#   restore.sh BASE ARCHIVE DATA TIME
#
#   BASE      the folder of a base backup (pg_basebackup) that was finished before that time
#   ARCHIVE   the folder of the archived write-ahead log
#   DATA      the server's data folder
#   TIME      the last moment that counts, such as '2026-07-04 12:00:00+00'
set -eu
[ $# -eq 4 ] || { sed -n '2,/^set/s/^# \{0,1\}//p' "$0" >&2; exit 2; }
base=$1 archive=$2 data=$3 time=$4

[ ! -e "$data/postmaster.pid" ] || { echo "There is $data/postmaster.pid: stop the server first." >&2; exit 1; }
[ -e "$base/backup_label" ] || { echo "There is no base backup in $base." >&2; exit 1; }

aside=$data.before-$(date +%Y%m%dT%H%M%S)
mv "$data" "$aside"
cp -a "$base" "$data"
# The end of the log was not archived yet.
cp -a "$aside"/pg_wal/0* "$data/pg_wal/"
cat >>"$data/postgresql.auto.conf" <<SETTINGS
restore_command = 'cp "$archive/%f" "%p"'
recovery_target_time = '$time'
recovery_target_action = 'promote'
SETTINGS
touch "$data/recovery.signal"
echo "Start the server: it reads the log up to $time. The data of before are in $aside."
echo "Afterwards, so that no later copy stops at that time: ALTER SYSTEM RESET recovery_target_time;"
