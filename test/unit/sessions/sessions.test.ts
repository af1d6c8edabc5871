import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { drawEnd } from './end';
import { Session } from './session';
import { SCHEMA_PROBLEMS, TEXTS } from './stage';

const DRAWN = path.join(import.meta.dirname, 'drawn');
const SESSIONS = 12;
const STEPS = 24;

/**
 * Whole sessions as they stand in files beside: what was done, what it changed, and what is there at the end. Whoever
 * changes an outcome on purpose draws them anew (`UPDATE_PICTURES=1 npx vitest run test/unit/sessions`) and reads the difference.
 */
describe('sessions', () => {
  test('the schema that they have is right', () => expect(SCHEMA_PROBLEMS).toEqual([]));

  for (let n = 1; n <= SESSIONS; n++)
    test(`session ${n}`, () => {
      const session = new Session(n, TEXTS[n % TEXTS.length] as string);
      for (let step = 0; step < STEPS; step++) session.step();
      // as the file stands in a working copy, whatever git makes of line ends
      const drawn = `${[...session.lines, ...drawEnd(session, n % 3 === 0)].join('\n').replaceAll('\r', '␍')}\n`;
      const file = path.join(DRAWN, `session-${n}.drawn`);
      if (process.env.UPDATE_PICTURES) fs.writeFileSync(file, drawn);
      expect(drawn).toBe(fs.readFileSync(file, 'utf8'));
    });
});
