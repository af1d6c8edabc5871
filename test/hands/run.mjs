#!/usr/bin/env node
// Hands on: packages the extension, installs the .vsix in a real VS Code and uses it with keys and mouse.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { main, SAMPLE_CORPUS, temporaryFolder } from '../../scripts/lib/project.mjs';
import { ensureChromium, ensureDependencies, ensureHost } from '../../scripts/lib/setup.mjs';
import { packageExtension } from '../../scripts/package.mjs';

const HELP = `Usage: node test/hands/run.mjs [--grep TEXT] [--vsix FILE]

Installs the packaged extension in VS Code's own server and uses it in a headless Chromium, with keys and mouse.
Screenshots go to shots/.
  --grep TEXT   only the scenarios whose title has TEXT
  --vsix FILE   this package instead of one made now`;

const SCENARIOS = path.join(path.dirname(fileURLToPath(import.meta.url)), 'scenarios');

/** Every `scenarios` list of the files beside this one, in the order of their names. */
async function readScenarios() {
  const scenarios = [];
  for (const name of fs.readdirSync(SCENARIOS).sort()) {
    if (!name.endsWith('.mjs')) continue;
    const module = await import(pathToFileURL(path.join(SCENARIOS, name)).href);
    scenarios.push(...module.scenarios);
  }
  return scenarios;
}

async function useExtension({ chromiumPath, vsix, grep }) {
  const { makeWorkspace } = await import('../vscode/fixtures.mjs');
  const { openHands } = await import('./hands.mjs');
  const { startScenarios } = await import('./start.mjs');
  const isWanted = ({ title }) => title.includes(grep);
  const scratch = temporaryFolder('hands');
  const folder = makeWorkspace(path.join(scratch.path, 'workspace'));
  fs.cpSync(SAMPLE_CORPUS, path.join(folder, 'corpus'), { recursive: true });
  const scenarios = (await readScenarios()).filter(isWanted);
  const starts = startScenarios({ chromiumPath, folder }).filter(isWanted);
  let hands;
  try {
    let failed = await runScenarios(starts);
    if (scenarios.length > 0) {
      hands = await openHands({ chromiumPath, vsix, folder });
      failed += await runScenarios(scenarios, hands);
      console.log(`Hosts turned away: ${[...hands.refused].join(', ') || 'none'}`);
    }
    const total = starts.length + scenarios.length;
    console.log(`${total - failed} passed, ${failed} failed, 0 skipped`);
    return failed > 0 || total === 0 ? 1 : 0;
  } finally {
    await hands?.close();
    scratch.remove();
  }
}

async function runScenarios(scenarios, hands) {
  let failed = 0;
  for (const { title, run } of scenarios) {
    const started = Date.now();
    try {
      await run(hands);
      console.log(`ok   ${title} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
    } catch (error) {
      failed++;
      console.log(`FAIL ${title}\n${error.stack}`);
      if (!hands) continue;
      const shot = `failed-${title.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}`;
      await hands.shot(shot).catch(() => {});
      console.log(`     shots/${shot}.png`);
      // The next one starts from a clean screen.
      await hands.closeEditors().catch(() => {});
    }
  }
  return failed;
}

await main(async () => {
  const { values } = parseArgs({ options: { help: { type: 'boolean' }, grep: { type: 'string' }, vsix: { type: 'string' } } });
  if (values.help) return console.log(HELP);
  await ensureDependencies();
  const chromiumPath = await ensureChromium();
  await ensureHost();
  const vsix = values.vsix ?? (await packageExtension());
  return useExtension({ chromiumPath, vsix, grep: values.grep ?? '' });
});
