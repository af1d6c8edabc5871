import { dirname } from 'node:path';
import type { ArticleDecision, ArticleReason } from '../core/recognise/decide';
import { decideArticle, HEAD_LENGTH } from '../core/recognise/decide';
import { decodeText } from '../core/text/encoding';
import { type ArticleMessages, articleMessages } from '../messages/articles';
import { messageOf } from '../messages/error';
import type { ArticleAnswer, ArticleChoiceParams, ArticleQuestion, Wrote } from '../protocol';
import { chooseArticle, chooseFolder } from '../store/articleChoices';
import { type ArticleRules, articleRules, evidenceOf, isAnnotated, isSpokenOf } from '../store/articleRules';
import { stat } from '../store/disk';
import { editorEncoding, isUtf8 } from '../store/editorEncoding';
import { readBeginning } from '../store/readText';
import type { OpenDocument } from './documents';
import { pathOf, uriOf } from './reviews';
import { folderOf } from './schemas';
import type { Session } from './session';

/** How much of a file is looked at to tell that its bytes are no UTF-8. Nobody reads a longer text through. */
const LOOKED_AT = 8 * 1024 * 1024;

/** The rules for an article, or for the files of a folder: those of its workspace folder. */
export async function rulesFor(session: Session, uri: string): Promise<ArticleRules> {
  const folder = workspaceOf(session, uri);
  const settings = await session.settings.get(folder ?? uri);
  return articleRules(settings, folder === undefined ? undefined : pathOf(folder), session.limited);
}

/** The workspace folder that holds a file, or that a folder is itself. */
function workspaceOf(session: Session, uri: string): string | undefined {
  const bare = uri.replace(/\/+$/, '');
  return session.folders.includes(bare) ? bare : folderOf(uri, session.folders);
}

/** Whether a document is an article, for the editor. */
export async function decide(session: Session, question: ArticleQuestion): Promise<ArticleAnswer> {
  const { uri, encoding } = question;
  const messages = articleMessages(session.messages.locale);
  const path = pathOf(uri);
  if (encoding !== undefined) session.reviews.setEncoding(uri, encoding);
  const rules = await rulesFor(session, uri);
  const known = path === undefined ? unfiled(uri, rules) : await evidenceOf(path, rules);
  const choice = question.choice ?? known.choice;
  const evidence = {
    ...known,
    ...(choice !== undefined && { choice }),
    languageId: question.languageId,
    isAssociated: question.isAssociated === true,
    hasSidecar: path !== undefined && (await isAnnotated(path).catch(() => false)),
  };
  const other = path === undefined || encoding === undefined ? undefined : await otherEncoding(path, encoding);
  const decision = decideArticle({ ...evidence, head: (other?.text ?? question.head).slice(0, HEAD_LENGTH) });
  if (other !== undefined && decision.article) {
    const explanation = messages.otherEncoding(other.name);
    return { article: false, reason: decision.reason, explanation, reopenAs: editorEncoding(other.name) };
  }
  const isNew = path !== undefined && decision.reason === 'prose' && !(await isSpokenOf(path, rules));
  return {
    ...decision,
    explanation: explain(decision, messages),
    ...(isNew && { firstOf: uriOf(dirname(path)) }),
  };
}

/** Whether a text that the client has sent is an article: our own sends articles alone, another all texts of a kind. */
export async function isSentArticle(session: Session, { uri, languageId, text }: OpenDocument): Promise<boolean> {
  if (!session.standard || languageId === 'article') return true;
  // editors call plain text by many names, and what they call it says nothing about it
  return (await decide(session, { uri, languageId: '', head: text.slice(0, HEAD_LENGTH) })).article;
}

function unfiled(uri: string, rules: ArticleRules) {
  const name = decodeURIComponent(uri.slice(Math.max(uri.lastIndexOf('/'), uri.indexOf(':')) + 1));
  return {
    path: uri.startsWith('untitled:') ? '' : name,
    mode: rules.mode,
    headerPatterns: rules.headerPatterns,
    isNamedArticle: false,
    isExcluded: false,
    choice: undefined,
  };
}

/** The encoding that a file is in where an editor has read it as UTF-8 and it is not one, with its beginning. */
async function otherEncoding(path: string, encoding: string): Promise<{ name: string; text: string } | undefined> {
  if (!isUtf8(encoding)) return undefined;
  const bytes = await readBeginning(path, LOOKED_AT).catch(() => undefined);
  const found = bytes && decodeText(bytes, bytes.length === LOOKED_AT);
  return found === undefined || found.encoding.startsWith('utf-8') ? undefined : { name: found.encoding, text: found.text };
}

/** Why a file is an article or is not one, in a sentence. */
function explain({ reason }: ArticleDecision, messages: ArticleMessages): string {
  const [kind, form] = reason.split(':') as [Exclude<ArticleReason, `notProse:${string}`>, (keyof ArticleMessages['notProse'])?];
  return form === undefined ? messages.reason[kind] : messages.notProse[form];
}

/** Keeps what a person chose for files or folders in their project's `.corpus/articles`. */
export async function choose(session: Session, { uris, as }: ArticleChoiceParams): Promise<Wrote> {
  const messages = articleMessages(session.messages.locale);
  const choice = as === 'auto' ? undefined : as === 'plain' ? 'text' : 'article';
  let file: string | undefined;
  try {
    for (const uri of uris) {
      const path = pathOf(uri.replace(/\/+$/, ''));
      if (path === undefined) return { ok: false, message: messages.noFile };
      const isFolder = (await stat(path).catch(() => undefined))?.isDirectory() === true;
      const workspace = workspaceOf(session, uri);
      const root = (workspace === undefined ? undefined : pathOf(workspace)) ?? (isFolder ? path : dirname(path));
      file = await (isFolder ? chooseFolder : chooseArticle)(path, choice, root);
    }
  } catch (error) {
    return { ok: false, message: session.say(messageOf(error)) };
  }
  return file === undefined ? { ok: false, message: messages.noFile } : { ok: true, file: uriOf(file) };
}
