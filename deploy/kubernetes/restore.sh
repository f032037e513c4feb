#!/usr/bin/env bash
# Puts databases back as they were: deploy/kubernetes/restore.sh FOLDER [SERVICE...]
# The services stand still meanwhile. What happened after the backup comes back from the topic where a
# service reads it from there; an order that app itself has lost does not. When a restore fails, the
# service is started again on its database as it was.
set -euo pipefail

folder=${1:?the folder of the backup}
shift
services=${*:-app pay store customer reward}
namespace=${NAMESPACE:-phone82}
patience=${PATIENCE:-120}
kube() { kubectl -n "$namespace" "$@"; }

stopped=""
instances=""
start_again() {
  [ -z "$stopped" ] || kube scale "deployment/$stopped" --replicas="$instances"
  stopped=""
}
trap start_again EXIT

stop() {
  instances=$(kube get "deployment/$1" -o jsonpath='{.spec.replicas}')
  [ "$instances" -gt 0 ] || instances=1
  stopped=$1
  kube scale "deployment/$1" --replicas=0
  local deadline=$((SECONDS + patience)) pods
  while pods=$(kube get pods -l "app.kubernetes.io/name=$1" -o name \
    --field-selector=status.phase!=Failed,status.phase!=Succeeded) && [ -n "$pods" ]; do
    [ "$SECONDS" -lt "$deadline" ] || { echo "$1 does not stop; its database was not touched" >&2; exit 1; }
    sleep 1
  done
}

for service in $services; do
  test -s "$folder/$service.dump" || { echo "$folder/$service.dump is missing" >&2; exit 1; }
done
for service in $services; do
  stop "$service"
  kube exec -i postgres-0 -- \
    pg_restore -U postgres --clean --if-exists --no-owner --role="$service" --exit-on-error \
    --single-transaction --dbname="$service" <"$folder/$service.dump"
  start_again
  kube rollout status "deployment/$service" --timeout=300s
done
