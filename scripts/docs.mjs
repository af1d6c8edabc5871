#!/usr/bin/env node
// npm run docs: the documentation as a site with search, to be read without a network.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { main, ROOT, requireNode, say } from './lib/project.mjs';
import { ensureDependencies } from './lib/setup.mjs';

const HELP = `Usage: npm run docs [-- --open]

Builds the pages of docs/, English and French, into docs/.vitepress/dist: a site with search that asks no other host. Fails
where a page links to one that is not there.
  --open   shows it on loopback afterwards, until Ctrl-C`;

await main(async () => {
  const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' }, open: { type: 'boolean' } } });
  if (values.help) return console.log(HELP);
  requireNode();
  await ensureDependencies();
  const { build, serve } = await import('vitepress');
  const docs = path.join(ROOT, 'docs');
  await build(docs);
  const site = path.relative(process.cwd(), path.join(docs, '.vitepress', 'dist'));
  say(`The documentation is in ${site}; npm run docs -- --open shows it`);
  if (values.open) await serve({ root: docs, host: '127.0.0.1' });
});
