# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# One process: start it, see whether it is ready, stop it.

WAIT=${PHONESELLER_WAIT:-180}

pid_of() { cat "$RUN/$1.pid" 2>/dev/null; }

# The number alone proves nothing after a reboot: the process must say that it is the one.
is_running() {
  local pid argument
  pid=$(pid_of "$1") && [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null || return 1
  if [ -r "/proc/$pid/cmdline" ]; then
    while IFS= read -r -d '' argument; do
      [ "$argument" != "-Dphoneseller.process=$RUN/$1" ] || return 0
    done <"/proc/$pid/cmdline"
    return 1
  fi
  case "$(ps -o command= -p "$pid" 2>/dev/null) " in
    *" -Dphoneseller.process=$RUN/$1 "*) return 0 ;;
    *) return 1 ;;
  esac
}

# The database server outlives a killed launcher of it; the next start takes it over.
database_server() {
  local server file=$DATA/postgres/data/postmaster.pid
  [ -f "$file" ] && read -r server <"$file" || return 0
  case $( (tr '\0' ' ' <"/proc/$server/cmdline" || ps -o command= -p "$server") 2>/dev/null) in
    *" -D $DATA/postgres/data "*) printf '%s' "$server" ;;
  esac
}

# Something is left of it to stop.
is_left() { is_running "$1" || { [ "$1" = postgres ] && [ -n "$(database_server)" ]; }; }

is_ready() {
  local name=$1 line=""
  case $(base_of "$name") in
    kafka | postgres)
      tail -c "+$(($(cat "$RUN/$name.offset" 2>/dev/null || echo 0) + 1))" "$LOGS/$name.log" 2>/dev/null \
        | grep -q "^$name is ready"
      ;;
    *)
      {
        printf 'GET /actuator/health/readiness HTTP/1.0\r\nHost: localhost\r\n\r\n' >&7
        read -r -t 3 line <&7
      } 2>/dev/null 7<>"/dev/tcp/127.0.0.1/$(port_of "$name")"
      case $line in "HTTP/1."?" 200"*) return 0 ;; *) return 1 ;; esac
      ;;
  esac
}

# Starts a process in a session of its own, with its pid and its log in the shop's folder.
launch() {
  local name=$1 log=$LOGS/$1.log offset=0
  command_of "$name"
  [ ! -f "$log" ] || offset=$(wc -c <"$log")
  if [ "$offset" -gt 20000000 ]; then
    mv "$log" "$log.1"
    offset=0
  fi
  printf '%s\n' $((offset)) >"$RUN/$name.offset"
  (
    lock_of "$name"
    environment_of "$name"
    cd "$HOME_DIR" || exit 1
    if command -v setsid >/dev/null; then
      exec setsid "${COMMAND[@]}"
    else
      exec nohup "${COMMAND[@]}"
    fi
  ) </dev/null >>"$log" 2>&1 &
  printf '%s\n' $! >"$RUN/$name.pid"
  disown $!
  STARTED="$STARTED $name"
}

# Sets COMMAND to the program and its arguments.
command_of() {
  local name=$1 base
  base=$(base_of "$name")
  # Little heap at first, and what is not used is given back: most of the shop's processes idle most
  # of the time.
  COMMAND=("$JDK/bin/java" "-Dphoneseller.process=$RUN/$name" "@$BUILT/java.options" -Xms64m
    -XX:MinHeapFreeRatio=20 -XX:MaxHeapFreeRatio=40 -XX:+UnlockExperimentalVMOptions
    -XX:TrimNativeHeapInterval=5000)
  # shellcheck disable=SC2206
  local more=(${PHONESELLER_JAVA_OPTIONS-})
  # Without an archive the compiler for speed would double the time of a start; on few processors
  # it takes them from the shop for minutes.
  if [ ! -f "$(archive_of "$name")" ] || [ "$(processors)" -le 4 ]; then
    # Who calls a method waits until it is compiled: beside 64 busy threads the compiler would come
    # late. Alone, the simple one would get a small code cache, and every 7 MB of compiled code a full
    # collection.
    COMMAND+=(-XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=0.2 -XX:-BackgroundCompilation
      -XX:ReservedCodeCacheSize=240m)
  fi
  [ ! -f "$(archive_of "$name")" ] || COMMAND+=("-XX:AOTCache=$(archive_of "$name")")
  case $base in
    kafka)
      COMMAND+=(-Xmx192m -cp "$BUILT/local/local.jar:$BUILT/local/lib/*" phoneseller.local.LocalKafka
        --port "$(port_of "$name")" --data "$(kafka_folder "$name")"
        --node "$(node_of "$name")" --voters "$(voters)")
      ;;
    postgres)
      COMMAND+=(-Xmx192m -XX:TieredStopAtLevel=1 -cp "$BUILT/local/local.jar:$BUILT/local/lib/*"
        phoneseller.local.LocalPostgres --port "$(port_of postgres)" --data "$DATA/postgres")
      ;;
    login)
      COMMAND+=(-Xmx96m -XX:TieredStopAtLevel=1 -jar "$BUILT/login/login.jar")
      ;;
    gateway)
      # Holds the connections of clients, slow ones too. In a young generation of a third of the heap
      # that it begins with, the requests under way would grow old.
      COMMAND+=(-Xms96m -Xmn64m -Xmx384m ${more[@]+"${more[@]}"} -jar "$BUILT/$base/$base.jar")
      ;;
    *)
      # Pages of the view that a rebuild or a backlog writes live for a moment only. In less heap they
      # would grow old, and every few seconds a collection of all of it would hold the readers up.
      local heap=-Xmx160m
      [ "$base" != customer ] || heap=-Xmx224m
      COMMAND+=("$heap" -XX:NewRatio=1 ${more[@]+"${more[@]}"} -jar "$BUILT/$base/$base.jar")
      ;;
  esac
}

