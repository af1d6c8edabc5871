import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Reads the trained models that lie beside the bundle, in `models/`: the bytes for a language, or undefined where
 * there is none.
 */
export function modelReader(folder: string): (language: string) => Uint8Array | undefined {
  return (language) => {
    try {
      return readFileSync(join(folder, 'models', `${language}.bin`));
    } catch {
      return undefined;
    }
  };
}
