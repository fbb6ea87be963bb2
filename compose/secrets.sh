#!/usr/bin/env bash
# Generates what docker-compose.yml needs and nobody else may know, in compose/secrets/. What is there stays, so it may
# run again, and anything may be put in place of what it made: real certificates, a real seal.
#
#   compose/secrets.sh [file with THAMI_… addresses]      default: compose/trial.env
#
# Needs openssl, and keytool (from the JDK) for the certificates of a trial.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
env_file=${1:-"$here/trial.env"}
[[ $env_file = /* ]] || env_file=$PWD/$env_file # as the caller sees it
if [ ! -f "$env_file" ] || [ ! -r "$env_file" ]; then
  echo "compose/secrets.sh: $env_file cannot be read: name the file with your addresses, as compose/trial.env has them" >&2
  exit 1
fi

value() { # of a variable in the env file
  sed -n "s/^$1=//p" "$env_file" | tail -1
}

for address in 'THAMI_PUBLIC_URL=https://[^/]' 'THAMI_LOGIN_HOST=[^:/]'; do
  name=${address%%=*}
  if ! [[ $(value "$name") =~ ^${address#*=} ]]; then
    echo "compose/secrets.sh: $env_file needs a line $name=… as compose/trial.env has it" >&2
    exit 1
  fi
done

cd "$here"
secrets=secrets
umask 077
# Nobody else may enter this folder. Inside, the containers' users must be able to read what is mounted into them.
mkdir -p "$secrets"

put() { # path, content from stdin; readable by the one container that gets its folder
  local file="$secrets/$1"
  mkdir -p "$(dirname "$file")"
  chmod 755 "$(dirname "$file")"
  if [ -s "$file" ]; then cat >/dev/null; else cat >"$file"; fi
  chmod 444 "$file"
}

word() { # without what services take for a sample
  local word
  until word=$(openssl rand -hex 24) && [[ $word != *1234* ]]; do :; done
  printf %s "$word"
}
key() { openssl rand -base64 32 | tr -d '\n'; }

services=(registration cohort certificate notification)

word | put mongodb/operator
openssl rand -base64 512 | tr -d '\n' | put mongodb/keyfile
word | put kafka-passwords/operator
for service in "${services[@]}"; do
  word | put "mongodb/$service-service"
  word | put "$service-service/thami.kafka.password"
  word | put "$service-service/thami.oidc.client-secret"
  printf 'mongodb://%s:%s@mongodb:27017/thami-%s?replicaSet=rs0&w=majority&retryWrites=true&authSource=thami-%s' \
    "$service-service" "$(cat "$secrets/mongodb/$service-service")" "$service" "$service" |
    put "$service-service/spring.mongodb.uri"
done

# Links to people: the key is known to the service that checks it and to notification-service.
key | put registration-service/thami.links.keys.status
put notification-service/thami.links.keys.status <"$secrets/registration-service/thami.links.keys.status"
key | put certificate-service/thami.links.keys.certificate
put notification-service/thami.links.keys.certificate <"$secrets/certificate-service/thami.links.keys.certificate"

# Seal: a test key. Put a real one (base64 of a PKCS#12 file, and its password) in its place.
if [ ! -s "$secrets/certificate-service/thami.seal.keystore" ]; then
  word | put certificate-service/thami.seal.password
  work=$(mktemp -d)
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -noenc -days 1095 -utf8 \
    -subj '/CN=Testschlüssel – kein Siegel nach eIDAS/O=ThAMI (Test)' \
    -addext 'keyUsage=critical,digitalSignature,nonRepudiation' \
    -keyout "$work/key.pem" -out "$work/cert.pem" 2>/dev/null
  openssl pkcs12 -export -name seal -inkey "$work/key.pem" -in "$work/cert.pem" \
    -passout "file:$secrets/certificate-service/thami.seal.password" -out "$work/seal.p12"
  openssl base64 -A -in "$work/seal.p12" | put certificate-service/thami.seal.keystore
  rm -r "$work"
fi

# Kafka: the broker's settings with every password, the operator's client.
kafka_operator=$(cat "$secrets/kafka-passwords/operator")
plain=org.apache.kafka.common.security.plain.PlainLoginModule
login="$plain required username=\"operator\" password=\"$kafka_operator\" user_operator=\"$kafka_operator\""
for service in "${services[@]}"; do
  login+=" user_$service-service=\"$(cat "$secrets/$service-service/thami.kafka.password")\""
done
rm -f "$secrets/kafka/server.properties"
{
  cat kafka/server.properties
  echo "listener.name.services.plain.sasl.jaas.config=$login;"
  echo "listener.name.controller.plain.sasl.jaas.config=$login;"
} | put kafka/server.properties
put kafka/operator.properties <<END
security.protocol=SASL_PLAINTEXT
sasl.mechanism=PLAIN
sasl.jaas.config=$plain required username="operator" password="$kafka_operator";
END

# Keycloak: read by the compose command on this side, so nobody else needs to.
if [ ! -s "$secrets/keycloak.env" ]; then
  {
    echo "KC_BOOTSTRAP_ADMIN_USERNAME=operator"
    echo "KC_BOOTSTRAP_ADMIN_PASSWORD=$(word)"
    for service in "${services[@]}"; do
      echo "THAMI_CLIENT_SECRET_${service^^}=$(cat "$secrets/$service-service/thami.oidc.client-secret")"
    done
  } >"$secrets/keycloak.env"
fi
word | put demo/password

# TLS for the two public names: of an authority made up here, for a trial.
if [ ! -s "$secrets/proxy/tls.crt" ]; then
  public=$(value THAMI_PUBLIC_URL | sed -E 's#^https://([^:/]+).*#\1#')
  work=$(mktemp -d)
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -noenc -days 365 -subj '/CN=ThAMI trial' \
    -addext 'basicConstraints=critical,CA:TRUE' -keyout "$work/ca.key" -out "$work/ca.crt" 2>/dev/null
  for host in "proxy $public" "keycloak $(value THAMI_LOGIN_HOST)"; do
    read -r place name <<<"$host"
    openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -noenc -subj "/CN=$name" \
      -keyout "$work/tls.key" -out "$work/tls.csr" 2>/dev/null
    openssl x509 -req -in "$work/tls.csr" -CA "$work/ca.crt" -CAkey "$work/ca.key" -CAcreateserial -days 365 \
      -extfile <(printf 'subjectAltName=DNS:%s\nextendedKeyUsage=serverAuth' "$name") -out "$work/tls.crt" 2>/dev/null
    put "$place/tls.crt" <"$work/tls.crt"
    put "$place/tls.key" <"$work/tls.key"
  done
  put trust/ca.crt <"$work/ca.crt"
  if command -v keytool >/dev/null || [ -x "${JAVA_HOME:-}/bin/keytool" ]; then
    PATH="${JAVA_HOME:-/usr}/bin:$PATH" keytool -importcert -noprompt -alias trial -file "$work/ca.crt" \
      -storetype PKCS12 -keystore "$work/truststore.p12" -storepass changeit >/dev/null 2>&1
    put trust/truststore.p12 <"$work/truststore.p12"
  else
    echo "no keytool: compose/secrets/trust/truststore.p12 was not made, which compose/trial.yml needs" >&2
  fi
  rm -r "$work"
fi
echo "compose/secrets/ is complete; the password of the sample staff is in compose/secrets/demo/password"
