# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# Measures a shop of its own beside the yardstick. The shop that runs here is left alone, but takes
# its part of the processors: stop it before.

BENCH=$HOME_DIR/bench

bench() {
  local options=() parts="" programs=$BENCH/programs
  while [ $# -gt 0 ]; do
    case $1 in
      all | saga | intake | open | cancel | reads | rebuild | spring | growth | backlog | scale) parts=$parts${parts:+,}$1 ;;
      --postgres | --quick) options+=("$1") ;;
      *) wrong "bench: there is no $1 (all, saga, intake, open, cancel, reads, rebuild, spring, growth, backlog, scale, --postgres, --quick)" ;;
    esac
    shift
  done
  case ",$parts, ${options[*]-}" in
    *,scale,*--postgres*) ;;
    *,scale,*) wrong "bench: scale needs --postgres, as two instances cannot share a file" ;;
  esac
  find_jdk
  check_memory "kafka kafka $SERVICES $SERVICES"
  build_if_stale
  build_tool benchmark
  local BUILT=$programs
  mkdir -p "$BUILT" || fail "cannot write to $HOME_DIR"
  # shellcheck disable=SC2086
  unpack local $SERVICES login benchmark || exit 1
  exec "$JDK/bin/java" -XX:+UseSerialGC -Xmx512m --enable-native-access=ALL-UNNAMED \
    --sun-misc-unsafe-memory-access=allow \
    -cp "$programs/benchmark/benchmark.jar:$programs/benchmark/lib/*" phoneseller.benchmark.Bench \
    --programs "$programs" --folder "$BENCH/run-$(date +%Y%m%d-%H%M%S)" ${parts:+--parts "$parts"} \
    ${options[@]+"${options[@]}"}
}
