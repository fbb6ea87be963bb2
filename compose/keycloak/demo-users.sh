#!/usr/bin/env bash
# Adds the sample staff to the realm; who is there already stays as they are.
set -euo pipefail
kcadm=/opt/keycloak/bin/kcadm.sh
config=/tmp/kcadm.config

"$kcadm" config credentials --config "$config" --server http://keycloak:8080 --realm master \
  --user "$KC_BOOTSTRAP_ADMIN_USERNAME" --password "$KC_BOOTSTRAP_ADMIN_PASSWORD"
sed "s/@password@/$(cat /run/secrets/demo/password)/" /demo-users.json |
  "$kcadm" create partialImport --config "$config" -r thami -f -
