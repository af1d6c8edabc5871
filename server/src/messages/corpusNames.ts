import { messagesOf } from './message';
import { topic } from './topic';

/** What is said of decisions on names over the whole corpus. */
export const corpusNames = topic('corpusNames', {
  notADecision: {
    en: 'not “same TYPE NAME = OTHER NAME” or “apart TYPE NAME”, with PER, ORG, LOC or MISC; the line is left aside',
    fr: 'ni « same TYPE NOM = AUTRE NOM » ni « apart TYPE NOM », avec PER, ORG, LOC ou MISC ; la ligne est laissée de côté',
  },
  decidedBefore: {
    en: (line: number) => `line ${line} has decided on this name already; this one is left aside`,
    fr: (line: number) => `la ligne ${line} a déjà décidé de ce nom ; celle-ci est laissée de côté`,
  },
  goesRound: {
    en: 'the name would be another name of itself; the line is left aside',
    fr: 'le nom serait un autre nom de lui-même ; la ligne est laissée de côté',
  },
  badName: {
    en: (name: string) => `“${name}” cannot stand in a line: it has letters, and no “ = ”`,
    fr: (name: string) => `« ${name} » ne peut pas tenir dans une ligne : il a des lettres, et pas de « = » entre blancs`,
  },
  moreLines: {
    en: (file: string, lines: number) => `${file}: ${lines} more lines are left aside`,
    fr: (file: string, lines: number) => `${file} : ${lines} autres lignes sont laissées de côté`,
  },
  inLine: {
    en: (file: string, line: number, problem: string) => `${file}, line ${line}: ${problem}`,
    fr: (file: string, line: number, problem: string) => `${file}, ligne ${line} : ${problem}`,
  },
});

export const corpusNamesMessages = messagesOf(corpusNames);
