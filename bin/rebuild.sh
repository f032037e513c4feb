# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# Builds a new view of customer from the topic, beside the running one, and swaps the two.

rebuild() {
  local force=false name="" word answer state before="" line HEADERS=""
  take_reason "$@"
  for word in ${WORDS[@]+"${WORDS[@]}"}; do
    case $word in
      --force) force=true ;;
      -*) wrong "rebuild: unknown option $word" ;;
      *)
        [ -z "$name" ] || wrong "rebuild: one service at a time"
        name=$word
        ;;
    esac
  done
  [ "$(base_of "$name")" = customer ] || wrong "rebuild: only customer's view can be rebuilt"
  read_databases
  rebuild_call POST "$name" "{\"force\":$force}" || fail "$name does not answer"
  case $STATUS in
    202) ;;
    401 | 403) not_admitted "$name" ;;
    409) fail "a rebuild is running already, at $(rebuild_text instance): $(rebuild_text phase)" ;;
    *) fail "$name answers $STATUS to a rebuild" ;;
  esac
  while :; do
    rebuild_call GET "$name" || fail "$name does not answer any more; the view is as it was"
    state=$(rebuild_text state)
    [ "$state" = RUNNING ] || break
    line="$(rebuild_text phase): $(rebuild_number records) of $(rebuild_number ofRecords) records"
    [ "$line" = "$before" ] || say "$line"
    before=$line
    sleep 1
  done
  answer=$(printf '%s' "$ANSWER" | sed -n 's/.*"result":\[\(.*\)\].*/\1/p' | sed 's/^"//; s/"$//; s/","/\n/g')
  say "$answer"
  [ "$state" = DONE ] || fail "the rebuild ended as $state; the view is as it was"
}

# Sets STATUS and ANSWER.
rebuild_call() {
  local method=$1 body=${3-} line="" port
  port=$(port_of "$2")
  STATUS="" ANSWER=""
  {
    printf '%s /actuator/rebuild HTTP/1.0\r\nHost: localhost\r\nContent-Type: application/json\r\n%sContent-Length: %s\r\n\r\n%s' \
      "$method" "$HEADERS" "${#body}" "$body" >&7
    read -r -t 10 line <&7
    STATUS=${line#* }
    STATUS=${STATUS%% *}
    while read -r -t 10 line <&7 && [ "$line" != $'\r' ]; do :; done
    read -r -t 10 -d '' ANSWER <&7
  } 2>/dev/null 7<>"/dev/tcp/127.0.0.1/$port"
  [ -n "$ANSWER" ]
}

rebuild_text() { printf '%s' "$ANSWER" | sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p"; }

rebuild_number() { printf '%s' "$ANSWER" | sed -n "s/.*\"$1\":\([0-9]*\).*/\1/p"; }
