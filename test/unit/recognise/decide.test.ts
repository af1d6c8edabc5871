import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArticleEvidence, decideArticle, HEAD_LENGTH } from '../../../server/src/core/recognise/decide';
import { compileHeaderPatterns, DEFAULT_HEADER_PATTERNS } from '../../../server/src/core/structure/header';

const { patterns } = compileHeaderPatterns(DEFAULT_HEADER_PATTERNS);
const PROSE = 'Le conseil municipal a voté hier la fermeture du pont. Les habitants devront faire le tour par Vernoux.';
const HEADER = ' date 2018-03 La région renonce.';

function decide(evidence: Partial<ArticleEvidence>) {
  return decideArticle({ path: 'a.txt', head: PROSE, mode: 'auto', headerPatterns: patterns, hasSidecar: false, ...evidence });
}

describe('what comes first', () => {
  it.each<[string, Partial<ArticleEvidence>, boolean, string]>([
    ['prose', {}, true, 'prose'],
    ['the choice for it', { choice: 'plain', isNamedArticle: true, head: HEADER }, false, 'chosen'],
    ['the choice against all else', { choice: 'article', isExcluded: true, path: 'LICENSE', head: 'x = 1' }, true, 'chosen'],
    ['an exclusion before a glob', { isExcluded: true, isNamedArticle: true }, false, 'excluded'],
    ['an exclusion before a header', { isExcluded: true, head: HEADER }, false, 'excluded'],
    ['a glob before the form', { isNamedArticle: true, head: 'un\ndeux\ntrois' }, true, 'glob'],
    ['a glob with never', { isNamedArticle: true, mode: 'never' }, true, 'glob'],
    ['a glob before the editor’s language', { isNamedArticle: true, languageId: 'markdown' }, true, 'glob'],
    ['no glob for what is no text', { isNamedArticle: true, head: `${PROSE}\0` }, false, 'binary'],
    ['another language', { languageId: 'markdown' }, false, 'otherLanguage'],
    ['the user’s own association', { isAssociated: true, head: HEADER }, false, 'otherLanguage'],
    ['the language that we gave says nothing', { languageId: 'article', head: 'un\ndeux\ntrois' }, false, 'notProse:list'],
    ['never', { mode: 'never', head: HEADER, hasSidecar: true }, false, 'never'],
    ['.article whatever the mode', { mode: 'never', path: 'press/a.article', head: '' }, true, 'extension'],
    ['a header', { head: HEADER }, true, 'header'],
    ['a header before the name', { head: HEADER, path: 'README.txt' }, true, 'header'],
    ['a header where headers alone count', { head: HEADER, mode: 'header' }, true, 'header'],
    ['no header where headers alone count', { mode: 'header' }, false, 'noHeader'],
    ['annotations beside it', { hasSidecar: true, head: 'un\ndeux' }, true, 'sidecar'],
    ['annotations beside it where headers count', { hasSidecar: true, mode: 'header' }, true, 'sidecar'],
    ['annotations of the text of the same name', { hasSidecar: true, path: 'a.log' }, false, 'notProse:log'],
    ['broken bytes all over', { head: '\uFFFD\uFFFDab\uFFFD' }, false, 'binary'],
    ['an untitled document', { path: '' }, true, 'prose'],
    ['a file without an extension', { path: 'texts/vote' }, true, 'prose'],
    ['a name with points', { path: 'M. Dupont' }, true, 'prose'],
  ])('%s', (_, evidence, article, reason) => {
    expect(decide(evidence)).toEqual({ article, reason });
  });

  it('more than the first characters changes nothing', () => {
    const long = `${PROSE}\n`.repeat(200);
    expect(decide({ head: long + '<xml>\n'.repeat(5000) })).toEqual(decide({ head: long.slice(0, HEAD_LENGTH) }));
  });
});

