import { describe, expect, it } from 'vitest';
import { placeGlob } from '../../../server/src/core/recognise/globs';

describe('globs of settings', () => {
  it.each([
    ['*.txt', 'folder', '**/*.txt'],
    ['news.txt', 'folder', '**/news.txt'],
    ['press/*.txt', 'folder', 'press/*.txt'],
    ['./press/*.txt', 'folder', 'press/*.txt'],
    ['press/2017', 'folder', 'press/2017/**'],
    ['press/', 'folder', 'press/**'],
    ['press', 'folder', '**/{press,press/**}'],
    ['press\\2017\\*.txt', 'folder', 'press/2017/*.txt'],
    ['/data/press/*.txt', 'root', '/data/press/*.txt'],
    ['C:\\data\\*.txt', 'root', 'C:/data/*.txt'],
  ])('%s', (glob, base, pattern) => {
    expect(placeGlob(glob)).toEqual({ base, pattern });
  });

  it('that are empty name nothing', () => {
    expect(placeGlob('  ')).toBeNull();
    expect(placeGlob('./')).toBeNull();
  });
});
