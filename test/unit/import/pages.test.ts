import { describe, expect, test } from 'vitest';
import type { Read } from '../../../server/src/import/readers/article';
import { readHtml } from '../../../server/src/import/readers/html';
import { say } from '../../../server/src/messages/say';

const A = 'Le bac a repris ses rotations lundi matin, après trois semaines de réparations au chantier du port.';
const B = '« Nous avons perdu un mois de saison », regrette Ève Normand, qui tient le café de l’embarcadère.';
const C = 'La mairie promet un second bateau pour l’été prochain ; le conseil en débattra jeudi soir.';

const articles = (read: readonly Read[]) =>
  read.flatMap(({ article }) => (article === undefined ? [] : { ...article, metadata: Object.fromEntries(article.metadata) }));
const told = (read: readonly Read[]): string[] =>
  read.flatMap(({ problem }) => (problem === undefined ? [] : say(problem.message, 'en')));

describe('a page of the web', () => {
  test('of a newspaper: the article without menus, teasers, notices and scripts', () => {
    const html = `<!DOCTYPE html><html lang="fr"><head><title>Le bac repart – Le Phare</title>
      <meta property="og:site_name" content="Le Phare"><meta property="article:published_time" content="2016-03-04T07:30:00+01:00">
      <meta name="author" content="Hugo Lestrange"><link rel="canonical" href="https://phare.example/bac"><meta property="article:section" content="Mer">
      <script>var piege = "Ceci n’est pas du texte";</script></head><body>
      <nav><ul><li><a href="/">Accueil</a></li><li><a href="/mer">Mer</a></li></ul></nav>
      <div class="cookie-banner">Nous utilisons des témoins de connexion.</div>
      <main><article><h1>Le bac repart</h1><p class="chapo">${A}</p><div class="article-body"><p>${B}</p><p>${C}</p><p>${A}</p><p>${B}</p><p>${C}</p></div></article>
      <aside class="related"><h2>Lire aussi</h2><ul><li><a href="/x">Le phare ferme</a></li></ul></aside></main><footer>Mentions légales</footer></body></html>`;
    expect(articles(readHtml(html, 'bac'))).toEqual([
      {
        body: [A, B, C, A, B, C].join('\n\n'),
        title: 'Le bac repart',
        date: '2016-03-04T07:30:00+01:00',
        source: 'Le Phare',
        author: 'Hugo Lestrange',
        metadata: { url: 'https://phare.example/bac', section: 'Mer', language: 'fr' },
        line: 1,
      },
    ]);
  });

  test('of a blog: the date of its time element, line breaks for paragraphs', () => {
    const html = `<html><body><div id="sidebar"><a href="1">Archives</a></div><div class="post hentry"><h1 class="entry-title">Retour du bac</h1>
      <time datetime="2016-03-05">samedi</time><div class="entry-content">${A}<br><br>${B}<br><br>${C}</div></div></body></html>`;
    const [article] = articles(readHtml(html, 'x'));
    expect(article).toMatchObject({ title: 'Retour du bac', date: '2016-03-05' });
    expect(article?.body).toContain(`${A}\n\n${B}\n\n${C}`);
    expect(article?.body).not.toContain('Archives');
  });

  test('that was saved bare: all of its text, no-break spaces kept, entities read', () => {
    const html = `<p>Prix&nbsp;: 12&#8239;&euro; &amp; plus.</p><p>${A}</p><table><tr><td>Un</td><td>Deux</td></tr></table>`;
    const [article] = articles(readHtml(html, 'prix'));
    expect(article?.title).toBe('prix');
    expect(article?.body).toContain(`Prix\u00a0: 12\u202f€ & plus.\n\n${A}`);
  });

  test('without a text is told, one that nests very deep is read', () => {
    expect(told(readHtml('<html><head></head><body><script>1</script></body></html>', 'x'))).toEqual([
      'no running text was found in the page',
    ]);
    expect(told(readHtml('', 'x'))).toEqual(['no running text was found in the page']);
    const deep = `${'<div>'.repeat(3_000)}${A}${'</div>'.repeat(3_000)}`;
    expect(articles(readHtml(deep, 'x'))).toMatchObject([{ body: A }]);
  });
});

