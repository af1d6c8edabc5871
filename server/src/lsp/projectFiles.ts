import { readText } from '../store/files';
import { pathOf } from './reviews';

/** A project's file as {@link Host.readFile} gives it, on a machine with files. */
export async function readProjectFile(uri: string, limit: number): Promise<string | undefined> {
  const path = pathOf(uri);
  return path === undefined ? undefined : readText(path, limit);
}
