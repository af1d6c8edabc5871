import type { NotProse } from './form';
import { count, type Lines, share } from './lines';

/** Forms that nothing but a program's file has, from the surest on. */
const KINDS: readonly (readonly [NotProse, (lines: Lines) => boolean])[] = [
  ['subtitles', areSubtitles],
  ['patch', isPatch],
  ['translations', ({ trimmed }) => count(trimmed, /^msg(?:id|str|ctxt)\b/) >= 2],
  ['data', isEncoded],
  ['markup', isMarkup],
  ['config', isNotation],
  ['log', isLog],
  ['mail', isMail],
  ['changelog', isChangelog],
  ['config', isConfig],
  ['code', isCode],
  ['table', isTable],
  ['licence', isLicence],
  ['list', ({ trimmed }) => share(trimmed, /[<(][\w.+-]+(?:@| at )[\w.-]+[>)]/) > 0.4 && trimmed.length >= 2],
];

/** What kind of program's file a text is; undefined where it has no such form. */
export function machineKind(lines: Lines): NotProse | undefined {
  return KINDS.find(([, holds]) => holds(lines))?.[0];
}

const TIMES = /^(?:\d{1,2}:)?\d{1,2}:\d{2}[.,]\d{1,3}\s*(?:-->|,)\s*(?:\d{1,2}:)?\d{1,2}:\d{2}[.,]\d{1,3}/;

function areSubtitles({ trimmed }: Lines): boolean {
  return /^WEBVTT\b/.test(trimmed[0] ?? '') || count(trimmed, TIMES) >= 1 || share(trimmed, /^\{\d+\}\{\d+\}/) > 0.5;
}

function isPatch({ full }: Lines): boolean {
  return count(full, /^(?:diff --git |@@ -\d+(?:,\d+)? \+\d+|Index: \S+$|--- a\/|\+\+\+ b\/)/) >= 1;
}

/** Keys, hashes, base 64: tokens that no language has. */
function isEncoded({ trimmed, tokens }: Lines): boolean {
  if (/^-----BEGIN [A-Z ]+-----$/.test(trimmed[0] ?? '')) return true;
  const long = tokens.filter((token) => /^[\dA-Za-z+/=_-]{28,}$/.test(token) && /\d/.test(token));
  return long.reduce((sum, token) => sum + token.length, 0) > 0.3 * trimmed.reduce((sum, line) => sum + line.length, 0);
}

