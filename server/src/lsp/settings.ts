import { flag, membersOf, oneOf, texts, wrong, described, type Report } from '../core/project-values.ts';
import { readJson, type JsonNode } from '../core/text/json.ts';
import { say } from '../core/text/say.ts';

/** The settings of the editor that the server reads; all that can change a verdict for a team is in `stet.json`. */
export interface Settings {
  /** Folders or globs in place of the project's; empty: the project's. */
  readonly articles: readonly string[];
  /** The line over a draft that counts its quotations. */
  readonly codeLens: boolean;
  /** The source's key after each verified quotation. */
  readonly inlayKeys: boolean;
}

/** Settings as they count, and what was given and cannot be used: one sentence each, without its full stop. */
export interface ReadSettings {
  readonly settings: Settings;
  readonly problems: readonly string[];
}

/** What counts where nothing is set. */
export const defaultSettings: Settings = { articles: [], codeLens: true, inlayKeys: false };

/** `trace` is the client's own. */
const names = ['articles', 'codeLens', 'inlayKeys', 'trace'];
const traces = ['off', 'messages', 'compact', 'verbose'];

/** Reads what a client sends as the section `stet`. What is missing, or cannot be used, counts as its default. */
export function readSettings(section: unknown): ReadSettings {
  return read(section, 'stet.', names);
}

/** Reads what a client says of itself when it starts the server: settings, and where it keeps things for Stet. */
export function readOptions(options: unknown): ReadSettings {
  const isObject = typeof options === 'object' && options !== null && !Array.isArray(options);
  // What is wrong with a translation is told by who reads it: it may be long.
  const own = isObject ? { ...options, translation: null } : options;
  return read(own, 'initializationOptions.', [...names, 'storage', 'translation']);
}

function read(section: unknown, prefix: string, known: readonly string[]): ReadSettings {
  const problems: string[] = [];
  const report: Report = (_, __, reason) => problems.push(reason);
  const node = section === undefined ? undefined : readJson(JSON.stringify(section)).value;
  const settings: { -readonly [Name in keyof Settings]: Settings[Name] } = { ...defaultSettings };
  for (const [name, value] of node === undefined ? [] : given(node, prefix, known, report)) {
    const key = prefix + name;
    switch (name) {
      case 'articles':
        settings.articles = texts(value, key, report) ?? settings.articles;
        break;
      case 'codeLens':
        settings.codeLens = flag(value, key, report) ?? settings.codeLens;
        break;
      case 'inlayKeys':
        settings.inlayKeys = flag(value, key, report) ?? settings.inlayKeys;
        break;
      case 'storage':
        if (value.kind !== 'string') {
          wrong(value, key, say('“{0}” must be a string, not {1}', key, described(value)), report);
        }
        break;
      case 'trace':
        checkTrace(value, key, report);
        break;
    }
  }
  return { settings, problems };
}

/** What is `null` is not set, nor is anything in a list of nothing: editors whose settings are Lua send one for an object of nothing. */
function given(
  node: JsonNode,
  prefix: string,
  known: readonly string[],
  report: Report,
): readonly (readonly [string, JsonNode])[] {
  if (node.kind === 'array' && node.items.length === 0) {
    return [];
  }
  switch (node.kind) {
    case 'object':
      return [...membersOf(node, prefix, report, known)].filter(([, { kind }]) => kind !== 'null');
    case 'null':
      return [];
    default:
      report(
        node,
        prefix,
        say('“{0}” must be an object of settings, not {1}', prefix.slice(0, -1), described(node)),
      );
      return [];
  }
}

function checkTrace(node: JsonNode, key: string, report: Report): void {
  const server = node.kind === 'object' ? node.members.find(it => it.key === 'server')?.value : undefined;
  if (server !== undefined && server.kind !== 'object' && server.kind !== 'null') {
    oneOf(server, `${key}.server`, traces, report);
  }
}
