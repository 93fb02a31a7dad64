#!/usr/bin/env bash
# Tries the extension in a real Visual Studio Code: code-server from npm, driven by Chromium. Opens a script with a wrong
# command, completes in it, and writes the pictures try-diagnostics.png and try-completion.png beside this script.
#
# Needs luagen-<platform>.vsix (build.sh), Node 20, a C++ compiler, Python, and chromium on the PATH (apt install chromium).
# LUAGEN_TRY_FOLDER keeps the installation of code-server for the next time.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
work="${LUAGEN_TRY_FOLDER:-$(mktemp -d)}"
mkdir -p "$work"
cd "$work"

if [ ! -e installed ]; then
  echo '{ "name": "try", "private": true }' > package.json
  npm install --ignore-scripts --no-audit --no-fund code-server@4.99.4 playwright-core@1.49.1
  # Its own postinstall does the following, and also downloads what is not needed here.
  npm rebuild argon2 --nodedir=/usr
  (
    cd node_modules/code-server/lib/vscode
    npm install --ignore-scripts --omit=dev --no-audit --no-fund
    (cd extensions && npm install --ignore-scripts --omit=dev --no-audit --no-fund)
    npm rebuild @vscode/spdlog native-watchdog @parcel/watcher @vscode/deviceid --nodedir=/usr
  )
  touch installed
fi

rm -rf scripts user extensions
mkdir scripts
cat > scripts/Take.lua << 'LUA'
-- Takes units from stock.
--
-- KEYS[1] stock            Units left.
-- ARGV[1] quantity: int    Units to take.
-- RETURNS left: long       Units left afterwards.
-- RAISES NO_STOCK          The counter is missing.
local left = redis.call('GTE', KEYS[1])
if not left then
  return redis.error_reply('NO_STOCK the counter is missing')
end
redis.call('SET', KEYS[1], ARGV[1], 'EX', 10)
return redis.call('DECRBY', KEYS[1], ARGV[1])
LUA

server="node_modules/.bin/code-server"
options=(--user-data-dir user --extensions-dir extensions --disable-telemetry --disable-update-check)
"$server" "${options[@]}" --install-extension "$here"/luagen-*.vsix

port="$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')"
"$server" "${options[@]}" --auth none --bind-addr "127.0.0.1:$port" --disable-workspace-trust scripts > server.log 2>&1 &
pid=$!
trap 'kill "$pid"' EXIT

cat > drive.js << 'JS'
const { chromium } = require('playwright-core');

(async () => {
  const [port, target] = process.argv.slice(2);
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox'] });
  const page = await browser.newPage({ viewport: { width: 1400, height: 800 } });
  for (let attempt = 0; ; attempt++) {
    try {
      await page.goto(`http://127.0.0.1:${port}/?folder=${process.cwd()}/scripts`);
      break;
    } catch (error) {
      if (attempt === 100) { throw error; }
      await new Promise(resolve => setTimeout(resolve, 200));
    }
  }

  await page.waitForSelector('.monaco-workbench', { timeout: 60000 });
  await page.waitForSelector('.explorer-folders-view', { timeout: 60000 });
  await page.getByRole('treeitem', { name: 'Take.lua' }).dblclick({ timeout: 60000 });
  await page.waitForSelector('.squiggly-warning', { timeout: 60000 });
  await page.keyboard.press('Control+Shift+M');
  await page.waitForSelector('.markers-panel .monaco-list-row', { timeout: 30000 });
  await page.screenshot({ path: `${target}/try-diagnostics.png` });

  // Completion inside the string of a call, on a new line at the end.
  await page.click('.view-lines');
  await page.keyboard.press('Control+End');
  await page.keyboard.type("redis.call('HG");
  await page.waitForSelector('.suggest-widget.visible .monaco-list-row', { timeout: 30000 });
  const first = await page.textContent('.suggest-widget.visible .monaco-list-row');
  await page.screenshot({ path: `${target}/try-completion.png` });
  console.log(`diagnostics shown; first completion: ${first}`);
  await browser.close();
})().catch(error => { console.error(error); process.exit(1); });
JS
node drive.js "$port" "$here"
