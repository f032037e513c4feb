# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# Why something is done, and by whom: the words of why="..." are for the audit record of the service,
# the token in PHONESELLER_TOKEN says who asks where guests are not admitted.

# Sets WORDS to all words but those, and HEADERS to the lines of the request that carry both.
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
  HEADERS=""
  [ -z "$why" ] || HEADERS="X-Reason: $(in_header "$why")"$'\r\n'
  case ${PHONESELLER_TOKEN-} in
    "") ;;
    *[![:graph:]]*) fail "PHONESELLER_TOKEN is no token" ;;
    *) HEADERS="${HEADERS}Authorization: Bearer $PHONESELLER_TOKEN"$'\r\n' ;;
  esac
}

# Where guests may not do it.
not_admitted() {
  fail "$1 wants an operator's token: PHONESELLER_TOKEN=\$(./phoneseller token operator-1) before the command"
}

# A header is ASCII; other scripts go as RFC 8187 has it.
in_header() {
  local LC_ALL=C
  case $1 in
    *[!\ -~]*) printf "UTF-8''%s" "$(printf '%s' "$1" | od -An -v -tx1 | tr -d '\n' | sed 's/ /%/g')" ;;
    *) printf '%s' "$1" ;;
  esac
}
