# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# A shop of its own, on ports and in a folder of its own, under load and under faults. The shop that
# runs here, and its data, are left alone.

CHAOS=$HOME_DIR/chaos

chaos() {
  local options=("$@") planned=""
  while [ $# -gt 0 ]; do
    case $1 in
      --minutes | --seed)
        [[ ${2-} =~ ^[0-9]{1,15}$ ]] || wrong "chaos: $1 wants a whole number"
        shift
        ;;
      --plan) planned=yes ;;
      --postgres | --keep) ;;
      *) wrong "chaos: unknown option $1" ;;
    esac
    shift
  done
  ready_for_trouble "$planned"
  in_trouble Chaos ${options[@]+"${options[@]}"}
}

drill() {
  local name=${1-}
  [ $# -gt 0 ] || wrong "drill: which one? reward-down, reward-slow, broker-away or poison"
  shift
  case $name in
    reward-down | reward-slow | broker-away | poison) ;;
    *) wrong "drill: there is no $name (reward-down, reward-slow, broker-away, poison)" ;;
  esac
  local options=("$@")
  while [ $# -gt 0 ]; do
    case $1 in
      --for)
        [[ ${2-} =~ ^[0-9]{1,5}(s|m)$ ]] || wrong "drill: --for wants a time such as 40s or 5m"
        shift
        ;;
      --postgres | --keep) ;;
      *) wrong "drill: unknown option $1" ;;
    esac
    shift
  done
  ready_for_trouble ""
  in_trouble Drill --name "$name" ${options[@]+"${options[@]}"}
}

# The programs are unpacked beside those of the running shop, which may be older.
ready_for_trouble() {
  find_jdk
  [ -n "$1" ] || check_memory "kafka $SERVICES"
  build_if_stale
  local BUILT=$CHAOS/programs
  mkdir -p "$BUILT" || fail "cannot write to $HOME_DIR"
  # shellcheck disable=SC2046
  unpack chaos $([ -n "$1" ] || echo "local $SERVICES") || exit 1
}

in_trouble() {
  local main=$1 programs=$CHAOS/programs folder
  shift
  folder=$CHAOS/run-$(date +%Y%m%d-%H%M%S)
  exec "$JDK/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx256m \
    --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -cp "$programs/chaos/chaos.jar:$programs/chaos/lib/*" "phoneseller.chaos.$main" \
    --programs "$programs" --folder "$folder" "$@"
}