describe('names of files that are no articles', () => {
  it.each([
    ['LICENSE', 'licence'],
    ['docs/LICENSE.txt', 'licence'],
    ['OPEN-SANS-LICENSE.txt', 'licence'],
    ['COPYING', 'licence'],
    ['README', 'readme'],
    ['read_me.txt', 'readme'],
    ['LISEZMOI.txt', 'readme'],
    ['CHANGELOG.txt', 'changelog'],
    ['AUTHORS', 'list'],
    ['humans.txt', 'list'],
    ['requirements-dev.txt', 'config'],
    ['robots.txt', 'config'],
    ['CMakeLists.txt', 'config'],
    ['stopwords_fr.txt', 'list'],
    ['film.srt', 'subtitles'],
    ['a.csv', 'table'],
    ['a.md', 'markup'],
    ['a.py', 'code'],
    ['a.ann', 'annotations'],
    ['node_modules/pkg/about.txt', 'package'],
    ['lib/site-packages/thing/about.txt', 'package'],
  ])('%s', (path, kind) => {
    expect(decide({ path })).toEqual({ article: false, reason: `notProse:${kind}` });
  });

  it.each([
    'readers.txt',
    'newsroom.txt',
    'historique.txt',
    'permission.txt',
    'Le Monde 2017.03.04',
    'robotique.txt',
    'licencie.txt',
  ])('not %s', (path) => {
    expect(decide({ path }).article).toBe(true);
  });
});

const ARTICLES: readonly (readonly [string, string])[] = [
  ['a French article', `Un pont fermé pour deux ans\n\n${PROSE}\n\n« C’est trop long », dit le maire, Paul Verdier.`],
  ['a short brief', 'Deux blessés dans une collision à Vernoux. La route est restée fermée jusqu’à midi.'],
  ['one sentence', 'La gare rouvrira lundi matin.'],
  ['a message with tags', 'Le tunnel est encore fermé ce matin, merci la région #transports @laregion https://exemple.fr/x1'],
  ['one without a full stop', 'trop contente de retrouver la mer ce week-end avec toute la famille'],
  ['all in one line', `${PROSE} `.repeat(20)],
  [
    'hard wrapped, no blank lines',
    'Le conseil municipal a voté\nhier la fermeture du pont que\nles habitants empruntaient depuis\ncinquante ans. Le maire\nregrette.',
  ],
  ['with captions and credits', `${PROSE}\n© Photo Marie Lenoir\n${PROSE}\nLe pont de Vernoux. © AFP\n${PROSE}`],
  ['with a dateline', 'LORIENT (Agence) – Le port a rouvert mardi. Trois navires attendaient depuis une semaine.'],
  ['with CRLF and a byte-order mark', `\ufeffTitre du jour\r\n\r\n${PROSE}\r\n`],
  ['in English', 'The ferry was late again on Monday. “We waited for two hours,” said Ann Field, a teacher from Leith.'],
  ['in German', 'Der Bürgermeister lehnt den Neubau ab. Man habe kein Geld, sagte er am Montag vor dem Rathaus.'],
  ['in Portuguese', 'O presidente da câmara recusou a proposta. A obra custaria mais de dois milhões de euros.'],
  ['in Russian', 'Мэр города вчера закрыл старый мост. Жителям придётся ехать в обход целых два года.'],
  ['in Greek', 'Ο δήμαρχος έκλεισε χθες τη γέφυρα. Οι κάτοικοι θα περιμένουν δύο χρόνια.'],
  ['in Arabic', 'أغلق رئيس البلدية الجسر القديم أمس. وسيضطر السكان إلى الانتظار لمدة عامين.'],
  ['in Chinese', '市长昨天关闭了旧桥。居民们必须等待两年才能再次通行。他说，这座桥太危险了。'],
  ['in Japanese', '市長は昨日、古い橋を閉鎖した。住民は「二年は長すぎる」と話している。'],
  ['in Thai', 'นายกเทศมนตรีปิดสะพานเก่าเมื่อวานนี้ ชาวบ้านต้องรอสองปี'],
  ['in Hindi', 'महापौर ने कल पुराना पुल बंद कर दिया। लोगों को दो साल तक इंतज़ार करना होगा।'],
  [
    'verse',
    'La nuit descend sur les collines,\nLe vent se tait, l’oiseau s’endort ;\nEt moi, devant les eaux marines,\nJ’attends la barque et son trésor.',
  ],
  [
    'verse in English',
    'The tide goes out, the boats lie still,\nA lamp is lit upon the hill;\nAnd nobody will ask again\nWho walked the harbour in the rain.',
  ],
  [
    'an interview',
    'MARIE LENOIR : Vous partez quand ?\nPAUL VERDIER : Demain, si la mer le permet.\nMARIE LENOIR : Et ensuite, que ferez-vous ?',
  ],
  [
    'a transcript with times',
    '00:01:12 Anna: So when did you first hear of it?\n00:01:20 Ben: My mother told me, when I was ten.\n00:01:31 Anna: Really?',
  ],
  [
    'dialogue with dashes',
    '– Tu viens avec nous ce soir ?\n– Non, je reste ici, il est trop tard.\n– Comme tu veux, dit-elle en partant.',
  ],
  [
    'a live report',
    '10h15 - Le ministre arrive à la préfecture.\n10h40 - Les maires prennent la parole, l’un après l’autre.\n11h05 - Fin de la réunion.',
  ],
  ['metadata above it', `Le Monde, 3 mars 2017\nAuteur : Marie Lenoir\nRubrique : Région\n\n${PROSE} ${PROSE}`],
  [
    'with figures',
    'Le chômage a reculé de 2,3 % au troisième trimestre, à 9,1 %. Il reste 2,8 millions de demandeurs, contre 2,9 en 2016.',
  ],
  [
    'on programs',
    'Apple a présenté hier son iPhone et une version de macOS. « C’est un grand jour », a dit son directeur sur apple.com.',
  ],
  [
    'on a licence',
    'Le club perd sa licence. La ligue l’a annoncé jeudi. Les dirigeants feront appel, dit leur avocat, et le public attendra la suite avec eux.',
  ],
  ['a quotation first', '« Je ne partirai pas », a répété la présidente devant les salariés réunis à Brest.'],
  ['a bracket first', '[Mis à jour à 18 h] Les secours cherchent toujours deux marins. La mer est forte, disent-ils.'],
  [
    'a page of a novel',
    `${'Elle regarda la pluie tomber sur la place, puis elle referma le livre. '.repeat(6)}\n\n— Viens, dit-il.`,
  ],
];

