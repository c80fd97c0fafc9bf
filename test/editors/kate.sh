#!/bin/sh
# A trial in Kate, to look at: 36 MB of packages and a display are too much for every test run.
#   apt-get install --no-install-recommends kate xvfb xdotool imagemagick dbus-x11 && npm run build && sh test/editors/kate.sh OUT_FOLDER
# Seen with Kate 22.12: findings, the hover of a name, rename of a name in all its places, and the refactorings under Alt+Enter.
set -e
out=$(mkdir -p "$1" && cd "$1" && pwd)
root=$(cd "$(dirname "$0")/../.." && pwd)
home=$(mktemp -d)
mkdir -p "$home/.config/kate/lspclient"
cp -r "$root/test/editors/flows" "$home/flows"
# What docs/editors.md has for Kate.
sed -n '/^## Kate/,/^## /p' "$root/docs/editors.md" | sed -n '/^```json/,/^```/p' | grep -v '^```' > "$home/.config/kate/lspclient/settings.json"
printf '[Kate Plugins]\nlspclientplugin=true\n[General]\nShow welcome view for new window=false\n[lspclient]\nAllowedServerCommandLines=%s\n' \
  "$home/voipbin-flow lsp" > "$home/.config/katerc"
printf '#!/bin/sh\nexec node "%s/dist/cli.js" "$@"\n' "$root" > "$home/voipbin-flow"
chmod +x "$home/voipbin-flow"
export DISPLAY=:77 HOME="$home" XDG_CONFIG_HOME="$home/.config" PATH="$home:$PATH"
Xvfb :77 -screen 0 1300x850x24 &
display=$!
trap 'kill $display; rm -rf "$home"' EXIT
sleep 2
kate -n "$home/flows/menu.json" &
editor=$!
sleep 15
xdotool mousemove 200 168
sleep 3
import -window root "$out/kate.png"
kill $editor
