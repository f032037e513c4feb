# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# What the shop consists of: names, ports, and the kind of databases it was started on.

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
    kafka) port=9092 ;;
    postgres) port=5482 ;;
  esac
  printf '%s' $((port + 1000 * (instance - 1)))
}

# The processes of a complete shop, those first that the others use.
shop() {
  [ "$DATABASES" = embedded ] || printf 'postgres '
  printf 'kafka %s' "$SERVICES"
}

# The shop, and the additional instances that were started.
everything() {
  local file name
  shop
  for file in "$RUN"/*-[2-9].pid; do
    [ -e "$file" ] || continue
    name=${file##*/}
    printf ' %s' "${name%.pid}"
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
  contains "$base" "$SERVICES kafka postgres" || fail "there is no service $name ($SERVICES kafka postgres)"
  [ "$base" != postgres ] || [ "$DATABASES" = postgres ] \
    || fail "postgres is not used: the databases are embedded (./phoneseller up --postgres)"
  [ "$base" = "$name" ] && return
  case $base in
    kafka | postgres) fail "there is only one $base" ;;
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
}

# A shop that runs on one kind of databases cannot go on with the other.
choose_databases() {
  local wanted=$1
  read_databases
  [ -n "$wanted" ] && [ "$wanted" != "$DATABASES" ] || return 0
  [ -z "$(all_running)" ] || fail "the shop runs on $DATABASES databases: ./phoneseller down first"
  DATABASES=$wanted
}

remember_databases() {
  mkdir -p "$DATA" "$LOGS" "$RUN" || fail "cannot write to $HOME_DIR"
  printf '%s\n' "$DATABASES" >"$DATA/databases"
}

# What pay shows to reward, and nobody else has; made once.
credential() {
  local file=$DATA/credential
  if [ ! -s "$file" ]; then
    (umask 077 && od -An -N32 -tx1 /dev/urandom | tr -d ' \n' >"$file.$$" && mv -n "$file.$$" "$file")
    rm -f "$file.$$"
  fi
  cat "$file"
}