environment_of() {
  local name=$1 base
  base=$(base_of "$name")
  export PHONESELLER_DATA=$DATA MALLOC_ARENA_MAX=2
  case $base in
    kafka | postgres) return ;;
    login)
      SERVER_PORT=$(port_of login)
      PHONESELLER_LOGIN_GATEWAYS=$(gateways)
      PHONESELLER_LOGIN_CLIENT_SECRET=$(secret client-secret)
      export SERVER_PORT PHONESELLER_LOGIN_GATEWAYS PHONESELLER_LOGIN_CLIENT_SECRET
      return
      ;;
    gateway)
      PHONESELLER_GATEWAY_LOGIN_CLIENT_ID=phoneseller-gateway
      PHONESELLER_GATEWAY_LOGIN_CLIENT_SECRET=$(secret client-secret)
      PHONESELLER_GATEWAY_SESSION_KEY=$(secret session-key)
      export PHONESELLER_GATEWAY_LOGIN_CLIENT_ID PHONESELLER_GATEWAY_LOGIN_CLIENT_SECRET \
        PHONESELLER_GATEWAY_SESSION_KEY
      ;;
    *)
      PHONESELLER_SERVICE_CREDENTIAL=$(secret credential)
      export PHONESELLER_SERVICE_CREDENTIAL
      ;;
  esac
  SERVER_PORT=$(port_of "$name")
  PHONESELLER_IDENTITY_ISSUER=http://localhost:$(port_of login)
  SPRING_KAFKA_BOOTSTRAP_SERVERS=$(bootstrap)
  export SERVER_PORT PHONESELLER_IDENTITY_ISSUER SPRING_KAFKA_BOOTSTRAP_SERVERS PHONESELLER_FAULTS_ENABLED=true
  if [ "$DATABASES" = postgres ] && [ "$base" != gateway ]; then
    export SPRING_DATASOURCE_URL="jdbc:postgresql://localhost:5482/$base"
    export SPRING_DATASOURCE_USERNAME=$base SPRING_DATASOURCE_PASSWORD=$base
    export PAY_PROVIDER_SANDBOX_JOURNAL=$DATA/postgres/provider-journal.ndjson
  fi
}

# What was published from one set of databases means nothing to the other.
kafka_folder() {
  case $DATABASES in
    postgres) printf '%s' "$DATA/postgres/$1" ;;
    *) printf '%s' "$DATA/$1" ;;
  esac
}

node_of() { case $1 in kafka) printf 1 ;; *) printf '%s' "${1##*-}" ;; esac; }

# The process keeps the lock of its data folder for life: two never open the same files.
lock_of() {
  local name=$1 folder=$RUN
  case $name in
    kafka | kafka-[23]) folder=$(kafka_folder "$name") ;;
    login) folder=$DATA/login ;;
    app | pay | store | reward | customer) [ "$DATABASES" = postgres ] || folder=$DATA/$name ;;
  esac
  mkdir -p "$folder" || exit 1
  command -v flock >/dev/null || return 0
  exec 9>"$folder/.$name.lock"
  flock -n 9 || {
    echo "another process works on $folder"
    exit 1
  }
}

