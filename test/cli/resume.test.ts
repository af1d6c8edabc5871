import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { commandLine } from './support';

const { home, cli } = commandLine('resume');
const HARBOUR = 'Le port a rouvert hier matin. « Les bateaux sont rentrés », dit Anne Morel. Le port attend les touristes.';

function corpus(articles: number): string {
  const dir = fs.mkdtempSync(path.join(home, 'corpus-'));
  for (let i = 0; i < articles; i++) fs.writeFileSync(path.join(dir, `${1000 + i}.txt`), `${HARBOUR} Le quai ${i} est fermé.`);
  return dir;
}
const WORDS = ['annotate', '--format', 'brat', '--resume', '--jobs', '1', '.'];
const env = { ...process.env, LC_ALL: 'C' };
const annotations = (dir: string): readonly string[] => fs.readdirSync(dir).filter((name) => name.endsWith('.ann'));

test('what was killed goes on where it was: what is done is not done again, and all is as if nothing had been', async () => {
  const [killed, whole] = [corpus(400), corpus(400)];
  const child = spawn(process.execPath, [cli, ...WORDS], { cwd: killed, env, stdio: 'ignore' });
  while (annotations(killed).length < 5) {
    expect(child.exitCode, 'it ended before it could be killed').toBeNull();
    await new Promise((done) => setTimeout(done, 5));
  }
  child.kill('SIGKILL');
  await new Promise((done) => child.once('close', done));
  const before = annotations(killed);
  expect(before.length).toBeLessThan(400);
  const states = before.map((name) => fs.statSync(path.join(killed, name)).mtimeMs);

  const again = spawnSync(process.execPath, [cli, ...WORDS], { cwd: killed, env, encoding: 'utf8' });
  expect(again.status, again.stderr).toBe(0);
  expect(again.stderr).toContain(`${before.length} articles have a .ann file already and were passed over`);
  expect(before.map((name) => fs.statSync(path.join(killed, name)).mtimeMs)).toEqual(states);

  expect(spawnSync(process.execPath, [cli, ...WORDS], { cwd: whole, env }).status).toBe(0);
  const contents = (dir: string) => annotations(dir).map((name) => [name, fs.readFileSync(path.join(dir, name), 'utf8')]);
  expect(contents(killed)).toHaveLength(400);
  expect(contents(killed)).toEqual(contents(whole));
}, 120_000);

test('it is for .ann files beside the texts alone', () => {
  const { status, stderr } = spawnSync(process.execPath, [cli, 'annotate', '--resume', '.'], {
    cwd: corpus(1),
    env,
    encoding: 'utf8',
  });
  expect(status).toBe(2);
  expect(stderr).toContain('--resume goes on with .ann files beside the texts');
});
