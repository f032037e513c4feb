# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# What the shop consists of: names, ports, the kind of databases and the brokers it was started on.

say() { printf '%s\n' "$*"; }

fail() {
  printf 'phoneseller: %s\n' "$*" >&2
  exit 1
}

wrong() {
  printf 'phoneseller: %s (./phoneseller help)\n' "$*" >&2
  exit 2
}

contains() { case " $2 " in *" $1 "*) return 0 ;; *) return 1 ;; esac; }

# pay-2 is the second instance of pay.
base_of() { printf '%s' "${1%-[2-9]}"; }

port_of() {
  local base=${1%-[2-9]} instance=1 port
  [ "$base" = "$1" ] || instance=${1##*-}
  case $base in
    app) port=8081 ;;
    pay) port=8083 ;;
    customer) port=8084 ;;
    store) port=8085 ;;
    reward) port=8086 ;;
    gateway) port=8088 ;;
    login) port=8089 ;;
    kafka) port=9092 ;;
    postgres) port=5482 ;;
  esac
  printf '%s' $((port + 1000 * (instance - 1)))
}

# The processes of a complete shop, those first that the others use.
shop() {
  [ "$DATABASES" = embedded ] || printf 'postgres '
  printf '%s login %s' "$(brokers)" "$SERVICES"
}

brokers() { if [ "$BROKERS" = 3 ]; then printf 'kafka kafka-2 kafka-3'; else printf 'kafka'; fi; }

# Where a client finds a broker, whichever of them live.
bootstrap() {
  local name all=""
  for name in $(brokers); do all="$all,localhost:$(port_of "$name")"; done
  printf '%s' "${all#,}"
}

# The cluster as its members know it: id@host:port of each one's controller.
voters() {
  local name all="" node=0
  for name in $(brokers); do all="$all,$((node += 1))@127.0.0.1:$(($(port_of "$name") + 1))"; done
  printf '%s' "${all#,}"
}

# The shop, and the additional instances that were started.
everything() {
  local file name
  shop
  for file in "$RUN"/*-[2-9].pid; do
    [ -e "$file" ] || continue
    name=${file##*/}
    name=${name%.pid}
    contains "$name" "$(brokers)" || printf ' %s' "$name"
  done
}

all_running() {
  local name
  for name in $(everything); do
    ! is_left "$name" || printf '%s ' "$name"
  done
}

check_name() {
  local name=$1 base
  base=$(base_of "$name")
  contains "$base" "$SERVICES login kafka postgres" \
    || fail "there is no service $name ($SERVICES login kafka postgres)"
  [ "$base" != postgres ] || [ "$DATABASES" = postgres ] \
    || fail "postgres is not used: the databases are embedded (./phoneseller up --postgres)"
  [ "$base" = "$name" ] && return
  case $base in
    kafka)
      contains "$name" "$(brokers)" || fail "there is no broker $name: the shop has $BROKERS"
      ;;
    login | postgres) fail "there is only one $base" ;;
    gateway) ;;
    *)
      [ "$DATABASES" = postgres ] \
        || fail "an embedded database belongs to one process: a second $base needs ./phoneseller up --postgres"
      ;;
  esac
}

read_databases() {
  DATABASES=embedded
  [ ! -f "$DATA/databases" ] || read -r DATABASES <"$DATA/databases"
  case $DATABASES in embedded | postgres) ;; *) DATABASES=embedded ;; esac
  read_brokers
}

read_brokers() {
  BROKERS=1
  [ ! -f "$(kafka_folder kafka)/brokers" ] || read -r BROKERS <"$(kafka_folder kafka)/brokers"
  case $BROKERS in 1 | 3) ;; *) BROKERS=1 ;; esac
}

# Events that wait on one cluster would never arrive from another.
choose_brokers() {
  local wanted=$1
  [ -n "$wanted" ] && [ "$wanted" != "$BROKERS" ] || return 0
  [ ! -f "$(kafka_folder kafka)/meta.properties" ] \
    || fail "the events of this shop are kept by $BROKERS broker(s): go on so, or ./phoneseller down --wipe first"
  BROKERS=$wanted
}

# A shop that runs on one kind of databases cannot go on with the other.
choose_databases() {
  local wanted=$1
  read_databases
  [ -n "$wanted" ] && [ "$wanted" != "$DATABASES" ] || return 0
  [ -z "$(all_running)" ] || fail "the shop runs on $DATABASES databases: ./phoneseller down first"
  DATABASES=$wanted
  read_brokers
}

remember_databases() {
  mkdir -p "$DATA" "$LOGS" "$RUN" || fail "cannot write to $HOME_DIR"
  printf '%s\n' "$DATABASES" >"$DATA/databases"
  mkdir -p "$(kafka_folder kafka)" || fail "cannot write to $DATA"
  printf '%s\n' "$BROKERS" >"$(kafka_folder kafka)/brokers"
}

# The origins under which the pages are opened: of the gateway, and of a second one.
gateways() {
  local name host all=""
  for name in gateway gateway-2; do
    for host in localhost 127.0.0.1; do all="$all,http://$host:$(port_of "$name")"; done
  done
  printf '%s' "${all#,}"
}

# A secret that some processes share and nobody else has: 64 hexadecimal digits, made once.
# credential: of the services; client-secret: of gateway and login; session-key: of the gateways.
secret() {
  local file=$DATA/$1 fresh=$DATA/$1.$BASHPID
  if [ ! -s "$file" ]; then
    (umask 077 && od -An -N32 -tx1 /dev/urandom | tr -d ' \n' >"$fresh" && mv -n "$fresh" "$file")
    rm -f "$fresh"
  fi
  cat "$file"
}
