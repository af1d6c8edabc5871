// The folder that the tests open: a copy, so that they may write in it, of this folder's fixtures and of what a
// repository cannot hold faithfully (line ends, a byte order mark, binary bytes, hundreds of files).
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from '../../scripts/lib/project.mjs';

const FIXTURES = path.join(ROOT, 'test', 'vscode', 'fixtures');

/** Makes the folder and returns its path. */
export function makeWorkspace(folder) {
  fs.cpSync(FIXTURES, folder, { recursive: true });
  const write = (name, content) => fs.writeFileSync(path.join(folder, name), content);
  const article = fs.readFileSync(path.join(FIXTURES, 'article.txt'), 'utf8').replaceAll('\r\n', '\n');
  write('windows.txt', `\uFEFF${article.replaceAll('\n', '\r\n')}`);
  write('decomposed.txt', article.normalize('NFD'));
  write('empty.txt', '');
  write('binary.txt', Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 37) % 256)));
  // The header of an article, then bytes that are no text.
  write(
    'broken.txt',
    Buffer.concat([Buffer.from(' date 2019-05 Un titre\n'), Buffer.from([0xff, 0xfe, 0xc3, 0x28, 0xa0, 0xa1, 0xe2, 0x28])]),
  );
  fs.mkdirSync(path.join(folder, 'many'));
  for (let number = 1; number <= 300; number++) {
    const name = String(number).padStart(3, '0');
    write(path.join('many', `${name}.txt`), article.replace('2018-03', `20${String(number % 24).padStart(2, '0')}-03`));
  }
  return folder;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = path.resolve(process.argv[2] ?? path.join('dist-test', 'workspace'));
  fs.rmSync(folder, { recursive: true, force: true });
  makeWorkspace(folder);
}
