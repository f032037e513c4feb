# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# Looks from outside at the shop that runs here, and checks what must hold of every order.

verify() {
  local services=() name
  find_jdk
  build_tool verify
  unpack verify || exit 2
  read_databases
  for name in app pay store reward customer; do
    services+=("--$name" "http://localhost:$(port_of "$name")")
  done
  exec "$JDK/bin/java" -XX:+UseSerialGC -Xmx512m --enable-native-access=ALL-UNNAMED \
    --sun-misc-unsafe-memory-access=allow -cp "$BUILT/verify/verify.jar:$BUILT/verify/lib/*" \
    phoneseller.verify.VerifyCommand "${services[@]}" --bootstrap "$(bootstrap)" "$@"
}
