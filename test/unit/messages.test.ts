import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MessageError, messageOf } from '../../server/src/messages/error';
import { fileMessages } from '../../server/src/messages/files';
import { formatMessages } from '../../server/src/messages/formats';
import { isMessage, type Message } from '../../server/src/messages/message';
import { say } from '../../server/src/messages/say';
import { localeOf, topic, wordsOf } from '../../server/src/messages/topic';

const GAPS = ['1', '2', '3', '4', '5'];
const FOLDER = 'server/src/messages';

/** A message with texts in its gaps; with lists, where it asks for them. */
function sayable(make: (...gaps: unknown[]) => unknown): unknown {
  const made = make(...GAPS);
  try {
    if (isMessage(made)) say(made, 'en');
    return made;
  } catch {
    return make(...GAPS.map((gap) => [gap]));
  }
}

/** Every message that a module's makers give, with something in each gap. */
function messagesIn(node: unknown): readonly Message[] {
  if (typeof node === 'function') {
    const made = sayable(node as (...gaps: unknown[]) => unknown);
    return isMessage(made) ? [made] : [];
  }
  if (isMessage(node)) return [node];
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(messagesIn) : [];
}

describe('messages', () => {
  it('can all be said in both languages', async () => {
    let said = 0;
    for (const file of readdirSync(FOLDER)) {
      const module: Record<string, unknown> = await import(`../../${FOLDER}/${file.replace(/\.ts$/, '')}`);
      for (const [name, value] of Object.entries(module)) {
        if (!name.endsWith('Messages') || typeof value !== 'object') continue;
        for (const message of messagesIn(value)) {
          for (const language of ['en', 'fr']) expect(say(message, language), message.text).toMatch(/\S/);
          said++;
        }
      }
    }
    expect(said).toBeGreaterThan(200);
  });

  it('are plain data: they go to another thread and are said there', () => {
    const message = formatMessages.named('spans[2]', formatMessages.part.noLabel);
    const sent: Message = structuredClone(message);
    expect(say(sent, 'en')).toBe('spans[2] has no label.');
    expect(say(sent, 'fr-FR')).toBe('spans[2] n’a pas d’étiquette.');
  });

  it('say failures of the system in words, and leave those of libraries as they are', () => {
    const missing = Object.assign(new Error('ENOENT: no such file'), { code: 'ENOENT' });
    expect(say(messageOf(missing), 'fr')).toBe('n’existe pas');
    expect(say(messageOf(new Error('odd')), 'fr')).toBe('odd');
    const own = new MessageError(fileMessages.diskFull);
    expect(own.message).toBe('could not be written: the disk is full');
    expect(say(messageOf(own), 'fr')).toBe('n’a pas pu être écrit\u00a0: le disque est plein');
  });

  it.each([
    ['fr', 'fr'],
    ['fr-CA', 'fr'],
    ['fr_FR.UTF-8', 'fr'],
    ['FR', 'fr'],
    ['fro', 'en'],
    ['C', 'en'],
    ['', 'en'],
    [undefined, 'en'],
  ])('the language of %s is %s', (tag, locale) => {
    expect(localeOf(tag)).toBe(locale);
  });

  it('without French, or with other gaps, do not compile', () => {
    // @ts-expect-error French is missing
    topic('a', { b: { en: 'One' } });
    // @ts-expect-error a gap that English has not
    topic('a', { b: { en: 'One', fr: (n: number) => `${n}` } });
    // @ts-expect-error a gap of another type
    topic('a', { b: { en: (s: string) => s, fr: (n: number) => `${n}` } });
    const made = topic('a', { b: { en: (n: number) => `${n} of us`, fr: (n: number) => `${n} d’entre nous` } });
    expect(wordsOf(made, 'fr').b(2)).toBe('2 d’entre nous');
  });
});
