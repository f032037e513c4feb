# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# What the processes say, each line with its speaker's name.

FOLLOWERS=""

logs() {
  local follow="" lines="" names="" name
  read_databases
  while [ $# -gt 0 ]; do
    case $1 in
      -f | --follow) follow=yes ;;
      -n | --tail)
        [ $# -gt 1 ] || wrong "logs: how many lines?"
        lines=$2
        shift
        ;;
      -*) wrong "logs: unknown option $1" ;;
      *)
        check_name "$1"
        names="$names $1"
        ;;
    esac
    shift
  done
  case $lines in *[!0-9]*) wrong "logs: not a number of lines: $lines" ;; esac
  [ -n "$names" ] || names=$(everything)
  if [ -n "$follow" ]; then
    trap 'quiet_logs; exit 0' INT TERM HUP
    # shellcheck disable=SC2086
    follow_logs "${lines:-20}" $names
    wait
    return
  fi
  for name in $names; do
    [ -f "$LOGS/$name.log" ] || continue
    if [ -n "$lines" ]; then tail -n "$lines" "$LOGS/$name.log"; else cat "$LOGS/$name.log"; fi | prefixed "$name"
  done
}

prefixed() {
  local prefix
  prefix=$(printf '%-10s| ' "$1")
  if command -v stdbuf >/dev/null; then
    stdbuf -oL sed "s/^/$prefix/"
  else
    sed -l "s/^/$prefix/"
  fi
}

follow_logs() {
  local lines=$1 name
  shift
  mkdir -p "$LOGS"
  for name in "$@"; do
    [ -f "$LOGS/$name.log" ] || : >"$LOGS/$name.log"
    tail -n "$lines" -F "$LOGS/$name.log" 2>/dev/null > >(prefixed "$name") &
    FOLLOWERS="$FOLLOWERS $!"
  done
}

quiet_logs() {
  # shellcheck disable=SC2086
  [ -z "$FOLLOWERS" ] || kill $FOLLOWERS 2>/dev/null
  FOLLOWERS=""
}
