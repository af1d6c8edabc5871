import { describe, expect, it } from 'vitest';
import { lines } from './support';

const DAY = '2015-11-18';

describe('languages that have tables alone', () => {
  it.each([
    ['de', 'Die Brücke wurde am 12. Juni 2014 eröffnet.', '12. Juni 2014 = DATE 2014-06-12'],
    ['de', 'Sie heirateten vor drei Jahren.', 'vor drei Jahren = DATE 2012'],
    ['de', 'Das Spiel beginnt um 20.30 Uhr.', '20.30 Uhr = TIME 2015-11-18T20:30'],
    ['de', 'Er kam letzte Woche zurück.', 'letzte Woche = DATE 2015-W46'],
    ['de', 'Der Zug fiel Dienstagabend aus.', 'Dienstagabend = TIME 2015-11-17TEV'],
    ['de', 'Er starb neunzehnhundertvierundachtzig.', 'neunzehnhundertvierundachtzig = DATE 1984'],
    ['es', 'El puente se abrió el 12 de junio de 2014.', 'el 12 de junio de 2014 = DATE 2014-06-12'],
    ['es', 'Se casaron hace tres años.', 'hace tres años = DATE 2012'],
    ['es', 'Llovió el 3 de mayo y al día siguiente.', 'el 3 de mayo = DATE 2015-05-03', 'día siguiente = DATE 2015-05-04'],
    ['es', 'Llegó el mes pasado.', 'el mes pasado = DATE 2015-10'],
    ['es', 'Nació en mil novecientos ochenta y cuatro.', 'mil novecientos ochenta y cuatro = DATE 1984'],
    ['es', 'Cenamos a las nueve y media.', 'nueve y media = TIME 2015-11-18T09:30'],
    ['es', 'Los precios del mes actual suben.', 'mes actual = DATE 2015-11'],
    ['it', 'Il ponte fu aperto il 12 giugno 2014.', 'il 12 giugno 2014 = DATE 2014-06-12'],
    ['it', 'Si sono sposati tre anni fa.', 'tre anni fa = DATE 2012'],
    ['it', 'È arrivata la settimana scorsa.', 'la settimana scorsa = DATE 2015-W46'],
    ['it', 'Nacque nel millenovecentoottantaquattro.', 'millenovecentoottantaquattro = DATE 1984'],
    ['it', 'Partì alle sette e mezza.', 'sette e mezza = TIME 2015-11-18T07:30'],
    ['it', 'Piovve per un intero mese.', 'un intero mese = DURATION P1M'],
    ['it', 'La festa della Repubblica 2015 fu bella.', 'La festa della Repubblica 2015 = DATE 2015-06-02'],
    ['pt', 'A ponte foi aberta em 12 de junho de 2014.', '12 de junho de 2014 = DATE 2014-06-12'],
    ['pt', 'Casaram-se há três anos.', 'há três anos = DATE 2012'],
    ['pt', 'A missa começa às 18h30.', '18h30 = TIME 2015-11-18T18:30'],
    ['pt', 'Dança todas as segundas-feiras.', 'todas as segundas-feiras = SET XXXX-WXX-1'],
    ['pt', 'Chegou na segunda-feira.', 'segunda-feira = DATE 2015-11-16'],
    ['pt', 'Chegou na terça, segundo a polícia.', 'terça = DATE 2015-11-17'],
    ['pt', 'Choveu em Fevereiro.', 'Fevereiro = DATE 2015-02'],
    ['nl', 'Hij viel dinsdagavond.', 'dinsdagavond = TIME 2015-11-17TEV'],
    ['nl', 'Ze belde gisterenmiddag.', 'gisterenmiddag = TIME 2015-11-17TAF'],
    ['nl', 'Hij werd geboren in negentienachtentachtig.', 'negentienachtentachtig = DATE 1988'],
    ['nl', 'De brug werd op 12 juni 2014 geopend.', '12 juni 2014 = DATE 2014-06-12'],
    ['nl', 'Ze trouwden drie jaar geleden.', 'drie jaar geleden = DATE 2012'],
    ['nl', 'Hij kwam vorige week terug.', 'vorige week = DATE 2015-W46'],
    ['sv', 'Bron öppnades 2014-06-12 klockan 10:30.', '2014-06-12 = DATE 2014-06-12', '10:30 = TIME 2014-06-12T10:30'],
  ])('%s: %s', (language, text, ...expected) => expect(lines(text, language, DAY)).toEqual(expected));

  it.each([
    ['de', 'Der Mann ist 37 Jahre alt.'],
    ['es', 'Una mujer de 37 años declaró.'],
    ['pt', 'Na segunda volta, perdeu; na quarta rodada, venceu.'],
    ['it', 'Un uomo di 37 anni ha parlato.'],
    ['pt', 'Um homem de 37 anos falou.'],
    ['nl', 'De man is 37 jaar oud.'],
  ])('%s, no date: %s', (language, text) => expect(lines(text, language, DAY)).toEqual([]));
});
