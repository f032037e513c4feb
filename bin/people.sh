# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# Who can sign in to the shop on this machine.

# The passwords are for eyes: on a terminal they show, in a file of output they do not.
welcome() {
  [ -s "$DATA/login/accounts" ] || return 0
  say "  Open http://localhost:$(port_of gateway)/ to shop as a guest, or sign in as"
  if [ -t 1 ]; then
    echo
    accounts
  else
    say "  one of the demo accounts; ./phoneseller accounts shows their passwords"
  fi
  echo
}

accounts() {
  [ $# -eq 0 ] || wrong "accounts takes no argument"
  [ -s "$DATA/login/accounts" ] || fail "there are no accounts yet: ./phoneseller up"
  while read -r name role password; do
    printf '  %-11s %-9s %s\n' "$name" "$role" "$password"
  done <"$DATA/login/accounts"
}

token() {
  [ $# -eq 1 ] || wrong "token: of which account? (./phoneseller accounts)"
  find_jdk
  build_if_missing
  unpack login || exit 1
  exec "$JDK/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx64m \
    -cp "$BUILT/login/login.jar" phoneseller.login.TokenCommand \
    "$DATA/login" "http://localhost:$(port_of login)" "$1"
}
