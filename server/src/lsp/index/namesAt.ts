import type { Entity } from '../../core/analysis';
import type { CorpusCounts } from '../../service/hover/context';
import { entityOf, subjectAt } from '../../service/subject';
import { nameDecisionsOf } from '../nameDecisions';
import { folderOf } from '../schemas';
import type { AnalysedDocument, Session } from '../session';

/** Nobody who points at a name waits longer for what an index knows of it. In milliseconds. */
const SOON = 20;

/** An entity that is one over all articles, with the workspace folder whose articles those are. */
export interface CorpusEntity {
  readonly entity: Entity;
  readonly folder: string;
  /** What it is called over all articles. */
  readonly name: string;
}

/**
 * The entity at a place of an article, where its name means the same in all articles: full names of persons do, given names
 * and family names alone stay with their article, unless people have decided otherwise.
 */
export async function corpusEntityAt(
  session: Session,
  { article, document }: AnalysedDocument,
  offset: number,
): Promise<CorpusEntity | undefined> {
  const folder = folderOf(document.uri, session.folders);
  const entity = article.entity(entityOf(subjectAt(article, offset)));
  if (folder === undefined || entity === undefined) return undefined;
  const decisions = await nameDecisionsOf(session, folder);
  if (decisions.isAlone(entity.name, entity.type)) return undefined;
  return { entity, folder, name: decisions.headOf(entity.type, entity.name) };
}

/** How often the entity at a place stands in all articles; undefined where that is not known at once. */
export async function countsAt(session: Session, analysed: AnalysedDocument, offset: number): Promise<CorpusCounts | undefined> {
  const found = session.index && (await corpusEntityAt(session, analysed, offset));
  if (found === undefined) return undefined;
  const { entity, folder, name } = found;
  const soon = new Promise<undefined>((done) => setTimeout(() => done(undefined), SOON));
  const asked = session.index?.ask({ kind: 'counts', folder, name, type: entity.type });
  const counts = await Promise.race([asked?.catch(() => undefined), soon]);
  return counts && { entity: entity.id, name, ...counts };
}
