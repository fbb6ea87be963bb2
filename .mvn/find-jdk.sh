# Sourced by mvnw and thami: sets JAVA_HOME to a JDK 25 or newer, or says in one line how to get one and ends with 2.
thami_jdk_version() {
  [ -x "$1/bin/javac" ] && sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null
}
thami_find_jdk() {
  on_path=$(command -v javac 2>/dev/null) && on_path=$(readlink -f "$on_path" 2>/dev/null) && on_path=${on_path%/bin/javac}
  set +f
  for candidate in "${JAVA_HOME-}" "${on_path-}" \
    /usr/lib/jvm/* /opt/jdk* /opt/java/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$candidate" ] || continue
    version=$(thami_jdk_version "$candidate") || continue
    if [ "${version:-0}" -ge 25 ]; then
      JAVA_HOME=$candidate
      export JAVA_HOME
      return 0
    fi
  done
  echo "ThAMI needs a JDK 25 or newer and found none: install one (https://adoptium.net/temurin/releases/?version=25) and set JAVA_HOME to it." >&2
  exit 2
}
thami_find_jdk
