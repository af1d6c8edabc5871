import type { AnnotationDocument } from '../annotationDocument';

/** A name as XML has it, without a colon. */
export const NCNAME = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;

/**
 * XML names for all ids: themselves where they are such and nobody else's, else new ones.
 *
 * @param others - names that are taken already.
 */
export function xmlIds(document: AnnotationDocument, others: ReadonlySet<string>): (id: string) => string {
  const all = [...document.annotations, ...document.relations, ...document.groups].map((item) => item.id);
  const taken = new Set([...others, ...all.filter((id) => NCNAME.test(id))]);
  const names = new Map<string, string>();
  for (const id of all) {
    if (names.has(id)) continue;
    let name = id;
    if (!NCNAME.test(id) || others.has(id)) {
      for (let i = 1; taken.has(name) || !NCNAME.test(name); i++) name = `id-${i}`;
      taken.add(name);
    }
    names.set(id, name);
  }
  return (id) => names.get(id) ?? id;
}
