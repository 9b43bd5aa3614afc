import { parseArgs } from 'node:util';
import { didYouMean } from '../core/text/did-you-mean.ts';

/** An option of the command line: `--name VALUE`, or `--name` alone where it takes no value. */
export interface Option {
  readonly name: string;
  /** What the help calls its value; undefined: it takes none. */
  readonly value: string | undefined;
  readonly help: string;
  /** The only values it takes. */
  readonly choices?: readonly string[];
}

/** The options that every command has. */
export const commonOptions: readonly Option[] = [
  {
    name: 'root',
    value: 'DIR',
    help: 'the project’s folder; stet.json is looked for there and upward (default: here)',
  },
  {
    name: 'articles',
    value: 'DIR',
    help: 'the source articles, in place of the project’s; may be repeated',
  },
  { name: 'no-cache', value: undefined, help: 'read every source anew' },
  { name: 'help', value: undefined, help: 'show this help' },
  { name: 'version', value: undefined, help: 'show the version' },
];

/** What stands on the command line after the command. */
export interface Arguments {
  /** File names or words, in order. */
  readonly operands: readonly string[];
  /** The last value of an option. */
  value(name: string): string | undefined;
  values(name: string): readonly string[];
  /** Whether an option without a value is given. */
  has(name: string): boolean;
}

/** The command line as it stands, or what is wrong with it in one line. */
export type Parsed =
  | { readonly kind: 'arguments'; readonly arguments: Arguments }
  | { readonly kind: 'usage'; readonly message: string };

/** Reads the arguments of a command against its options. */
export function parseArguments(words: readonly string[], options: readonly Option[]): Parsed {
  const { tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(
      options.map(it => [
        it.name,
        {
          type: it.value === undefined ? 'boolean' : 'string',
          ...(it.name === 'help' ? { short: 'h' } : {}),
        } as const,
      ]),
    ),
    strict: false,
    tokens: true,
  });
  const operands: string[] = [];
  const given = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === 'positional') {
      operands.push(token.value);
    } else if (token.kind === 'option') {
      const option = options.find(it => it.name === token.name);
      const message =
        option === undefined
          ? unknownOption(token.rawName, options)
          : wrongValue(option, token.value, token.inlineValue === true);
      if (message !== undefined) {
        return { kind: 'usage', message };
      }
      given.set(token.name, [...(given.get(token.name) ?? []), token.value ?? '']);
    }
  }
  const values = (name: string): readonly string[] => given.get(name) ?? [];
  return {
    kind: 'arguments',
    arguments: { operands, values, value: name => values(name).at(-1), has: name => given.has(name) },
  };
}

function unknownOption(typed: string, options: readonly Option[]): string {
  const meant = didYouMean(
    typed,
    options.map(it => `--${it.name}`),
  );
  return `unknown option ${typed}${meant === undefined ? '' : `; did you mean ${meant}?`}`;
}

function wrongValue(option: Option, value: string | undefined, inline: boolean): string | undefined {
  const { name, choices } = option;
  if (option.value === undefined) {
    return inline ? `--${name} takes no value` : undefined;
  }
  if (value === undefined || value === '' || (!inline && value.startsWith('-'))) {
    return `--${name} needs a value: --${name} ${option.value}`;
  }
  if (choices !== undefined && !choices.includes(value)) {
    return `--${name} is one of ${choices.join(', ')}, not “${value}”`;
  }
  return undefined;
}
