import * as v from 'valibot';
import { lenient } from './lenient';

/* The fields of a review file's lines. */

/** A text; what is not one is empty. */
const text = v.optional(v.fallback(v.string(), ''), '');

export const JudgedFields = v.object({ source: v.string(), version: lenient(v.string()), score: lenient(v.number()) });
export const SignedFields = v.object({ by: v.string(), day: lenient(v.string()) });
export const OutcomeFields = v.object({
  state: v.picklist(['finished', 'aside']),
  note: lenient(v.string()),
  by: lenient(v.string()),
  day: lenient(v.string()),
  sha256: v.string(),
  decided: v.string(),
});
export const LabelFields = v.object({
  label: v.pipe(v.string(), v.nonEmpty()),
  value: text,
  by: lenient(v.string()),
  day: lenient(v.string()),
});
const AnchorFields = v.object({
  exact: v.pipe(v.string(), v.nonEmpty()),
  prefix: text,
  suffix: text,
  nth: lenient(v.number()),
});
/** What stood before and after an annotation's words. */
export const AroundFields = v.object({ prefix: text, suffix: text });
export const Anchors = v.pipe(v.array(AnchorFields), v.nonEmpty());
const AttributeFields = v.record(v.string(), v.union([v.string(), v.array(v.string())]));
const RelationFields = v.object({
  id: v.string(),
  type: v.string(),
  trigger: lenient(v.string()),
  args: v.array(v.object({ role: v.string(), target: v.string() })),
  attributes: v.optional(v.fallback(AttributeFields, {}), {}),
  note: lenient(v.string()),
});
export const LostFields = v.object({
  lost: text,
  layer: text,
  type: text,
  attributes: v.optional(v.fallback(AttributeFields, {}), {}),
  links: lenient(v.array(v.object({ type: v.string(), resource: v.string(), id: v.string(), label: lenient(v.string()) }))),
  note: lenient(v.string()),
  status: lenient(v.picklist(['confirmed', 'suggested', 'rejected'])),
  relations: v.optional(v.fallback(v.array(RelationFields), []), []),
});

/** A value as a schema reads it; undefined where it is not such a value. */
export function asFields<Schema extends v.GenericSchema>(schema: Schema, value: unknown): v.InferOutput<Schema> | undefined {
  const read = v.safeParse(schema, value);
  return read.success ? read.output : undefined;
}
