import fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { hover } from '../../../server/src/service/hover/hover';
import { escapeMarkdown, link, plain, shorten } from '../../../server/src/service/markdown';
import { article, at, fr, hoverContext } from './support';

/** Rendered as editors do: GitHub's Markdown. */
const render = (markdown: string): string => marked.parse(markdown, { gfm: true, async: false });

const unescapeHtml = (html: string): string =>
  html
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');

const TRICKS = [
  '[a](command:b)',
  '![x](http://y)',
  '<b>',
  '<script>',
  '**',
  '__',
  '`',
  '```',
  '~~',
  '# ',
  '- ',
  '+ ',
  '1. ',
  '> ',
  '| a | b |',
  '|-|-|',
  'http://piege.example/',
  'https://piege.example',
  'www.piege.example',
  'nul@piege.example',
  'mailto:nul@piege.example',
  '&amp;',
  '&lt;',
  '\\',
  '](',
  ')',
  '"',
  '$(zap)',
  '[^1]',
  '===',
  '---',
  '\n',
  ' ',
  'é',
  'mot',
  '\u202e',
];
const words = fc.array(fc.constantFrom(...TRICKS), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''));

describe('words of the text, escaped', () => {
  it('are shown as they are, without any mark-up', () => {
    fc.assert(
      fc.property(words, (text) => {
        const html = render(`x ${escapeMarkdown(text)} x`);
        const shown = /^<p>([\s\S]*)<\/p>\n$/.exec(html)?.[1] ?? html;
        expect(shown).not.toMatch(/<\/?[a-z]/i);
        expect(unescapeHtml(shown).replace(/\s+/g, ' ')).toBe(`x ${plain(text)} x`.replace(/\s+/g, ' '));
      }),
      { numRuns: 1_000 },
    );
  });

  it('are shown as they are at the start of a line too', () => {
    fc.assert(
      fc.property(words, (text) => {
        fc.pre(plain(text) !== '');
        expect(render(escapeMarkdown(text))).toMatch(/^<p>[^<]*<\/p>\n$/);
      }),
      { numRuns: 1_000 },
    );
  });

  it('stay inside a link and its title', () => {
    fc.assert(
      fc.property(words, words, (label, title) => {
        fc.pre(plain(label) !== '' && plain(title) !== '');
        const html = render(`x ${link(label, 'goTo:1', title)} x`);
        expect(html).toMatch(/^<p>x <a href="goTo:1" title="[^"]*">[^<]*<\/a> x<\/p>\n$/);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a hover over a hostile text', () => {
  it('holds no link but its own', () => {
    fc.assert(
      fc.property(words, words, (name, said) => {
        fc.pre(name.trim() === name && name !== '' && said.trim() !== '');
        const text = `Un bateau. ${name} dort : « ${said} »`;
        const made = article(text, {
          entities: [[name, 'PER', 'x']],
          index: [{ id: 'x', role: said, note: said, aliases: [said], identifier: said }],
          quotes: [{ spans: [said], speaker: name, speakerEntity: 'x', speakerName: name }],
        });
        for (const offset of [at(text, name).start, text.lastIndexOf(said)]) {
          const html = render(hover(hoverContext(made, fr, true), offset)?.markdown ?? '');
          for (const [, address] of html.matchAll(/<a href="([^"]*)"/g)) {
            expect(address).toMatch(
              /^(?:goTo:|showAll:|copyQuote:|speakerWords:|https:\/\/(?:[a-z]{2}\.wikipedia|www\.wikidata)\.org\/)/,
            );
          }
          expect(html).not.toMatch(/<(?!\/?(?:p|strong|em|a|ul|li|hr|code)\b)/);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('shortened words', () => {
  it('keep to the limit, on one line, without half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.integer({ min: 8, max: 60 }), (text, limit) => {
        const short = shorten(text, limit);
        expect(short.length).toBeLessThanOrEqual(limit + 1);
        expect(short).not.toMatch(/[\r\n]/);
        expect(() => encodeURIComponent(short)).not.toThrow();
      }),
    );
  });
});
