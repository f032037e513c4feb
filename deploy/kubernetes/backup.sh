#!/usr/bin/env bash
# Backs the databases of the local shop up, one file for each: deploy/kubernetes/backup.sh FOLDER
# Each file is one consistent moment of its service; what lies between two of them is mended by the
# events that are still on the topic, so keep the topic as long as backups are kept.
set -euo pipefail

folder=${1:?the folder to write into}
namespace=${NAMESPACE:-phone82}
mkdir -p "$folder"
for service in app pay store customer reward; do
  kubectl -n "$namespace" exec postgres-0 -- \
    pg_dump -U postgres --format=custom --no-owner --dbname="$service" >"$folder/$service.dump.part"
  mv "$folder/$service.dump.part" "$folder/$service.dump"
  echo "$folder/$service.dump"
done
