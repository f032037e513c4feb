# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# Builds what is missing or older than its sources, and unpacks it to where it runs from, so that
# a later build does not pull the ground from under a running shop.

MODULES="local login $SERVICES chaos"
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

# Builds what is no part of the shop, and only used now and then.
build_tool() {
  local module=$1 jar=$ROOT/$1/target/$1.jar log=$LOGS/build-$1.log
  if [ -f "$jar" ] && [ -f "$ROOT/local/target/local.jar" ] \
    && [ -z "$(cd "$ROOT" && find "$module/pom.xml" "$module/src/main" -type f -newermc "$jar" | head -n 1)" ]; then
    return
  fi
  mkdir -p "$BUILT" "$LOGS" || fail "cannot write to $HOME_DIR"
  say "building $module (log: ${log#"$ROOT"/})"
  (cd "$ROOT" && JAVA_HOME=$JDK ./mvnw -B -ntp -Dmaven.test.skip=true -pl "$module,local" -am package) \
    </dev/null >"$log" 2>&1 || {
    grep -m 12 '^\[ERROR\]' "$log" >&2
    printf 'phoneseller: %s could not be built (log: %s)\n' "$module" "${log#"$ROOT"/}" >&2
    exit 2
  }
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

# Puts the programs that the given processes run into $BUILT, unless they are those of this build.
unpack_all() {
  local name modules=""
  for name in $1; do
    contains "$(module_of "$name")" "$modules" || modules="$modules $(module_of "$name")"
  done
  for name in $modules; do
    # What runs while it is archived is replaced.
    [ ! "$ROOT/$name/target/$name.jar" -nt "$RUN/archiving.pid" ] || stop_archiving
  done
  # shellcheck disable=SC2086
  unpack $modules
}

module_of() {
  case $(base_of "$1") in kafka | postgres) printf local ;; *) base_of "$1" ;; esac
}

unpack() {
  "$JDK/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx64m \
    -cp "$ROOT/local/target/local.jar" phoneseller.local.Programs "$ROOT" "$BUILT" "$@"
}

# The next start is faster from what the processes of a first one have archived: a shop of its own,
# on other ports, sells one phone for that, behind everything else on this machine.
archive() {
  local name missing="" alone=""
  [ "${PHONESELLER_ARCHIVE:-yes}" = yes ] || return 0
  for name in kafka login $SERVICES; do
    [ -f "$(archive_of "$name")" ] || missing=yes
  done
  [ -n "$missing" ] && ! is_running archiving && has_memory 3000 || return 0
  unpack chaos || return 0
  ! command -v setsid >/dev/null || alone=yes
  (
    cd "$HOME_DIR" || exit 1
    exec ${alone:+setsid} nice -n 19 "$JDK/bin/java" "-Dphoneseller.process=$RUN/archiving" -XX:+UseSerialGC \
      -XX:TieredStopAtLevel=1 -Xmx64m -cp "$BUILT/chaos/chaos.jar:$BUILT/chaos/lib/*" \
      phoneseller.chaos.Training "$BUILT"
  ) </dev/null >"$LOGS/archiving.log" 2>&1 &
  printf '%s\n' $! >"$RUN/archiving.pid"
  disown $!
  say "archiving the classes in the background: later starts are faster"
}

stop_archiving() {
  ! is_running archiving || terminate archiving
}

archive_of() { printf '%s' "$BUILT/$(module_of "$1")/$1.aot"; }
