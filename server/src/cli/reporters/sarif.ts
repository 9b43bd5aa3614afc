import { pathToFileURL } from 'node:url';
import type { Finding, FindingCode } from '../../core/features/finding.ts';
import { findingCodes, severityOf } from '../../core/features/severity.ts';
import type { Severity } from '../../core/project.ts';
import { defaultProject } from '../../core/project.ts';
import type { Lines } from '../../core/text/lines.ts';
import { linesOf } from '../../core/text/lines.ts';
import type { Span } from '../../core/text/span.ts';
import type { Checked, CheckedDraft } from '../checked.ts';
import { version } from '../version.ts';

/**
 * The report as a SARIF log, which code scanning and editors read.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function reportSarif({ root, problems, drafts }: Checked): string {
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Stet',
            semanticVersion: version,
            informationUri: home,
            rules: findingCodes.map(rule),
          },
        },
        columnKind: 'utf16CodeUnits',
        newlineSequences: ['\r\n', '\n', '\r'],
        originalUriBaseIds: { [base]: { uri: pathToFileURL(`${root}/`).href } },
        invocations: [
          {
            executionSuccessful: problems.length === 0,
            toolExecutionNotifications: problems.map(({ path, reason }) => ({
              level: 'error',
              message: message(`${path}: ${reason}`),
              locations: [{ physicalLocation: { artifactLocation: artifact(path) } }],
            })),
          },
        ],
        results: drafts.flatMap(draft => draft.findings.map(it => result(draft, it))),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

const home = 'https://github.com/stet-editor/stet';
const base = 'SRCROOT';

/** What each code stands for, in a sentence. */
const descriptions: Readonly<Record<FindingCode, string>> = {
  'quote-not-found': 'No source has the words of the quotation.',
  'quote-stitched': 'The parts of the quotation stand apart in the sources and are joined as if one.',
  'quote-clipped': 'What was cut from the quotation turns its meaning.',
  'quote-altered': 'Words of the quotation were replaced, inserted or dropped.',
  'quote-not-speech': 'The words stand in a source, but outside its quotation marks.',
  'quote-nested': 'The speaker was quoting or imagining somebody else.',
  'quote-misattributed': 'The sources name somebody else as the speaker.',
  'quote-omission': 'Words were dropped from inside the quotation and no ellipsis says so.',
  'quote-variants': 'Another source prints the same utterance in other words.',
  'quote-spelling': 'The source spells the same words differently.',
  'quote-unbalanced': 'An opening quotation mark never closes.',
  'name-misspelled': 'A name is a near miss of a name in the sources.',
  'figure-not-found': 'No source has the number, sum, date or age.',
  'date-mismatch': 'The day or year given for the quotation cannot be the source’s.',
  'copied-text': 'Many words in a row are a source’s, outside quotation marks.',
  'citation-unknown': 'The citation key is no source.',
  'check-failed': 'Stet itself failed on the draft.',
};

function rule(code: FindingCode): object {
  const level = severityOf(defaultProject, code);
  return {
    id: code,
    shortDescription: { text: descriptions[code] },
    helpUri: `${home}/blob/main/docs/diagnostics.md#${code}`,
    defaultConfiguration: { level: level === 'off' ? 'none' : levels[level] },
  };
}

function result({ draft, lines }: CheckedDraft, finding: Finding): object {
  const { code, class: kind, severity, related, fixes } = finding;
  return {
    ruleId: code,
    ruleIndex: findingCodes.indexOf(code),
    level: levels[severity],
    message: message(finding.message),
    locations: [{ physicalLocation: physical(draft.path, draft.written, lines, finding) }],
    relatedLocations: related.map(({ passage, message: text }, id) => ({
      id,
      message: message(text),
      physicalLocation: physical(
        passage.article.path,
        passage.article.text,
        linesOf(passage.article),
        passage,
      ),
    })),
    ...(fixes.length === 0 ? {} : { fixes: fixes.map(it => fix(draft.path, lines, it)) }),
    ...(kind === undefined ? {} : { properties: { class: kind } }),
  };
}

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

function fix(path: string, lines: Lines, { title, newText, ...span }: Finding['fixes'][number]): object {
  return {
    description: message(title),
    artifactChanges: [
      {
        artifactLocation: artifact(path),
        replacements: [{ deletedRegion: region(lines, span), insertedContent: { text: newText } }],
      },
    ],
  };
}

/** Plain text: its braces stand for arguments unless they are doubled, and what it quotes must not become a link. */
function message(text: string): object {
  return { text: text.replace(/[{}]/g, '$&$&').replace(/\]\(/g, '] (') };
}

function physical(path: string, text: string, lines: Lines, span: Span): object {
  return {
    artifactLocation: artifact(path),
    region: { ...region(lines, span), snippet: { text: text.slice(span.start, span.end) } },
  };
}

function region(lines: Lines, span: Span): object {
  const start = lines.position(span.start);
  const end = lines.position(span.end);
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function artifact(path: string): object {
  return { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: base };
}
