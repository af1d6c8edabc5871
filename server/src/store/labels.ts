import { compareText } from '../formats/annotationDocument';
import type { Message } from '../messages/message';
import { schemaMessages } from '../messages/schema';
import type { ArticleLabel, Decisions } from './decisions';
import type { OutcomeInfo } from './outcomes';
import type { AttributeDeclaration, CorpusSchema } from './schema';

/** What an article's labels are: the values of each, by the labels' names, in the order of their names. A flag's value is empty. */
export function labelValues({ labels = [] }: Pick<Decisions, 'labels'>): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  for (const { label, value } of sortedLabels(labels)) values.set(label, [...(values.get(label) ?? []), value]);
  return values;
}

/** The same as plain data; undefined where the article has none. */
export function labelList(decisions: Pick<Decisions, 'labels'>): OutcomeInfo['labels'] {
  if (decisions.labels === undefined) return undefined;
  return [...labelValues(decisions)].map(([label, values]) => ({ label, values }));
}

/** Decisions in which a label has these values and no others; without any the article does not have it. What stays keeps who said it. */
export function withLabel(decisions: Decisions, label: string, values: readonly string[]): Decisions {
  const { labels = [], ...rest } = decisions;
  const own = new Map(labels.filter((known) => known.label === label).map((known) => [known.value, known]));
  const others = labels.filter((known) => known.label !== label);
  const now = sortedLabels([...others, ...[...new Set(values)].map((value) => own.get(value) ?? { label, value })]);
  const isSame = now.length === labels.length && now.every((known) => labels.includes(known));
  if (isSame) return decisions;
  return now.length === 0 ? rest : { ...rest, labels: now };
}

/** In the order in which they stand in the file: by label, then by value. */
export function sortedLabels(labels: readonly ArticleLabel[]): readonly ArticleLabel[] {
  return [...labels].sort((a, b) => compareText(a.label, b.label) || compareText(a.value, b.value));
}

/** A label's identity among an article's labels. */
export const labelKey = ({ label, value }: Pick<ArticleLabel, 'label' | 'value'>): string => JSON.stringify([label, value]);

/** What two sides made of the same labels: what either has added is there, what either has taken away is not. */
export function mergeLabels(
  base: Pick<Decisions, 'labels'>,
  ours: Pick<Decisions, 'labels'>,
  theirs: Pick<Decisions, 'labels'>,
): readonly ArticleLabel[] {
  const byKey = ({ labels = [] }: Pick<Decisions, 'labels'>): ReadonlyMap<string, ArticleLabel> =>
    new Map(labels.map((label) => [labelKey(label), label]));
  const [b, o, t] = [byKey(base), byKey(ours), byKey(theirs)];
  const kept = [...new Map([...t, ...o])].filter(([key]) => !b.has(key) || (o.has(key) && t.has(key)));
  // who said it first is not changed by who says it again
  return sortedLabels(kept.map(([key, label]) => t.get(key) ?? label));
}

/** Labels that the schema does not know, values that it does not offer, and several where there is to be one. */
export function labelProblems(
  labels: readonly ArticleLabel[],
  { labels: declared = [] }: CorpusSchema,
): readonly { readonly label: ArticleLabel; readonly message: Message }[] {
  const byId = new Map(declared.map((label) => [label.id, label]));
  const seen = new Set<string>();
  return labels.flatMap((label) => {
    const message = problemOf(label, byId.get(label.label), seen.has(label.label));
    seen.add(label.label);
    return message === undefined ? [] : [{ label, message }];
  });
}

function problemOf(
  { label, value }: ArticleLabel,
  declared: AttributeDeclaration | undefined,
  isFurther: boolean,
): Message | undefined {
  if (declared === undefined) return schemaMessages.noSuchLabel(label);
  if (isFurther && declared.multiple !== true) return schemaMessages.oneLabelValue(label);
  const isKnown = declared.kind === 'flag' ? value === '' : declared.values.length === 0 || declared.values.includes(value);
  return isKnown ? undefined : schemaMessages.noSuchLabelValue(label, value, declared.values.join(', '));
}

/** An article's metadata with its labels as columns: several values are parted by `; `, a flag that is set is its own name. */
export function withLabels(
  metadata: ReadonlyMap<string, string>,
  decisions: Pick<Decisions, 'labels'>,
): ReadonlyMap<string, string> {
  if (decisions.labels === undefined) return metadata;
  const words = [...labelValues(decisions)].map(
    ([label, values]) => [label, values.map((value) => value || label).join('; ')] as const,
  );
  return new Map([...metadata, ...words]);
}
