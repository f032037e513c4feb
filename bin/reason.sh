# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# Why something is done: the words of why="..." are for the audit record of the service.

# Sets WORDS to all words but those, and REASON to the line of the request that carries them.
take_reason() {
  local word why=""
  WORDS=()
  for word in "$@"; do
    case $word in
      why=*) why=${word#why=} ;;
      *) WORDS+=("$word") ;;
    esac
  done
  case $why in *[[:cntrl:]]*) wrong "why= is one line, without control characters" ;; esac
  REASON=""
  [ -z "$why" ] || REASON="X-Reason: $(in_header "$why")"$'\r\n'
}

# A header is ASCII; other scripts go as RFC 8187 has it.
in_header() {
  local LC_ALL=C
  case $1 in
    *[!\ -~]*) printf "UTF-8''%s" "$(printf '%s' "$1" | od -An -v -tx1 | tr -d '\n' | sed 's/ /%/g')" ;;
    *) printf '%s' "$1" ;;
  esac
}
