import { findingCodes } from './features/severity.ts';
import type { IgnoreEntry, Project, Severity } from './project.ts';
import { defaultProject } from './project.ts';
import type { Report } from './project-values.ts';
import { count, described, membersOf, oneOf, text, texts, wrong } from './project-values.ts';
import type { JsonNode } from './text/json.ts';
import { readJson } from './text/json.ts';
import { say } from './text/say.ts';
import { Lines } from './text/lines.ts';
import type { ChangeClass } from './verify/verdict.ts';

/** Something in `stet.json` that could not be used as it stands. */
export interface ProjectProblem {
  /** `severity.quote-altered`, `ignore[2]`; undefined for a syntax error. */
  readonly key: string | undefined;
  /** 1-based. */
  readonly line: number;
  /** One sentence without its full stop, naming the key. */
  readonly reason: string;
}

/**
 * Reads `stet.json`. Bad input is a problem, never an exception: an unusable value falls back to the default of its
 * key, and a syntax error leaves what stands whole before it.
 */
export function parseProject(text: string): {
  readonly project: Project;
  readonly problems: readonly ProjectProblem[];
} {
  const lines = new Lines(text);
  const problems: ProjectProblem[] = [];
  const report: Report = (node, key, reason) => {
    problems.push({ key, line: lines.position(node.start).line, reason });
  };
  const { value, error } = readJson(text);
  if (error !== undefined) {
    const { line, column } = lines.position(error.offset);
    problems.push({
      key: undefined,
      line,
      reason: say('not valid JSON at line {0}, column {1}: {2}', line, column, error.reason),
    });
  }
  const lineOf = (node: JsonNode): number => lines.position(node.start).line;
  // Of what breaks off, nobody can tell what it was to be.
  const isCut = error !== undefined && value?.kind !== 'object';
  const project = value === undefined || isCut ? defaultProject : projectOf(value, report, lineOf);
  return { project, problems: problems.toSorted((one, other) => one.line - other.line) };
}

/** A record, so that a forgotten class is a compile error. */
const changeClasses: Readonly<Record<ChangeClass, true>> = {
  number: true,
  negation: true,
  modal: true,
  name: true,
  pronoun: true,
  wording: true,
};

/** What `severity` may be keyed by: every code, and `quote-altered` by class. */
export const severityKeys: readonly string[] = [
  ...findingCodes,
  ...Object.keys(changeClasses).map(name => `quote-altered.${name}`),
];

const severities: readonly (Severity | 'off')[] = ['error', 'warning', 'information', 'hint', 'off'];
const settings = [
  '$schema',
  'articles',
  'drafts',
  'ignore',
  'severity',
  'policy',
  'minimumWords',
  'copiedWords',
  'citation',
  'people',
];

type LineOf = (node: JsonNode) => number;

function projectOf(root: JsonNode, report: Report, lineOf: LineOf): Project {
  if (root.kind !== 'object') {
    report(root, undefined, say('must be an object in braces, not {0}', described(root)));
    return defaultProject;
  }
  const project: { -readonly [Key in keyof Project]: Project[Key] } = { ...defaultProject };
  for (const [key, value] of membersOf(root, '', report, settings)) {
    switch (key) {
      case '$schema':
        text(value, key, report);
        break;
      case 'articles':
        project.articles = atLeastOne(texts(value, key, report), value, report) ?? project.articles;
        break;
      case 'drafts':
        project.drafts = texts(value, key, report) ?? project.drafts;
        break;
      case 'ignore':
        Object.assign(project, ignores(value, report, lineOf));
        break;
      case 'severity':
        project.severity = severity(value, report);
        break;
      case 'policy':
        project.policy = oneOf(value, key, ['strict', 'tidy'], report) ?? project.policy;
        break;
      case 'minimumWords':
        project.minimumWords = count(value, key, 0, report) ?? project.minimumWords;
        break;
      case 'copiedWords':
        project.copiedWords = count(value, key, 1, report) ?? project.copiedWords;
        break;
      case 'citation':
        project.citation =
          oneOf(value, key, ['none', 'link', 'pandoc', 'footnote'], report) ?? project.citation;
        break;
      case 'people':
        project.people = people(value, report);
        break;
    }
  }
  return project;
}

