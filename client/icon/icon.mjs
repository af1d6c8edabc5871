#!/usr/bin/env node
// Draws client/media/icon.png, the extension's picture, from icon.svg: node client/icon/icon.mjs [chromium]
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const SIZE = 256;
const here = (name) => fileURLToPath(new URL(name, import.meta.url));

const browser = await chromium.launch({ executablePath: process.argv[2] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
await page.setContent(
  `<style>body{margin:0;background:transparent}svg{display:block}</style>${readFileSync(here('icon.svg'), 'utf8')}`,
);
await page.screenshot({ path: here('../media/icon.png'), omitBackground: true });
await browser.close();
