#!/bin/bash
# Gives every service its database and its own user, where they are missing. It may run at any time.
set -euo pipefail
export PGHOST=postgres PGUSER=postgres PGPASSWORD=$POSTGRES PGCONNECT_TIMEOUT=5

until pg_isready -q; do
  echo "waiting for PostgreSQL"
  sleep 2
done

for service in app pay store customer reward; do
  password=${service^^}
  psql -qX -v ON_ERROR_STOP=1 -d postgres -v user="$service" -v password="${!password}" <<'SQL'
select format('create role %I login', :'user')
where not exists (select from pg_roles where rolname = :'user') \gexec
select format('alter role %I password %L', :'user', :'password') \gexec
select format('create database %I owner %I', :'user', :'user')
where not exists (select from pg_database where datname = :'user') \gexec
select format('revoke all on database %I from public', :'user') \gexec
SQL
  echo "$service has its database"
done