const OTHERS: readonly (readonly [string, string, string])[] = [
  ['nothing', '', 'empty'],
  ['blank lines', ' \n\t\n\n', 'empty'],
  ['one word', 'numpy', 'list'],
  ['a list of words', 'pomme\npoire\ncerise\nabricot\nprune\nfigue', 'list'],
  ['a list of names', 'Marie Lenoir\nPaul Verdier\nAnn Field\nBen Marsh\nJean Roche', 'list'],
  ['two words a line', 'rouge vif\nbleu nuit\nvert pomme\njaune paille', 'list'],
  ['tokens with labels', 'Marie B-PER\nLenoir I-PER\nvit O\nà O\nBrest B-LOC\n. O', 'list'],
  ['requirements', 'numpy==1.24.0\nrequests>=2.28,<3\nflask\npytest~=7.1', 'config'],
  ['robots', 'User-agent: *\nDisallow: /private/\nSitemap: https://example.org/sitemap.xml', 'config'],
  ['an ini file', '[server]\nport = 8080\nhost = localhost\n\n[client]\nretries = 3', 'config'],
  ['yaml', 'name: corpus\nversion: 2\nlanguages:\n  - fr\n  - en\npath: /data/corpus', 'config'],
  [
    'a commented configuration',
    '# This is the main configuration file.\n# It is read when the server starts.\nListen 80\n# The port.',
    'config',
  ],
  ['json', '{\n  "title": "Un pont fermé.",\n  "text": "Le maire a dit hier que le pont serait fermé."\n}', 'config'],
  ['json lines', '{"id": 1, "text": "Le pont est fermé."}\n{"id": 2, "text": "La gare rouvre."}', 'config'],
  ['xml', '<?xml version="1.0"?>\n<doc>\n<p>Le pont est fermé.</p>\n</doc>', 'markup'],
  ['html', '<!DOCTYPE html>\n<html><body><p>Le pont est fermé depuis hier.</p></body></html>', 'markup'],
  [
    'subtitles',
    '1\n00:00:01,000 --> 00:00:03,500\nTu viens avec nous ce soir ?\n\n2\n00:00:04,000 --> 00:00:05,000\nNon.',
    'subtitles',
  ],
  ['web subtitles', 'WEBVTT\n\n00:01.000 --> 00:04.000\nNever drink liquid nitrogen.', 'subtitles'],
  ['a table with commas', 'name,age,town\nMarie,34,Brest\nPaul,51,Lyon\nAnn,29,Leith', 'table'],
  [
    'a table with semicolons',
    'titre;date;auteur\nUn pont fermé;2017-03-03;Marie Lenoir\nLa gare rouvre;2017-03-04;Paul Verdier',
    'table',
  ],
  [
    'a table of sentences',
    'id;text\n1;"Le pont est fermé depuis hier.\nLes habitants attendent."\n2;"La gare rouvre lundi."',
    'table',
  ],
  ['a table with tabs', 'Marie\tBrest\t34\nPaul\tLyon\t51\nAnn\tLeith\t29', 'table'],
  ['columns', 'Brest       12    34\nLyon        10    28\nLeith        7    19', 'table'],
  ['a log', '2017-03-03 10:11:12 INFO Server started on port 80\n2017-03-03 10:11:13 WARN No model was found.', 'log'],
  ['a system log', 'Mar  3 10:11:12 host sshd[411]: Accepted key for anna.\nMar  3 10:11:15 host cron[99]: job started', 'log'],
  [
    'an access log',
    '10.0.0.1 - - [03/Mar/2017:10:11:12 +0000] "GET / HTTP/1.1" 200\n10.0.0.2 - - [03/Mar/2017:10:11:13 +0000] "GET /a" 404',
    'log',
  ],
  ['python', 'import os\n\ndef main():\n    print("Hello there, world.")\n\nif __name__ == "__main__":\n    main()', 'code'],
  ['javascript', "const fs = require('fs');\nfunction read(file) {\n  return fs.readFileSync(file);\n}\n", 'code'],
  ['a shell script', '#!/bin/sh\necho "This is a sentence for the user."\nexit 0', 'code'],
  ['sql', 'CREATE TABLE texts (id INT);\nINSERT INTO texts VALUES (1);\nSELECT * FROM texts;', 'code'],
  ['a patch', '--- a/file.txt\n+++ b/file.txt\n@@ -1,2 +1,2 @@\n-Le pont est ouvert.\n+Le pont est fermé.', 'patch'],
  [
    'translations',
    'msgid "Open the file."\nmsgstr "Ouvrir le fichier."\n\nmsgid "Close it."\nmsgstr "Le fermer."',
    'translations',
  ],
  [
    'a mail',
    'From: anna@example.org\nTo: ben@example.org\nSubject: The bridge\nMessage-ID: <1@example.org>\n\nIt is closed. Sorry.',
    'mail',
  ],
  ['a key', '-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA7\n-----END PUBLIC KEY-----', 'data'],
  ['hashes', `${'d41d8cd98f00b204e9800998ecf8427e  a.txt\n'.repeat(4)}`, 'data'],
  [
    'a licence',
    'Copyright (c) 2017 Anna\n\nPermission is hereby granted, free of charge, to any person. THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND.',
    'licence',
  ],
  ['a changelog', '## 1.2.0\n\n* The reader is faster.\n* Fixed the writer.\n\n## 1.1.0\n\n* First release.', 'changelog'],
  [
    'documentation of a program',
    'The Reader\n==========\n\nCall `read_file()` with --strict to see errors.\n\n * src/reader.c holds it\n * see config.yaml for the options\n',
    'documentation',
  ],
];

describe('what is prose by its form', () => {
  it.each(ARTICLES)('%s', (_, head) => {
    expect(decide({ head })).toEqual({ article: true, reason: 'prose' });
  });

  it.each(OTHERS)('not: %s', (_, head, kind) => {
    expect(decide({ head })).toEqual({ article: false, reason: `notProse:${kind}` });
  });

  it.each([
    'a',
    '.',
    'a,',
    'a_',
    'a\n',
    'a/',
    'a=',
    '(',
    '"',
    '<a ',
    'a.b(',
    'x;"',
    '彼。',
    'a;b\n',
    '- a: b\n',
    '\t',
    '{"',
    '1:',
  ])('answers whatever is repeated: %j', (part) => {
    expect(decide({ head: part.repeat(HEAD_LENGTH) }).reason).toMatch(/^(?:prose|notProse:\w+)$/);
  });

  it('is total', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.string(), (head, path) => {
        expect(typeof decide({ head, path }).article).toBe('boolean');
      }),
    );
  });
});