describe('an export of Europresse', () => {
  const older = (
    title: string,
    day: string,
    number: string,
    text: string,
  ): string => `<article><header><div><span class="DocPublicationName">Le Phare, no. 2201</span></div>
    <div><span class="DocHeader">Mer, ${day}, p. 4</span></div><div class="titreArticle">${title}</div><div class="docAuthors">Lestrange, Hugo</div></header>
    <section><div class="DocText clearfix">${text}</div></section><footer><div class="publiC-lblNodoc">${number}</div></footer></article>`;

  test('of the older make: two articles, head and foot apart', () => {
    const html = `<html><body>${older('Le bac repart', 'vendredi 4 mars 2016', 'news·20160304·PH·120', `<p>${A}</p><p>${B}</p>`)}${older('Un second bateau', 'samedi 5 mars 2016', 'news·20160305·PH·121', `<p>${C}</p>`)}</body></html>`;
    expect(articles(readHtml(html, 'x'))).toEqual([
      {
        body: `${A}\n\n${B}`,
        title: 'Le bac repart',
        date: '2016-03-04',
        source: 'Le Phare',
        author: 'Lestrange, Hugo',
        id: 'news·20160304·PH·120',
        metadata: { section: 'Mer', page: '4', edition: 'no. 2201' },
        line: 1,
      },
      expect.objectContaining({ body: C, title: 'Un second bateau', date: '2016-03-05', line: 2 }),
    ]);
  });

  test('of the newer make: titles and authors in paragraphs of their own, links and notices left out', () => {
    const html = `<html><body><article><header><div class="rdp__DocPublicationName"><span class="DocPublicationName">Le Phare (site web)</span></div>
      <div class="rdp__DocHeader"><span class="DocHeader">vendredi 4 mars 2016 - 07:30 412 mots</span></div>
      <div class="titreArticle"><p class="sm-margin-TopNews titreArticleVisu rdp__articletitle">Le bac repart</p></div><p class="sm-margin-bottomNews">Hugo Lestrange</p></header>
      <section><div class="docOcurrContainer"><div class="DocText clearfix"><p>${A}</p><p>${B}</p></div><aside>Cet article est paru dans Le Phare</aside></div></section>
      <div class="publiC-lblNodoc">news·20160304·PHW·77</div></article></body></html>`;
    expect(articles(readHtml(html, 'x'))).toMatchObject([
      {
        body: `${A}\n\n${B}`,
        title: 'Le bac repart',
        date: '2016-03-04',
        source: 'Le Phare (site web)',
        author: 'Hugo Lestrange',
      },
    ]);
  });

  test('without its number takes the day of its head; an article without a text is told', () => {
    const html = `<html><body><article><span class="DocPublicationName">La Vigie</span><span class="DocHeader">lundi 7 mars 2016</span><div class="titreArticle">Brèves</div><div class="DocText"><p>${C}</p></div></article>
      <article><span class="DocPublicationName">La Vigie</span><div class="titreArticle">Vide</div><div class="DocText"></div></article></body></html>`;
    const read = readHtml(html, 'x');
    expect(articles(read)).toMatchObject([
      { title: 'Brèves', date: 'lundi 7 mars 2016', source: 'La Vigie', body: C, metadata: {} },
    ]);
    expect(told(read)).toEqual(['has no text: no article is made of it']);
  });
});

describe('an export of Factiva', () => {
  test('in tables of codes', () => {
    const row = (code: string, value: string): string => `<tr><td align="right"><b>${code}</b>&nbsp;</td><td>${value}</td></tr>`;
    const html = `<html><body><div class="article frArticle"><table>${row('HD', '<b>Le bac repart</b>')}${row('BY', 'Par Hugo Lestrange')}${row('WC', '412 mots')}${row('PD', '4 mars 2016')}${row('SN', 'Le Phare')}${row('SC', 'LPHARE')}${row('LA', 'Français')}${row('LP', `<p class="articleParagraph frarticleParagraph">${A}</p>`)}${row('TD', `<p class="articleParagraph frarticleParagraph">${B}</p><p class="articleParagraph frarticleParagraph">${C}</p>`)}${row('NS', 'gtrans : Transport')}${row('AN', 'Document LPHARE0020160304ec3400002')}</table></div></body></html>`;
    expect(articles(readHtml(html, 'x'))).toEqual([
      {
        body: [A, B, C].join('\n\n'),
        title: 'Le bac repart',
        date: '4 mars 2016',
        source: 'Le Phare',
        author: 'Hugo Lestrange',
        id: 'LPHARE0020160304ec3400002',
        metadata: { source_code: 'LPHARE', language: 'Français', subjects: 'gtrans : Transport' },
        line: 1,
      },
    ]);
  });

  test('in lines, with and without who wrote it and the hour', () => {
    const one = (
      byline: string,
      hour: string,
    ): string => `<div class="article enArticle"><div id="hd"><span class="enHeadline">Ferry back in service</span></div>${byline}<div>412 words</div><div>4 March 2016</div>${hour}<div>The Beacon</div><div>BEACON</div><div>12</div><div>English</div><div>(c) 2016 Beacon Press</div>
      <p class="articleParagraph enarticleParagraph">The ferry is running again, the council said.</p><p class="articleParagraph enarticleParagraph">Nobody complained.</p><p>Document BEACON0020160304ec3400003</p></div>`;
    const read = readHtml(`<html><body>${one('<div>By Ann Miller</div>', '<div>11:05</div>')}${one('', '')}</body></html>`, 'x');
    const same = {
      body: 'The ferry is running again, the council said.\n\nNobody complained.',
      title: 'Ferry back in service',
      date: '4 March 2016',
      source: 'The Beacon',
      id: 'BEACON0020160304ec3400003',
      metadata: { source_code: 'BEACON', page: '12', language: 'English' },
    };
    expect(articles(read)).toEqual([
      { ...same, author: 'Ann Miller', line: 1 },
      { ...same, author: undefined, line: 2 },
    ]);
  });
});
