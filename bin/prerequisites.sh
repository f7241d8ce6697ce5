# Sourced by the other scripts: finds a JDK 25, Maven and Node, or says in one line what to install.

missing() {
  echo "$1" >&2
  exit 1
}

is_jdk_25() {
  [ -x "$1/bin/javac" ] && grep -q '^JAVA_VERSION="25' "$1/release" 2>/dev/null
}

find_jdk() {
  local home
  for home in "${JAVA_HOME:-}" \
    /usr/lib/jvm/* /opt/java/* /opt/jdk* /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    "$HOME"/.local/share/mise/installs/java/* "$HOME"/.asdf/installs/java/* /c/Program\ Files/*/jdk-25*; do
    is_jdk_25 "$home" && echo "$home" && return
  done
  home=$(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.home = //p')
  is_jdk_25 "$home" && echo "$home"
}

need_jdk() {
  JAVA_HOME=$(find_jdk) || missing "Song Hành needs a JDK 25: install one (https://adoptium.net) or let JAVA_HOME point to it."
  export JAVA_HOME
  export PATH="$JAVA_HOME/bin:$PATH"
}

need_maven() {
  # Maven's own libraries use what Java 24 and newer warn of.
  export MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
  command -v mvn >/dev/null || missing "Song Hành needs Maven 3.8 or newer: apt install maven, or brew install maven."
}

need_node() {
  local major
  major=$(node --version 2>/dev/null | sed 's/^v\([0-9]*\).*/\1/')
  [ "${major:-0}" -ge 20 ] && command -v npm >/dev/null \
    || missing "Song Hành needs Node 20 or newer with npm: https://nodejs.org, or brew install node."
}
