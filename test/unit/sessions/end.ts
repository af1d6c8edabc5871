import type { AnnotationDocument } from '../../../server/src/formats/annotationDocument';
import { agreement } from '../../../server/src/store/agreement';
import { findInconsistencies } from '../../../server/src/store/consistency';
import { changedSince, noDecisions } from '../../../server/src/store/decisions';
import { compareText } from '../../../server/src/store/differences';
import { decidedDocument, exportDocument, fromSigned, signedDocument } from '../../../server/src/store/exportDocument';
import { decide, differenceId, isOpen, ordered, sameChoice, withAgreed } from '../../../server/src/store/gold';
import { labelProblems, labelValues } from '../../../server/src/store/labels';
import { relationsAt, relationsOf, unfitting } from '../../../server/src/store/relations';
import { extent } from '../../../server/src/store/reviewItem';
import { itemAt, neighbourItem, progress, type ReviewFilter, reviewList } from '../../../server/src/store/reviewList';
import { schemaBreaches } from '../../../server/src/store/schemaChecks';
import { writeSidecars } from '../../../server/src/store/sidecars';
import { inEnglish } from '../inEnglish';
import { drawAnalysis } from '../pictures/draw';
import { Session, shownDecisions } from './session';
import { SCHEMA } from './stage';

const FILTERS: readonly ReviewFilter[] = [
  { status: ['undecided'] },
  { layers: ['entity'], types: ['PER'], atLeast: 0.75 },
  { below: 0.7, words: 'VELL' },
  { source: 'other' },
  { by: 'anna', since: '2017-02-03' },
  { by: 'ben', since: '2017-02-04' },
];

/** What is there after a session: its files, all that is listed and shown, and how three such sessions compare. */
export function drawEnd(session: Session, withGold: boolean): readonly string[] {
  const { text, decisions } = session;
  const { items, analysis } = session.overlay();
  const files = writeSidecars(decisions, session.files);
  const relations = relationsOf(decisions.document, SCHEMA);
  return [
    '= files',
    ...(files.ann ?? '').split('\n'),
    // digests say nothing to a reader
    ...(files.review ?? '').replace(/"(?:sha256|decided)":"[0-9a-f]+"/g, '"…"').split('\n'),
    '= items',
    ...items.map(
      ({ id, layer, type, spans, status, score, sources, replaces, attributes, cue, speaker }) =>
        `${id} ${layer}/${type} ${JSON.stringify([spans, status, score, sources, replaces.map((one) => one.id), attributes, cue, speaker])}`,
    ),
    '= shown',
    ...drawAnalysis(text, analysis),
    '= lists',
    JSON.stringify(progress(items, decisions.lost.length)),
    ...FILTERS.flatMap((filter) =>
      (['text', 'leastSure'] as const).map(
        (order) =>
          `${JSON.stringify(filter)} ${order}: ${reviewList(items, text, filter, order)
            .map(({ id }) => id)
            .join(' ')}`,
      ),
    ),
    ...walk(session),
    '= checks',
    ...relations.map(
      ({ id, ends, trigger }) =>
        `${id} ${JSON.stringify([trigger, ends])} ${relationsAt(relations, ends[0]?.annotation ?? '').length}`,
    ),
    `unfitting ${unfitting(relations, SCHEMA)
      .map(({ id }) => id)
      .join(' ')}`,
    ...schemaBreaches(text, items, relations, SCHEMA).map(({ span, message }) => `${span.start} ${inEnglish(message)}`),
    ...findInconsistencies({ text, items, analysis }).map((one) => JSON.stringify(one)),
    ...labelProblems(decisions.labels ?? [], SCHEMA).map(({ label, message }) => `${label.label} ${inEnglish(message)}`),
    `labels ${JSON.stringify([...labelValues(decisions)])} since ${changedSince(decisions)}`,
    '= exported',
    ...drawDocument(exportDocument('a', decisions, items, analysis, SCHEMA)),
    `back ${shownDecisions(fromSigned(signedDocument(decisions), { ...decisions, marks: new Map() })).length}`,
    ...(withGold ? drawGold(session) : []),
  ];
}

function drawDocument({ annotations, relations, groups, metadata, labels, date }: AnnotationDocument): readonly string[] {
  return [...annotations, ...relations, ...groups, { metadata, labels, date }].map((one) => JSON.stringify(one));
}

/** From item to item, in both orders and directions, and what is meant at places. */
function walk(session: Session): readonly string[] {
  const { text } = session;
  const { items } = session.overlay();
  const at = (item: (typeof items)[number] | undefined, wrapped = false): string => `${item?.id}${wrapped ? ' around' : ''}`;
  const lists = (['text', 'leastSure'] as const).map((order) => reviewList(items, text, { status: ['undecided'] }, order));
  return [0, 20, 55, 90, 140, text.length].flatMap((start) => {
    const place = { start, end: start + 4 };
    const near = items.find((item) => extent(item).start >= start);
    const currents = [undefined, { id: near?.id, score: near?.score }, { score: 0.6 }, {}];
    const steps = lists.flatMap((list) =>
      currents.flatMap((current) =>
        (['next', 'previous'] as const).map((direction) => {
          const found = neighbourItem(list, place, direction, current);
          return found ? `${at(found.item, found.wrapped)} ${found.index}` : '-';
        }),
      ),
    );
    return [`at ${start}: ${at(itemAt(items, place))}, ${at(itemAt(items, near ? extent(near) : place))}; ${steps.join(', ')}`];
  });
}

/** Three people annotate the article, each for themselves; what they agree on, what is decided of the rest, and the figures. */
function drawGold({ text }: Session): readonly string[] {
  const people = [1, 2, 3].map((seed) => {
    const person = new Session(seed + text.length, text);
    person.annotate(14);
    return person.decisions.document;
  });
  const { agreed, differences } = compareText({ id: 'a', text, by: people }, SCHEMA);
  const context = { sources: people, schema: SCHEMA };
  const begun = withAgreed(noDecisions('a', text), agreed, people, SCHEMA);
  const lines = [`= gold, ${begun.taken} agreed`];
  let gold = begun.decisions;
  const [first] = differences;
  for (const [n, difference] of differences.entries()) {
    const { kind, start, end, variants, without } = difference;
    const choice = n % 4 === 3 ? 'reject' : n % 4 === 2 ? 'own' : { take: n % variants.length };
    const open = isOpen(difference, gold, SCHEMA);
    gold = decide(gold, difference, choice, context);
    const alike = first && JSON.stringify(sameChoice(first, { take: 0 }, difference));
    const said = variants.map(
      ({ annotators, item }) => `${annotators} ${item.layer}/${item.type} ${item.key} ${item.value ?? ''}`,
    );
    lines.push(
      `${kind} ${start}-${end} ${said.join(' | ')} without ${without} ${open} → ${isOpen(difference, gold, SCHEMA)} ${alike}`,
    );
  }
  const sequence = (order: 'type' | 'likeness'): string =>
    ordered(differences, order)
      .map(({ start, end }) => `${start}-${end}`)
      .join(' ');
  const ids = new Set(differences.map(differenceId));
  return [
    ...lines,
    `${ids.size} names, by type ${sequence('type')}, by likeness ${sequence('likeness')}`,
    ...shownDecisions(gold),
    ...drawDocument(decidedDocument('a', gold, { language: 'fr', date: '2017-01' })),
    ...agreement([{ id: 'a', text, by: people }], ['a', 'b', 'c'], SCHEMA).rows.map((row) =>
      JSON.stringify(row, (_, value) => (typeof value === 'number' ? Math.round(value * 1000) / 1000 : value)),
    ),
  ];
}
