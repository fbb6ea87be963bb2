#!/bin/sh
# Makes the topics of contracts/topics.yaml and the rights that follow from them. Existing topics stay as they are.
#
#   provision.sh <topics.yaml>     BOOTSTRAP, CLIENT (a client's properties) and optionally KAFKA_BIN, REPLICAS are set
#
# Only the owner writes a topic, only its consumers read it; a consumer owns its dead-letter topics and its groups.
set -eu
topics=$1
bin=${KAFKA_BIN:-/opt/kafka/bin}

# One line a topic: name owner consumer,consumer partitions retention-days bytes dead-letter-bytes
list=$(awk '
  function after(text) { sub(/^[^:]*:[ ]*/, "", text); sub(/[ ]+#.*$/, "", text); return text }
  function days(period) { gsub(/[PD]/, "", period); return period }
  function flush() { if (name) print name, owner, consumers, partitions, days(retention), bytes, letters; name = "" }
  /^[ ]*#/ || /^[ ]*$/ { next }
  /^defaults:/ { section = "defaults"; next }
  /^topics:/   { section = "topics"; next }
  section == "defaults" && /^  partitions:/                    { default_partitions = after($0) }
  section == "defaults" && /^  retention:/                     { default_retention = after($0) }
  section == "defaults" && /^  max-message-bytes:/             { default_bytes = after($0) }
  section == "defaults" && /^  dead-letter-max-message-bytes:/ { default_letters = after($0) }
  section == "topics" && /^  - name:/ {
    flush(); name = after($0); owner = consumers = ""
    partitions = default_partitions; retention = default_retention; bytes = default_bytes; letters = default_letters
  }
  section == "topics" && /^    owner:/             { owner = after($0) }
  section == "topics" && /^    consumers:/         { consumers = after($0); gsub(/[][ ]/, "", consumers) }
  section == "topics" && /^    partitions:/        { partitions = after($0) }
  section == "topics" && /^    retention:/         { retention = after($0) }
  section == "topics" && /^    max-message-bytes:/ { bytes = after($0) }
  section == "topics" && /^    dead-letter-max-message-bytes:/ { letters = after($0) }
  END { flush() }' "$topics")

topic() { # name partitions retention-days bytes
  "$bin/kafka-topics.sh" --bootstrap-server "$BOOTSTRAP" --command-config "$CLIENT" --create --if-not-exists \
    --topic "$1" --partitions "$2" --replication-factor "${REPLICAS:-1}" \
    --config "retention.ms=$(($3 * 86400000))" --config "max.message.bytes=$4" </dev/null
}

allow() { # principal, then what
  principal=$1
  shift
  "$bin/kafka-acls.sh" --bootstrap-server "$BOOTSTRAP" --command-config "$CLIENT" --add \
    --allow-principal "User:$principal" "$@" </dev/null
}

echo "$list" | while read -r name owner consumers partitions days bytes letters; do
  topic "$name" "$partitions" "$days" "$bytes"
  allow "$owner" --operation Write --operation Describe --topic "$name"
  for consumer in $(echo "$consumers" | tr , ' '); do
    topic "$name.$consumer.dlt" "$partitions" "$days" "$letters"
    allow "$consumer" --operation Read --operation Describe --topic "$name"
    allow "$consumer" --operation Read --operation Write --operation Describe --topic "$name.$consumer.dlt"
  done
done

for consumer in $(echo "$list" | cut -d' ' -f3 | tr , '\n' | sort -u); do
  allow "$consumer" --operation Read --operation Describe --group "$consumer"
  allow "$consumer" --operation Read --operation Describe --group "$consumer." --resource-pattern-type prefixed
done
