import { messagesOf } from './message';
import { topic } from './topic';

/** What is wrong with a detector; said after its name. */
export const detectors = topic('detectors', {
  otherId: {
    en: (id: string, asked: string) => `it answered for ${id}, not for ${asked}`,
    fr: (id: string, asked: string) => `il a répondu pour ${id}, pas pour ${asked}`,
  },
  noList: { en: 'its answer has no list "annotations"', fr: 'sa réponse n’a pas de liste « annotations »' },
  offsets: {
    en: (unit: string) => `its offsets are ${unit}; known are "utf-16" and "code points"`,
    fr: (unit: string) => `ses positions sont ${unit} ; sont connues « utf-16 » et « code points »`,
  },
  unreadable: {
    en: (why: string, line: string) => `its answer cannot be read: ${why} ${line}`,
    fr: (why: string, line: string) => `sa réponse ne peut être lue : ${why} ${line}`,
  },
  notObject: { en: 'its answer is not a JSON object', fr: 'sa réponse n’est pas un objet JSON' },
  timeoutEnded: {
    en: (seconds: number) => `it gave no answer within ${seconds} s and was ended`,
    fr: (seconds: number) => `il n’a pas répondu en ${seconds} s et a été arrêté`,
  },
  leftAlone: {
    en: (count: number) => `it has ended ${count} times and is left alone for a while`,
    fr: (count: number) => `il s’est arrêté ${count} fois et est laissé un moment`,
  },
  noProgram: {
    en: (program: string) => `there is no program ${program}`,
    fr: (program: string) => `il n’y a pas de programme ${program}`,
  },
  ended: {
    en: (how: string) => `it ended (${how}) without an answer`,
    fr: (how: string) => `il s’est arrêté (${how}) sans réponse`,
  },
  exitStatus: { en: (code: number) => `status ${code}`, fr: (code: number) => `statut ${code}` },
  endless: { en: 'its answer has no end', fr: 'sa réponse n’a pas de fin' },
  chatter: { en: 'it writes on and on without an answer', fr: 'il écrit sans fin et sans répondre' },
  noCommand: { en: 'it has neither a command nor a URL', fr: 'il n’a ni commande ni URL' },
  notHere: {
    en: (host: string) => `${host} is not this machine: texts are sent nowhere else`,
    fr: (host: string) => `${host} n’est pas cette machine : les textes ne sont envoyés nulle part ailleurs`,
  },
  status: {
    en: (code: number, body: string) => `it answered with status ${code}: ${body}`,
    fr: (code: number, body: string) => `il a répondu par le statut ${code} : ${body}`,
  },
  timeout: {
    en: (seconds: number) => `it gave no answer within ${seconds} s`,
    fr: (seconds: number) => `il n’a pas répondu en ${seconds} s`,
  },
  nothingListens: { en: (host: string) => `nothing listens at ${host}`, fr: (host: string) => `rien n’écoute à ${host}` },
  unusable: {
    en: (count: number) => `${count} of its annotations could not be used`,
    fr: (count: number) => `${count} de ses annotations n’ont pas pu être utilisées`,
  },
});

/** The same, for code that does not know the reader’s language. */
export const detectorMessages = messagesOf(detectors);
