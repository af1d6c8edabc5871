import { expect, it } from 'vitest';
import { Restarts } from '../../../client/src/restarts';

it('a server that ends again and again is left alone, one that ends now and then is not', () => {
  const often = new Restarts(3, 1_000);
  expect([0, 10, 20, 30, 40].map((now) => often.allow(now))).toEqual([true, true, true, false, false]);
  expect(often.allow(1_005)).toBe(true);
  const seldom = new Restarts(3, 1_000);
  for (let now = 0; now < 20_000; now += 500) expect(seldom.allow(now)).toBe(true);
});
