#!/usr/bin/env bash
# Deploys the images whose digests are in a folder, a file for each service; waits for the rollout,
# asks the shop through its gateway, and goes back to what was there before when anything fails.
#   SHOP=https://shop.phones.example deploy/pipeline/deliver.sh FOLDER
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
digests=${1:?the folder with the digests}
shop=${SHOP:?the address of the shop}
namespace=phone82
services="app pay store customer reward gateway"

# The revision that runs now, so that what this delivery has not changed is not taken further back.
declare -A before
for service in $services; do
  before[$service]=$(kubectl -n "$namespace" get "deployment/$service" --ignore-not-found \
    -o 'jsonpath={.metadata.annotations.deployment\.kubernetes\.io/revision}')
done

roll_back() {
  trap - ERR
  echo "rolling back" >&2
  for service in $services; do
    [ -z "${before[$service]}" ] \
      || kubectl -n "$namespace" rollout undo "deployment/$service" --to-revision="${before[$service]}" || true
  done
  for service in $services; do
    [ -z "${before[$service]}" ] \
      || kubectl -n "$namespace" rollout status "deployment/$service" --timeout=300s || true
  done
  exit 1
}

overlay=$(mktemp -d "$here/kubernetes/overlays/deliver.XXXXXX")
trap 'rm -rf "$overlay"' EXIT
{
  echo "apiVersion: kustomize.config.k8s.io/v1beta1"
  echo "kind: Kustomization"
  echo "resources: [../production]"
  echo "images:"
  for service in $services; do
    image=$(cat "$digests/$service")
    echo "  - {name: phoneseller/$service, newName: ${image%@*}, digest: ${image#*@}}"
  done
} >"$overlay/kustomization.yaml"

kubectl apply --dry-run=server -k "$overlay" >/dev/null
trap roll_back ERR
kubectl apply -k "$overlay"
for service in $services; do
  kubectl -n "$namespace" rollout status "deployment/$service" --timeout=600s
done
"$here/pipeline/smoke.sh" "$shop"
trap - ERR
