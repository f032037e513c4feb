#!/usr/bin/env bash
# Asks a shop for what any visitor may see: deploy/pipeline/smoke.sh https://shop.phones.example
set -euo pipefail

shop=${1:?the address of the shop}

ask() {
  curl -fsS --max-time 10 --retry 6 --retry-delay 5 --retry-all-errors "$shop$1"
}

ask /actuator/health/readiness | grep -q '"status":"UP"'
ask /phones | grep -q '"phones"'
ask / | grep -qi '<html'
echo "the shop answers"
