#!/bin/sh
# Makes the shop's secrets where there are none yet; those that are there stay.
set -eu
api=https://kubernetes.default.svc/api/v1/namespaces/phone82/secrets
account=/var/run/secrets/kubernetes.io/serviceaccount

random() { head -c 32 /dev/urandom | sha256sum | cut -c1-64; }

make() {
  status=$(curl -sS --max-time 10 --cacert "$account/ca.crt" -o /tmp/answer -w '%{http_code}' \
    -H "Authorization: Bearer $(cat "$account/token")" -H 'Content-Type: application/json' \
    -d "{\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"metadata\":{\"name\":\"$1\"},\"stringData\":{$2}}" "$api")
  case $status in
    201) echo "$1 is made" ;;
    409) echo "$1 is there already" ;;
    *) echo "$1 cannot be made: the API server answered $status" >&2; exit 1 ;;
  esac
}

passwords="\"postgres\":\"$(random)\""
for service in app pay store customer reward; do
  passwords="$passwords,\"$service\":\"$(random)\""
done
make database-passwords "$passwords"
make service-credential "\"credential\":\"$(random)\""
