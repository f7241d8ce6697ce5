#!/usr/bin/env bash
# build.sh OUT: builds the web app into OUT, with .br and .gz beside every asset.
# Does nothing when neither the sources nor the packages have changed since the last time.
set -euo pipefail
out=${1:?usage: build.sh OUT}
mkdir -p "$out"
out=$(cd "$out" && pwd)
cd "$(dirname "$0")"

major=$(node -p 'process.versions.node.split(".")[0]' 2>/dev/null || echo 0)
if [ "$major" -lt 20 ]; then
  echo "Node.js 20 or newer is needed to build the web app: https://nodejs.org" >&2
  exit 1
fi

stamp_of() { { cat "$@"; } | cksum | tr ' ' '-'; }

packages=$(stamp_of package-lock.json)
if [ "$(cat node_modules/.packages 2>/dev/null)" != "$packages" ]; then
  npm ci --loglevel=error
  echo "$packages" > node_modules/.packages
fi

sources=$(find src public index.html package-lock.json build.sh scripts ./*.config.* tsconfig.json -type f | LC_ALL=C sort)
# shellcheck disable=SC2086
stamp=$(stamp_of $sources)-$(echo "$sources" | cksum | tr ' ' '-')
if [ "$(cat "$out/.web" 2>/dev/null)" = "$stamp" ]; then
  exit 0
fi

npm exec --no -- vite build --outDir "$out" --emptyOutDir --logLevel warn
npm exec --no -- node scripts/pack.mjs "$out"
echo "$stamp" > "$out/.web"
