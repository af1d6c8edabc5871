// Reads the word lists of server/data: one entry a line, tabs between columns, sorted, no doubles.
import fs from 'node:fs';
import path from 'node:path';
import { ROOT, UserError } from '../lib/project.mjs';

const DATA = path.join(ROOT, 'server/data');

/**
 * The rows of a table below server/data; lines that begin with # are comments.
 *
 * @param {string} name
 * @param {number} columns how many a row may have; those left out are empty
 * @returns {{ line: number, cells: string[] }[]}
 * @throws UserError that names file and line: a row with too many columns, one that does not stand in order or stands twice
 */
export function readRows(name, columns) {
  const lines = fs.readFileSync(path.join(DATA, name), 'utf8').split('\n');
  return checkedRows(name, lines, columns);
}

/** {@link readRows} of lines that are there. */
export function checkedRows(name, lines, columns) {
  const rows = [];
  let before = '';
  lines.forEach((text, index) => {
    if (text.startsWith('#') || text.trim() === '') return;
    const fail = (what) => {
      throw new UserError(`server/data/${name}:${index + 1}: ${what}: ${text}`);
    };
    const cells = text.split('\t');
    if (cells.length > columns) fail(`more than ${columns} columns`);
    const [key] = cells;
    if (key.trim() !== key || key === '') fail('the first column is empty or has blanks around it');
    if (key === before) fail('stands twice');
    if (key < before) fail(`not in order: it belongs before "${before}"`);
    before = key;
    rows.push({ line: index + 1, cells: [...cells, ...Array(columns - cells.length).fill('')] });
  });
  return rows;
}

/** Whether a language has a file below server/data. */
export const hasTable = (name) => fs.existsSync(path.join(DATA, name));

/** Words of a cell, of which each must be known. */
export function namesOf(cell, known, place) {
  const names = cell.split(' ').filter(Boolean);
  for (const name of names)
    if (!known.has(name)) throw new UserError(`${place}: unknown "${name}"; known are ${[...known].join(', ')}`);
  return names;
}
