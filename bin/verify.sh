# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# Looks from outside at the shop that runs here, and checks what must hold of every order.

verify() {
  local services=() name
  find_jdk
  build_verify
  unpack verify || exit 2
  read_databases
  for name in app pay store reward customer; do
    services+=("--$name" "http://localhost:$(port_of "$name")")
  done
  exec "$JDK/bin/java" -XX:+UseSerialGC -Xmx512m --enable-native-access=ALL-UNNAMED \
    --sun-misc-unsafe-memory-access=allow -cp "$BUILT/verify/verify.jar:$BUILT/verify/lib/*" \
    phoneseller.verify.VerifyCommand "${services[@]}" --bootstrap "$(bootstrap)" "$@"
}

# It is no part of the shop, and built only when it is used.
build_verify() {
  local jar=$ROOT/verify/target/verify.jar log=$LOGS/build-verify.log
  if [ -f "$jar" ] && [ -f "$ROOT/local/target/local.jar" ] \
    && [ -z "$(cd "$ROOT" && find verify/pom.xml verify/src/main -type f -newermc "$jar" | head -n 1)" ]; then
    return
  fi
  mkdir -p "$BUILT" "$LOGS" || fail "cannot write to $HOME_DIR"
  say "building verify (log: ${log#"$ROOT"/})"
  (cd "$ROOT" && JAVA_HOME=$JDK ./mvnw -B -ntp -Dmaven.test.skip=true -pl verify,local -am package) \
    </dev/null >"$log" 2>&1 || {
    grep -m 12 '^\[ERROR\]' "$log" >&2
    printf 'phoneseller: verify could not be built (log: %s)\n' "${log#"$ROOT"/}" >&2
    exit 2
  }
}