function isMarkup({ trimmed }: Lines): boolean {
  const first = trimmed[0] ?? '';
  if (/^(?:<\?xml\b|<!DOCTYPE\b|<!--|<html\b|\{\\rtf|%PDF-|\\documentclass|\\begin\{)/i.test(first)) return true;
  if (count(trimmed, /^\.\. [\w-]+::|^\.(?:TH|SH|PP|so)\b/) >= 1) return true;
  if (count(trimmed, /^(?:```|~~~)/) >= 2) return true;
  if (count(trimmed, /^@\w+\{[^{}\s]*,$/) >= 1) return true;
  return share(trimmed, /^<\/?[A-Za-z][\w:-]*(?:\s[^<>]*)?\/?>|<\/[A-Za-z][\w:-]*>$/) > 0.3;
}

/** JSON and its like, tags of one line alone. */
function isNotation({ trimmed }: Lines): boolean {
  const first = trimmed.slice(0, 2).join(' ');
  if (/^(?:\{\s*(?:"[^"]*"\s*:|\}|'[^']*'\s*:)|\[\s*(?:\{|\[|\]|"[^"]*"\s*[,\]]|-?\d+(?:\.\d+)?\s*[,\]]))/.test(first))
    return true;
  return /^---$|^%YAML/.test(trimmed[0] ?? '') && count(trimmed.slice(1, 4), /^-?\s*[\w.-]+:(?:\s|$)/) >= 1;
}

const STAMP =
  /^\W{0,2}(?:\d{4}[-/.]\d\d?[-/.]\d\d?[T ,_]+\d\d?:\d\d|\d\d?\/[A-Za-z\d]+\/\d{2,4}[: ]+\d\d?:\d\d:\d\d|[A-Z][a-z]{2} {1,2}\d\d? \d\d:\d\d:\d\d|(?:[A-Z][a-z]{2} ){2} ?\d\d? \d\d:\d\d:\d\d)/;
const LEVEL =
  /^(?:\[?\d[\d:.,T -]*\]?\s+)?[[(<]?(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL|verbose|silly|debug|info|warn|error|http|timing)[\])>:]?\s/;
const ADDRESSED = /^\d{1,3}(?:\.\d{1,3}){3} \S+ \S+ \[/;

function isLog({ trimmed }: Lines): boolean {
  const stamped = count(trimmed, STAMP) + count(trimmed, ADDRESSED);
  const levels = trimmed.filter((line) => LEVEL.test(line) && !STAMP.test(line)).length;
  const machine = share(
    trimmed,
    /^(?:\d+ )?(?:verbose|silly|info|http|timing|warn|error|notice) |^\[ *\d+\.\d+\] |^\s+at \S+ ?\(/,
  );
  if (stamped >= 2 && stamped > 0.3 * trimmed.length) return true;
  return (levels >= 2 && levels + stamped > 0.4 * trimmed.length) || machine > 0.5;
}

const FIELDS =
  /^(?:From|To|Cc|Bcc|Reply-To|Subject|Date|Sender|Received|Return-Path|Delivered-To|Message-I[Dd]|MIME-Version|Mime-Version|Content-(?:Type|Transfer-Encoding|Disposition)|In-Reply-To|References|X-[\w-]+|DKIM-Signature|User-Agent|List-[\w-]+):(?:\s|$)/;
const SURE_FIELDS =
  /^(?:Received|Return-Path|Delivered-To|Message-I[Dd]|M(?:IME|ime)-Version|Content-(?:Type|Transfer-Encoding)|In-Reply-To|DKIM-Signature|X-[\w-]+):(?:\s|$)/;

function isMail({ trimmed }: Lines): boolean {
  const top = trimmed.slice(0, 30);
  if (/^From \S+ +(?:[A-Z][a-z]{2} ){2}/.test(top[0] ?? '')) return true;
  const fields = count(top, FIELDS);
  return fields >= 4 || (fields >= 2 && count(top, SURE_FIELDS) >= 1 && FIELDS.test(top[0] ?? ''));
}

/** Sections, keys with values, directives. */
function isConfig({ trimmed }: Lines): boolean {
  if (count(trimmed, /^(?:User-agent|Disallow|Allow|Sitemap|Crawl-delay):/i) >= 2) return true;
  const assigned = share(trimmed, /^(?:export |set |-D ?)?[\w.$:/-]+(?:\[[^\]]*\])?\s*[:+?]?=(?!=)/);
  const sections = count(trimmed, /^\[[\w .:"/*-]+\]$/);
  if (assigned > 0.4 || (sections >= 1 && assigned > 0.2)) return true;
  const pinned = share(trimmed, /^[\w.[\],-]+\s*(?:[=~!<>]=|[<>]|@ \w+:)/);
  if (pinned > 0.4) return true;
  const keyed = share(trimmed, /^(?:- )?"?[A-Za-z][\w./-]*"?:(?:\s+\S+){0,3}$|^- [\w./:@-]+$/);
  if (keyed > 0.6 && trimmed.length >= 3) return true;
  const comments = share(trimmed, /^(?:#(?:$|[\s#!*=-])|;{1,3}(?:$|\s)|\/\/|\/\*|\*\/|--\s|REM\s|"""|%{1,2}(?:$|\s))/);
  return trimmed.length >= 3 && comments > 0.35;
}

/** How a table's cells are parted, and what may not stand after it: a space after a comma is prose. */
const SEPARATORS: readonly (readonly [RegExp, number])[] = [
  [/\t+/g, 1],
  [/;(?=\S|$)/g, 1],
  [/,(?=[^\s]|$)/g, 1],
  [/\|/g, 2],
  [/ {3,}/g, 2],
];

function isTable({ trimmed }: Lines): boolean {
  if (trimmed.length < 2) return false;
  if (hasColumnNames(trimmed)) return true;
  return SEPARATORS.some(([separator, least]) => {
    const counts = trimmed.map((line) => line.match(separator)?.length ?? 0);
    const having = counts.filter((n) => n >= least).length;
    if (having < 0.8 * trimmed.length) return false;
    const frequency = new Map<number, number>();
    for (const n of counts) frequency.set(n, (frequency.get(n) ?? 0) + 1);
    const most = Math.max(...frequency.values());
    // rows of words in columns need not be whole; a comma in each line could be a decimal one
    return (
      separator.source.includes('{3,}') ||
      (separator.source.startsWith('\\t') && trimmed.length >= 3) ||
      most > 0.6 * trimmed.length
    );
  });
}

/** A first line of names without spaces after what parts them, and lines that begin so: their cells may hold line breaks. */
function hasColumnNames([first = '', ...rows]: readonly string[]): boolean {
  const separator = [';', ',', '\t', '|'].find((mark) => first.includes(mark));
  if (separator === undefined || first.includes(`${separator} `)) return false;
  const names = first.split(separator);
  if (!names.every((name) => /^"?[\p{L}_][\p{L}\p{N}_ .-]{0,40}"?$/u.test(name))) return false;
  const begun = rows.filter((row) => {
    const cell = row.indexOf(separator);
    return cell > 0 && cell < 200 && !/\s/.test(row.charAt(cell + 1)) && /^(?:"[^"]*"|[\w.:/-]*)$/.test(row.slice(0, cell));
  });
  return begun.length > 0 && begun.length >= 0.2 * rows.length;
}

const CODE_LINE =
  /[{}]$|^[})\]]+[;,)]*$|[\])"'\w]\s*;$|\)\s*(?:\{|=>|:)$|^(?:#include|#define|#if|#endif|import \S+|from \S+ import|def \w+|class \w+[:({ ]|function\b.*\(|func \w+|fn \w+|package \w+;?$|using \w|public |private |static |const \w+|let \w+ =|var \w+|return\b.*[;)]|if ?\(|for ?\(|while ?\(|else\b|elif |end$|fi$|done$|esac$|>>> |\.\.\. |\$ |% |@\w+$)|^\w+(?:\.\w+)*\(.*\)[;,]?$|^(?:SELECT|INSERT INTO|CREATE|DROP|ALTER|UPDATE|DELETE FROM) [\w(`"*]/;

/** A line of verse may end in a semicolon too: what else the line holds tells. */
const SEMICOLON = /[\p{L}\s’'-]{3,};$/u;

function isCode({ trimmed }: Lines): boolean {
  if (/^#!\s?\//.test(trimmed[0] ?? '') || /^<\?php/.test(trimmed[0] ?? '')) return true;
  const lines = trimmed.filter((line) => CODE_LINE.test(line) && !(SEMICOLON.test(line) && !/[(){}=<>_[\]]/.test(line)));
  return lines.length >= 2 && lines.length > 0.25 * trimmed.length;
}

const LICENCE =
  /permission is hereby granted|licensed under the|redistribution and use in source|provided ["“]?as[ -]is|without warranty|warranties of merchantability|general public license|(?:apache|mit|bsd|mozilla public|creative commons)[\w .,-]{0,40} licen[cs]e|terms and conditions for (?:use|copying)|use, reproduction, and distribution|free software foundation|spdx-license-identifier|all copies or substantial portions|open font license|end user licen[cs]e|hereby grants? (?:to )?you/gi;

/** Two of a licence's own phrases: one alone can be quoted. */
function isLicence({ trimmed, tokens }: Lines): boolean {
  const text = trimmed.join(' ');
  const found = new Set((text.match(LICENCE) ?? []).map((phrase) => phrase.toLowerCase()));
  const named = text.match(/\blicen[cs]e[sde]?\b/gi)?.length ?? 0;
  if (named >= 4 && named > 0.03 * tokens.length) return true;
  return found.size >= 2 || (found.size === 1 && /\bcopyright\b/i.test(text) && text.length < 1_500);
}

/** Versions with what was changed in each, or days with who changed what. */
function isChangelog({ full, trimmed }: Lines): boolean {
  const versions = count(
    trimmed,
    /^(?:#+ |\* |=+ )?\[?(?:version |release |v)?\d+\.\d+(?:\.\d+)*[\w.-]*\]?(?:\s*(?:[-–:(/].*|\d{4}-.*))?$/i,
  );
  const items = count(trimmed, /^[*+-] \S/);
  const days = count(full, /^\d{4}-\d\d-\d\d\s+\S.*<[^<>\s]+@[^<>\s]+>/);
  return (versions >= 1 && items > 0.25 * trimmed.length) || versions >= 3 || days >= 1;
}
