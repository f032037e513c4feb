# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# What the machine must offer before anything is built or started.

# Sets JDK to the home of a JDK 25.
find_jdk() {
  local home
  while IFS= read -r home; do
    if [ -x "$home/bin/javac" ] && is_25 "$home"; then
      JDK=$home
      return
    fi
  done < <(jdk_candidates)
  fail "no JDK 25 found: install one, or set JAVA_HOME to it"
}

jdk_candidates() {
  local java
  printf '%s\n' "${JAVA_HOME:-/nowhere}"
  if java=$(command -v java); then
    java=$(readlink -f "$java" 2>/dev/null) && printf '%s\n' "${java%/bin/java}"
  fi
  printf '%s\n' /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home
  [ ! -f "$HOME/.m2/toolchains.xml" ] \
    || sed -n 's|.*<jdkHome>[[:space:]]*\(.*[^[:space:]]\)[[:space:]]*</jdkHome>.*|\1|p' "$HOME/.m2/toolchains.xml"
}

is_25() {
  if [ -f "$1/release" ]; then
    grep -q '^JAVA_VERSION="25[".]' "$1/release"
  else
    "$1/bin/java" -version 2>&1 | grep -q 'version "25[".]'
  fi
}

# About 400 MB for each process, and half of that for login, where the system tells how much
# there is.
check_memory() {
  local needed=0 name
  for name in $1; do
    case $name in login) needed=$((needed + 200)) ;; *) needed=$((needed + 400)) ;; esac
  done
  needed=${PHONESELLER_MEMORY_MB:-$needed}
  has_memory "$needed" \
    || fail "too little memory: $needed MB must be available, there are $(available_memory) MB"
}

has_memory() {
  local available
  available=$(available_memory)
  [ -z "$available" ] || [ "$available" -ge "$1" ]
}

processors() { nproc 2>/dev/null || getconf _NPROCESSORS_ONLN; }

# Megabytes, or nothing where the system does not tell.
available_memory() {
  local available limit
  [ -r /proc/meminfo ] || return 0
  available=$(awk '/^MemAvailable:/ { print int($2 / 1024) }' /proc/meminfo)
  if [ -r /sys/fs/cgroup/memory.max ]; then
    read -r limit </sys/fs/cgroup/memory.max
    case $limit in
      max) ;;
      *) [ $((limit / 1048576)) -ge "${available:-0}" ] || available=$((limit / 1048576)) ;;
    esac
  fi
  printf '%s' "$available"
}

check_ports() {
  local name taken=""
  for name in $1; do
    [ "$name" != postgres ] || [ -z "$(database_server)" ] || continue
    port_is_free "$(port_of "$name")" || taken="$taken, $(port_of "$name") ($name)"
    [ "$(base_of "$name")" != kafka ] || port_is_free $(($(port_of "$name") + 1)) \
      || taken="$taken, $(($(port_of "$name") + 1)) ($name)"
  done
  [ -z "$taken" ] || fail "port in use: ${taken#, }"
}

port_is_free() {
  ! { (: <"/dev/tcp/127.0.0.1/$1") 2>/dev/null || (: <"/dev/tcp/::1/$1") 2>/dev/null; }
}