# Waits until all are ready; who dies early is shown with its last words.
await() {
  local waiting=$1 name left began=$SECONDS shown=""
  while [ -n "${waiting// /}" ]; do
    left=""
    for name in $waiting; do
      if is_ready "$name"; then
        wipe_line
        say "$name is ready"
      elif ! kill -0 "$(pid_of "$name")" 2>/dev/null; then
        wipe_line
        last_words "$name"
        return 1
      else
        left="$left $name"
      fi
    done
    waiting=$left
    [ -n "$waiting" ] || break
    if [ $((SECONDS - began)) -ge "$WAIT" ]; then
      wipe_line
      printf 'phoneseller: not ready after %s s:%s\n' "$WAIT" "$waiting" >&2
      return 1
    fi
    if [ -t 1 ]; then
      printf '\rwaiting for%s (%s s)\033[K' "$waiting" $((SECONDS - began))
    elif [ "$shown" != "$waiting" ]; then
      say "waiting for$waiting"
      shown=$waiting
    fi
    sleep 0.3 &
    wait $!
  done
}

wipe_line() { [ ! -t 1 ] || printf '\r\033[K'; }

last_words() {
  local name=$1
  {
    tail -c "+$(($(cat "$RUN/$name.offset") + 1))" "$LOGS/$name.log" | tail -n 40 | sed "s/^/$name | /"
    printf 'phoneseller: %s ended before it was ready (log: %s)\n' "$name" ".phoneseller/logs/$name.log"
  } >&2
  rm -f "$RUN/$name.pid"
}

terminate() {
  local name=$1 pid="" server=""
  ! is_running "$name" || pid=$(pid_of "$name")
  [ "$name" != postgres ] || server=$(database_server)
  [ -z "$pid" ] || kill -TERM "$pid" 2>/dev/null
  [ -z "$server" ] || kill -INT "$server" 2>/dev/null
  ended 30 "$pid" "$server" || {
    say "$name does not end by itself"
    slay "$name"
    return
  }
  rm -f "$RUN/$name.pid"
  say "$name is stopped"
}

slay() {
  local name=$1 pid="" server="" workers=""
  ! is_running "$name" || pid=$(pid_of "$name")
  if [ "$name" = postgres ]; then
    server=$(database_server)
    [ -z "$server" ] || workers=$(children_of "$server")
  fi
  [ -z "$pid" ] || kill -KILL "$pid" 2>/dev/null
  [ -z "$server" ] || kill -KILL "$server" 2>/dev/null
  # shellcheck disable=SC2086
  ended 10 "$pid" "$server" $workers || fail "$name is still there: $pid $server"
  rm -f "$RUN/$name.pid"
  say "$name is killed"
}

# Waits so many seconds for processes to be gone.
ended() {
  local tries=$(($1 * 10)) pid
  shift
  for pid in "$@"; do
    while [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null && ! is_zombie "$pid"; do
      [ "$tries" -gt 0 ] || return 1
      tries=$((tries - 1))
      sleep 0.1
    done
  done
}

# Dead to the last thread, and only not yet waited for by its parent. While threads are left,
# ports and files are still held.
is_zombie() {
  local threads
  [ -r "/proc/$1/stat" ] && grep -q ') Z ' "/proc/$1/stat" 2>/dev/null || return 1
  threads=("/proc/$1/task/"*)
  [ "${#threads[@]}" -le 1 ]
}

# The door first, then the services all at once, then what they stand on.
take_down() {
  local names=" $1 " name services=""
  for name in $names; do
    case $(base_of "$name") in
      gateway) ! is_running "$name" || terminate "$name" ;;
      kafka | postgres) ;;
      *) ! is_running "$name" || services="$services $name" ;;
    esac
  done
  for name in $services; do kill -TERM "$(pid_of "$name")" 2>/dev/null; done
  for name in $services; do terminate "$name"; done
  for name in $(brokers); do
    ! is_running "$name" || ! contains "$name" "$names" || kill -TERM "$(pid_of "$name")" 2>/dev/null
  done
  for name in $(brokers) postgres; do
    ! contains "$name" "$names" || ! is_left "$name" || terminate "$name"
  done
}

# Megabytes of a process; of the database server also its workers, what they share counted once.
resident() {
  local name=$1 pid=$2 kilobytes server
  kilobytes=$(resident_kilobytes "$pid")
  if [ "$name" = postgres ]; then
    server=$(database_server)
    for pid in $server $(children_of "${server:-none}"); do
      kilobytes=$((kilobytes + $(awk '/^Pss:/ { sum = $2 } END { print sum + 0 }' "/proc/$pid/smaps_rollup" 2>/dev/null || echo 0)))
    done
  fi
  printf '%s' $((kilobytes / 1024))
}

resident_kilobytes() {
  local kilobytes
  if [ -r "/proc/$1/status" ]; then
    kilobytes=$(awk '/^VmRSS:/ { print $2 }' "/proc/$1/status" 2>/dev/null)
  else
    kilobytes=$(ps -o rss= -p "$1" 2>/dev/null)
  fi
  printf '%s' $((${kilobytes:-0}))
}

children_of() {
  cat "/proc/$1/task/$1/children" 2>/dev/null || ps -o pid= --ppid "$1" 2>/dev/null
}
