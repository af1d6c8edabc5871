import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeAs, decodeText, isEncoding } from '../../../server/src/core/text/encoding';

/** What a person would have saved: the bytes of a text in an encoding of one byte a letter. */
function encode(text: string, encoding: string): Uint8Array {
  const letters = new Map<string, number>();
  for (let byte = 255; byte >= 0; byte--) letters.set(decodeAs(Uint8Array.of(byte), encoding) as string, byte);
  return Uint8Array.from([...text], (letter) => {
    const byte = letters.get(letter);
    if (byte === undefined) throw new Error(`${encoding} has no ${letter}`);
    return byte;
  });
}

function encodeWide(text: string, isLittle: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), isLittle);
  return bytes;
}

const utf8 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));

const FRENCH = '« Le cœur de l’été », a déclaré Hélène Müller à 18 h. Où était-il ? À Évry, paraît-il, chez ses aïeux.';
const PLAIN_FRENCH = "Le maire a déclaré qu'il était prêt à fermer le pont. Où iront les élèves ? À Évry, paraît-il.";

describe('how a file is read', () => {
  it.each<[string, Uint8Array, string, string]>([
    ['ASCII', utf8('The bridge is closed.'), 'utf-8', 'The bridge is closed.'],
    ['nothing', new Uint8Array(), 'utf-8', ''],
    ['UTF-8', utf8(FRENCH), 'utf-8', FRENCH],
    ['UTF-8 with its mark', utf8(`\ufeff${FRENCH}`), 'utf-8-bom', `\ufeff${FRENCH}`],
    ['UTF-16 with its mark', encodeWide(`\ufeff${FRENCH}`, true), 'utf-16le', `\ufeff${FRENCH}`],
    ['UTF-16, the other way round', encodeWide(`\ufeff${FRENCH}`, false), 'utf-16be', `\ufeff${FRENCH}`],
    ['UTF-16 without a mark', encodeWide(FRENCH, true), 'utf-16le', FRENCH],
    ['the other way round without a mark', encodeWide(FRENCH, false), 'utf-16be', FRENCH],
    [
      'Russian in UTF-16',
      encodeWide('Мэр города вчера закрыл старый мост.', true),
      'utf-16le',
      'Мэр города вчера закрыл старый мост.',
    ],
    ['French from Windows', encode(FRENCH, 'windows-1252'), 'windows-1252', FRENCH],
    ['French in Latin-1', encode(PLAIN_FRENCH, 'iso-8859-1'), 'windows-1252', PLAIN_FRENCH],
    [
      'œ in Latin-9',
      encode('Sa sœur a mal au cœur, dit-on à Évry.', 'iso-8859-15'),
      'iso-8859-15',
      'Sa sœur a mal au cœur, dit-on à Évry.',
    ],
    [
      'a half in Latin-1',
      encode('Ils gagnent 14½ à 13½, écrit-on.', 'iso-8859-1'),
      'windows-1252',
      'Ils gagnent 14½ à 13½, écrit-on.',
    ],
    ['French from an old Mac', encode(FRENCH, 'macintosh'), 'macintosh', FRENCH],
    ['one letter alone', encode('Le café est fermé.', 'windows-1252'), 'windows-1252', 'Le café est fermé.'],
    ['capitals', encode('LES ÉLÈVES DE L’ÉCOLE', 'windows-1252'), 'windows-1252', 'LES ÉLÈVES DE L’ÉCOLE'],
    [
      'English with curly marks',
      encode('“It’s over,” she said – and left.', 'windows-1252'),
      'windows-1252',
      '“It’s over,” she said – and left.',
    ],
    [
      'German',
      encode('Der Bürgermeister schließt die Brücke, sagt Jürgen Groß.', 'windows-1252'),
      'windows-1252',
      'Der Bürgermeister schließt die Brücke, sagt Jürgen Groß.',
    ],
    [
      'Polish',
      encode('Burmistrz zamknął wczoraj most, powiedział Łukasz Źdźbło. Będzie ciężko.', 'windows-1250'),
      'windows-1250',
      'Burmistrz zamknął wczoraj most, powiedział Łukasz Źdźbło. Będzie ciężko.',
    ],
    [
      'Hungarian',
      encode('A polgármester lezárta a régi hidat. Győző szerint tűrhetetlen idő ez, őszintén szólva.', 'windows-1250'),
      'windows-1250',
      'A polgármester lezárta a régi hidat. Győző szerint tűrhetetlen idő ez, őszintén szólva.',
    ],
    [
      'Russian',
      encode('Мэр города вчера закрыл старый мост. Жителям придётся ждать два года, сказал он.', 'windows-1251'),
      'windows-1251',
      'Мэр города вчера закрыл старый мост. Жителям придётся ждать два года, сказал он.',
    ],
    [
      'Russian in KOI8',
      encode('Мэр города вчера закрыл старый мост. Жителям придётся ждать два года, сказал он.', 'koi8-r'),
      'koi8-r',
      'Мэр города вчера закрыл старый мост. Жителям придётся ждать два года, сказал он.',
    ],
    [
      'Greek',
      encode('Ο δήμαρχος έκλεισε χθες τη γέφυρα. Οι κάτοικοι θα περιμένουν δύο χρόνια.', 'windows-1253'),
      'windows-1253',
      'Ο δήμαρχος έκλεισε χθες τη γέφυρα. Οι κάτοικοι θα περιμένουν δύο χρόνια.',
    ],
  ])('%s', (_, bytes, encoding, text) => {
    expect(decodeText(bytes)).toMatchObject({ encoding, text });
  });

  it.each<[string, Uint8Array]>([
    ['NUL bytes here and there', Uint8Array.of(1, 0, 2, 0, 0, 3, 4, 0)],
    ['control characters', Uint8Array.of(0x80, 1, 2, 3, 4, 5, 6, 7)],
    ['an image', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13)],
  ])('no text: %s', (_, bytes) => {
    expect(decodeText(bytes)).toBeUndefined();
  });

  it('a letter cut in two at the end does no harm where only the beginning is looked at', () => {
    const bytes = utf8('Le café fermé');
    const cut = bytes.subarray(0, bytes.length - 1);
    expect(decodeText(cut, true)).toMatchObject({ encoding: 'utf-8', text: 'Le café ferm' });
    expect(decodeText(cut)?.encoding).not.toBe('utf-8');
  });

  it('is sure of UTF-8, UTF-16 and of plain French, not of a single odd byte', () => {
    expect(decodeText(utf8(FRENCH))?.sure).toBe(true);
    expect(decodeText(encodeWide(FRENCH, true))?.sure).toBe(true);
    expect(decodeText(encode(FRENCH, 'windows-1252'))?.sure).toBe(true);
    expect(decodeText(Uint8Array.of(0x61, 0xa4, 0x62))?.sure).toBe(false);
  });

  it('never fails', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const read = decodeText(bytes);
        expect(read === undefined || typeof read.text === 'string').toBe(true);
      }),
    );
  });

  it('any text comes back from UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(decodeText(utf8(`a${text}`))?.text).toBe(`a${text}`);
      }),
    );
  });
});

describe('names of encodings', () => {
  it.each(['utf-8', 'utf-8-bom', 'UTF-16LE', 'windows-1252', 'iso-8859-15', 'macintosh', 'koi8-r'])('%s', (name) => {
    expect(isEncoding(name)).toBe(true);
  });

  it('others are none', () => {
    expect([isEncoding('utf-9'), isEncoding('')]).toEqual([false, false]);
  });

  it('the marks of windows-1252 are read wherever it runs', () => {
    expect(decodeAs(Uint8Array.of(0x80, 0x85, 0x92, 0x9c), 'windows-1252')).toBe('€…’œ');
  });
});
