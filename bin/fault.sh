# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# Switches faults on and off in a running service, to see how the others take it.

fault() {
  local name path=/actuator/faults port wanted HEADERS=""
  [ $# -gt 0 ] || wrong "fault: which service?"
  name=$1
  shift
  take_reason "$@"
  set -- ${WORDS[@]+"${WORDS[@]}"}
  read_databases
  if [ "$name" = provider ]; then
    path=$path/provider
    port=$(port_of pay)
  else
    case $(base_of "$name") in
      kafka | login | postgres) wrong "fault: $name has no fault switch" ;;
    esac
    contains "$(base_of "$name")" "$SERVICES" || wrong "fault: there is no service $name ($SERVICES provider)"
    port=$(port_of "$name")
  fi
  case ${1-} in
    "") faults_call "$name" GET "$port" "$path" ;;
    off)
      [ $# -eq 1 ] || wrong "fault: nothing comes after off"
      faults_call "$name" DELETE "$port" "$path"
      ;;
    *)
      wanted=$(fault_wanted "$@") || exit 2
      faults_call "$name" POST "$port" "$path" "$wanted"
      ;;
  esac
}

# latency=800ms errors=30% for=60s as JSON.
fault_wanted() {
  local word value body=""
  for word in "$@"; do
    value=${word#*=}
    case $word in
      latency=* | for=*)
        [[ $value =~ ^[0-9]+(ms|s|m)$ ]] || wrong "fault: ${word%%=*} is a time such as 800ms, 40s or 5m, not '$value'"
        body="$body,\"${word%%=*}\":\"$value\""
        ;;
      errors=*)
        # shellcheck disable=SC2015
        [[ $value =~ ^[0-9]{1,3}%?$ ]] && [ "${value%\%}" -le 100 ] \
          || wrong "fault: errors is a share such as 30%, not '$value'"
        body="$body,\"errors\":$((10#${value%\%}))"
        ;;
      *) wrong "fault: latency=800ms, errors=30%, for=60s, why=... or off, not '$word'" ;;
    esac
  done
  printf '{%s}' "${body#,}"
}

# Calls a service's switch and tells what is on.
faults_call() {
  local name=$1 method=$2 port=$3 path=$4 body=${5-} line status="" answer=""
  {
    printf '%s %s HTTP/1.0\r\nHost: localhost\r\nContent-Type: application/json\r\n%sContent-Length: %s\r\n\r\n%s' \
      "$method" "$path" "$HEADERS" "${#body}" "$body" >&6
    IFS= read -r -t 10 status <&6
    while IFS= read -r -t 10 line <&6 && [ "$line" != $'\r' ]; do :; done
    IFS= read -r -t 10 -d '' answer <&6
  } 2>/dev/null 6<>"/dev/tcp/127.0.0.1/$port"
  case $status in
    "HTTP/1."?" 200"*) say "$name: $(fault_told "$answer")" ;;
    "HTTP/1."?" 401"* | "HTTP/1."?" 403"*) not_admitted "$name" ;;
    "HTTP/1."?" 404"*) fail "$name has no fault switches: it was not started by ./phoneseller" ;;
    "HTTP/1."?" 422"*) wrong "fault: $(sed -n 's/.*"detail":"\([^"]*\)".*/\1/p' <<<"$answer")" ;;
    "") fail "$name does not answer" ;;
    *) fail "$name answers ${status%$'\r'}" ;;
  esac
}

fault_told() {
  case $1 in
    *'"on":true'*)
      sed -e 's/.*"latency":"\([^"]*\)","errors":\([0-9]*\),"for":\(.*\)}}.*/latency \1, errors \2 %, for \3/' \
        -e 's/for "\(.*\)"/for another \1/' -e 's/for null/until it is switched off/' <<<"$1"
      ;;
    *) printf 'no fault is switched on' ;;
  esac
}
