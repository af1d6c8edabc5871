import { expect, it } from 'vitest';
import { plain } from '../../../client/src/web/plain';

/** As VS Code makes its positions. */
class Position {
  #line: number;
  readonly hidden = 1;

  constructor(line: number) {
    this.#line = line;
  }

  get line(): number {
    return this.#line;
  }

  toJSON() {
    return { line: this.line };
  }
}

it('says what JSON says, whatever the classes of what is sent', () => {
  const message = {
    id: 1,
    params: { position: new Position(3), ranges: [[new Position(1)], undefined], has: () => true, none: undefined, null: null },
  };
  expect(plain(message)).toEqual(JSON.parse(JSON.stringify(message)));
  expect(structuredClone(plain(message))).toEqual({
    id: 1,
    params: { position: { line: 3 }, ranges: [[{ line: 1 }], null], null: null },
  });
});

it('leaves bytes alone', () => {
  const bytes = new Uint8Array([1, 2, 3]);
  expect(plain({ result: { ok: true, bytes } })).toEqual({ result: { ok: true, bytes } });
  expect((plain({ bytes }) as { bytes: unknown }).bytes).toBe(bytes);
});
