# Sourced by the other scripts: finds a JDK 25, Maven and Node, or says in one line what to install. A missing JDK is
# installed by the system's own packages, else fetched from Adoptium into .jdk/, which find_jdk looks at too.

jdk_folder=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/.jdk
adoptium=https://api.adoptium.net

missing() {
  echo "$1" >&2
  exit 1
}

is_jdk_25() {
  [ -x "$1/bin/javac" ] && grep -q '^JAVA_VERSION="25' "$1/release" 2>/dev/null
}

find_jdk() {
  local home
  for home in "${JAVA_HOME:-}" "$jdk_folder"/* "$jdk_folder"/*/Contents/Home \
    /usr/lib/jvm/* /opt/java/* /opt/jdk* /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    "$HOME"/.local/share/mise/installs/java/* "$HOME"/.asdf/installs/java/* /c/Program\ Files/*/jdk-25*; do
    is_jdk_25 "$home" && echo "$home" && return
  done
  home=$(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.home = //p')
  is_jdk_25 "$home" && echo "$home"
}

# privileged COMMAND…: as root, or as sudo lets without asking.
privileged() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  else
    sudo -n "$@"
  fi
}

may_install() {
  [ "$(id -u)" -eq 0 ] || sudo -n true 2>/dev/null
}

# By the system's own packages, where they have a JDK 25 and we may.
install_jdk() {
  local package
  if command -v apt-get >/dev/null && may_install; then
    privileged apt-get update
    for package in openjdk-25-jdk-headless temurin-25-jdk; do
      if apt-cache policy "$package" | grep -q 'Candidate: [0-9]'; then
        privileged env DEBIAN_FRONTEND=noninteractive apt-get install -y "$package"
        return
      fi
    done
    return 1
  elif command -v dnf >/dev/null && may_install; then
    privileged dnf install -y java-25-openjdk-devel
  elif command -v brew >/dev/null; then
    brew install openjdk@25
  else
    return 1
  fi
}

# download ADDRESS: to standard output.
download() {
  if command -v curl >/dev/null; then
    curl --fail --silent --show-error --location "$1"
  else
    wget --quiet --output-document=- "$1"
  fi
}

sha256() {
  if command -v sha256sum >/dev/null; then
    sha256sum "$1"
  else
    shasum -a 256 "$1"
  fi | cut -d ' ' -f 1
}

# The newest JDK 25 from Adoptium into .jdk/, when its checksum is the one that Adoptium tells by the same way over https.
# (Tried by bin/checks/fetches-a-jdk against a stand-in on the loopback, not against Adoptium itself.)
fetch_jdk() {
  local os arch told address checksum part
  case $(uname -s) in
    Linux) os=linux ;;
    Darwin) os=mac ;;
    *) return 1 ;;
  esac
  case $(uname -m) in
    x86_64 | amd64) arch=x64 ;;
    aarch64 | arm64) arch=aarch64 ;;
    *) return 1 ;;
  esac
  ! ls /lib/ld-musl-* >/dev/null 2>&1 || os=alpine-linux
  told=$(download "$adoptium/v3/assets/latest/25/hotspot?architecture=$arch&image_type=jdk&os=$os&vendor=eclipse" \
    | tr -d '\n' | sed -n 's/.*"package" *: *{\([^}]*\)}.*/\1/p') || return 1
  address=$(sed -n 's/.*"link" *: *"\([^"]*\)".*/\1/p' <<<"$told")
  checksum=$(sed -n 's/.*"checksum" *: *"\([0-9a-f]\{64\}\)".*/\1/p' <<<"$told")
  if [ -z "$address" ] || [ -z "$checksum" ]; then
    echo "Adoptium told of no JDK 25 for this computer." >&2
    return 1
  fi
  mkdir -p "$jdk_folder"
  part=$(mktemp -d "$jdk_folder/.part-XXXXXX")
  if ! download "$address" >"$part/jdk.tar.gz"; then
    rm -rf "$part"
    return 1
  fi
  if [ "$(sha256 "$part/jdk.tar.gz")" != "$checksum" ]; then
    rm -rf "$part"
    echo "The JDK that came from $address is not the one that Adoptium tells the checksum of: it is thrown away." >&2
    return 1
  fi
  # Whole or not at all: nothing is found in .jdk/ that was broken off while it was unpacked.
  mkdir "$part/whole" \
    && tar -xzf "$part/jdk.tar.gz" -C "$part/whole" \
    && mv "$part"/whole/* "$jdk_folder/"
  local unpacked=$?
  rm -rf "$part"
  return "$unpacked"
}

need_jdk() {
  if ! JAVA_HOME=$(find_jdk); then
    echo "There is no JDK 25 here yet: getting one." >&2
    { install_jdk >&2 && JAVA_HOME=$(find_jdk); } \
      || { fetch_jdk >&2 && JAVA_HOME=$(find_jdk); } \
      || missing "Song Hành needs a JDK 25: install one (https://adoptium.net) or let JAVA_HOME point to it."
  fi
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
