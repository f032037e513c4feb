#!/usr/bin/env bash
# Puts databases back as they were: deploy/kubernetes/restore.sh FOLDER [SERVICE...]
# The services stand still meanwhile. What happened after the backup comes back from the topic where a
# service reads it from there; an order that app itself has lost does not.
set -euo pipefail

folder=${1:?the folder of the backup}
shift
services=${*:-app pay store customer reward}
namespace=${NAMESPACE:-phone82}
kube() { kubectl -n "$namespace" "$@"; }

for service in $services; do
  test -s "$folder/$service.dump" || { echo "$folder/$service.dump is missing" >&2; exit 1; }
done
for service in $services; do
  kube scale "deployment/$service" --replicas=0
  kube wait --for=delete pod -l "app.kubernetes.io/name=$service" --timeout=120s || true
  kube exec -i postgres-0 -- \
    pg_restore -U postgres --clean --if-exists --no-owner --role="$service" --exit-on-error \
    --single-transaction --dbname="$service" <"$folder/$service.dump"
  kube scale "deployment/$service" --replicas=1
  kube rollout status "deployment/$service" --timeout=300s
done
