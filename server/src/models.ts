import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Reads the trained models that lie beside the bundle, in `models/`: the bytes for a language, or undefined where
 * there is none.
 */
export function modelReader(folder: string): (language: string) => Uint8Array | undefined {
  return (language) => {
    // the tag comes from a document or a setting: nothing but a language may become part of a path
    if (!/^[a-z]{2,8}$/.test(language)) return undefined;
    try {
      return readFileSync(join(folder, 'models', `${language}.bin`));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  };
}