function ignores(
  node: JsonNode,
  report: Report,
  lineOf: LineOf,
): Pick<Project, 'exclude' | 'ignore'> | undefined {
  if (node.kind !== 'array') {
    const reason = say(
      '“{0}” must be a list of globs and of { "draft", "quotation", "reason" } entries, not {1}',
      'ignore',
      described(node),
    );
    return wrong(node, 'ignore', reason, report);
  }
  const exclude: string[] = [];
  const ignore: IgnoreEntry[] = [];
  for (const [index, item] of node.items.entries()) {
    const key = `ignore[${index}]`;
    if (item.kind === 'object') {
      const entry = ignoreEntry(item, key, report, lineOf);
      if (entry !== undefined) {
        ignore.push(entry);
      }
    } else if (item.kind === 'string') {
      const glob = text(item, key, report);
      if (glob !== undefined) {
        exclude.push(glob);
      }
    } else {
      const reason = say(
        '“{0}” must be a glob or a { "draft", "quotation", "reason" } entry, not {1}',
        key,
        described(item),
      );
      wrong(item, key, reason, report);
    }
  }
  return { exclude, ignore };
}

function ignoreEntry(
  node: JsonNode & { readonly kind: 'object' },
  key: string,
  report: Report,
  lineOf: LineOf,
): IgnoreEntry | undefined {
  const members = membersOf(node, `${key}.`, report, ['draft', 'quotation', 'reason']);
  const part = (name: string): string | undefined => {
    const value = members.get(name);
    if (value === undefined) {
      report(node, key, say('“{0}” lacks “{1}”', key, name));
      return undefined;
    }
    return text(value, `${key}.${name}`, report);
  };
  const draft = part('draft');
  const quotation = part('quotation');
  const given = members.get('reason');
  const reason = given === undefined ? undefined : text(given, `${key}.reason`, report);
  return draft === undefined || quotation === undefined
    ? undefined
    : { draft, quotation, reason, line: lineOf(given ?? node) };
}

function severity(node: JsonNode, report: Report): Project['severity'] {
  if (node.kind !== 'object') {
    const reason = say(
      '“{0}” must be an object of codes and severities, not {1}',
      'severity',
      described(node),
    );
    return wrong(node, 'severity', reason, report) ?? defaultProject.severity;
  }
  const found: [string, Severity | 'off'][] = [];
  for (const [code, value] of membersOf(node, 'severity.', report, severityKeys)) {
    const level = oneOf(value, `severity.${code}`, severities, report);
    if (level === 'off' && code === 'check-failed') {
      report(
        value,
        `severity.${code}`,
        say(
          '“{0}” cannot be off: a draft that could not be checked is never passed over',
          `severity.${code}`,
        ),
      );
    } else if (level !== undefined) {
      found.push([code, level]);
    }
  }
  return Object.fromEntries(found);
}

function people(node: JsonNode, report: Report): Project['people'] {
  if (node.kind !== 'object') {
    const reason = say(
      '“{0}” must be an object of names, each with a list of its other forms, not {1}',
      'people',
      described(node),
    );
    return wrong(node, 'people', reason, report) ?? defaultProject.people;
  }
  const found: [string, readonly string[]][] = [];
  for (const [name, value] of membersOf(node, 'people.', report)) {
    if (name.trim() === '') {
      report(value, 'people', say('“{0}” has a form list without a name', 'people'));
      continue;
    }
    const forms = texts(value, `people.${name}`, report);
    if (forms !== undefined) {
      found.push([name, forms]);
    }
  }
  // fromEntries defines own properties, so that a person called “__proto__” stays a person.
  return Object.fromEntries(found);
}

function atLeastOne(
  values: readonly string[] | undefined,
  node: JsonNode,
  report: Report,
): readonly string[] | undefined {
  if (values?.length === 0 && node.kind === 'array' && node.items.length === 0) {
    report(node, 'articles', say('“{0}” must name at least one folder', 'articles'));
  }
  return values?.length === 0 ? undefined : values;
}
