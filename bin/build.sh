# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# Builds what is missing or older than its sources, and unpacks it to where it runs from, so that
# a later build does not pull the ground from under a running shop.

MODULES="local login $SERVICES"
CHILD=""

build_if_stale() { ! is_missing && ! is_stale || build; }

build_if_missing() { ! is_missing || build; }

is_missing() {
  local module
  for module in $MODULES; do
    [ -f "$ROOT/$module/target/$module.jar" ] || return 0
  done
  return 1
}

is_stale() {
  [ -f "$BUILT/stamp" ] || return 0
  [ -n "$(cd "$ROOT" && find pom.xml ./*/pom.xml ./*/src/main -newer "$BUILT/stamp" -type f -print 2>/dev/null | head -n 1)" ]
}

# One build at a time; whoever waited finds the work done.
build() {
  local began=$SECONDS log=$LOGS/build.log
  mkdir -p "$BUILT" "$LOGS" || fail "cannot write to $HOME_DIR"
  if command -v flock >/dev/null; then
    exec 8>"$BUILT/lock"
    if ! flock -n 8; then
      say "waiting for another build"
      flock 8
      if ! is_missing && ! is_stale; then
        exec 8>&-
        return
      fi
    fi
  fi
  : >"$BUILT/stamp.new"
  say "building (log: ${log#"$ROOT"/})"
  (
    cd "$ROOT" || exit 1
    JAVA_HOME=$JDK MAVEN_OPTS="${MAVEN_OPTS-} -XX:+UseSerialGC -XX:TieredStopAtLevel=1" \
      exec ./mvnw -B -ntp -T 2 -Dmaven.test.skip=true -pl "${MODULES// /,}" -am package </dev/null
  ) >"$log" 2>&1 8>&- &
  CHILD=$!
  watch_build "$CHILD" "$log"
  wait "$CHILD" || {
    grep -m 12 '^\[ERROR\]' "$log" >&2 || tail -n 12 "$log" >&2
    fail "the build failed (log: ${log#"$ROOT"/})"
  }
  CHILD=""
  mv "$BUILT/stamp.new" "$BUILT/stamp"
  say "built in $((SECONDS - began)) s"
  exec 8>&-
}

# Tells which module is being built.
watch_build() {
  local module seen=""
  while kill -0 "$1" 2>/dev/null; do
    module=$(sed -n 's/^\[INFO\] Building \([^ ].*\) 1\..*\[\(.*\)\]$/\2 \1/p' "$2" | tail -n 1)
    if [ "$module" != "$seen" ]; then
      say "  $module"
      seen=$module
    fi
    sleep 0.3
  done
}

# Unpacks side by side what the given processes run.
unpack_all() {
  local name module seen=""
  for name in $1; do
    module=$(module_of "$name")
    contains "$module" "$seen" && continue
    seen="$seen $module"
    unpack "$module" &
  done
  wait
}

module_of() {
  case $(base_of "$1") in kafka | postgres) printf local ;; *) base_of "$1" ;; esac
}

# Puts a module's program into $BUILT, unless the one there is as new as the jar. The jar's own
# date is the same for every build, for the sake of reproducible builds: its inode's date counts.
unpack() {
  local module=$1 jar=$ROOT/$1/target/$1.jar place=$BUILT/$1 fresh=$BUILT/$1.$$
  [ -f "$place/$module.jar" ] && [ -z "$(find "$jar" -newercm "$place/stamp")" ] && return
  rm -rf "$fresh"
  mkdir -p "$fresh" || return 1
  : >"$fresh/stamp.new"
  if [ -d "$ROOT/$module/target/lib" ]; then
    cp "$jar" "$fresh/" && cp -R "$ROOT/$module/target/lib" "$fresh/lib" || return 1
  else
    "$JDK/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Djarmode=tools -jar "$jar" \
      extract --force --destination "$fresh" >/dev/null || return 1
  fi
  mv "$fresh/stamp.new" "$fresh/stamp"
  rm -rf "$place"
  mv "$fresh" "$place"
}
