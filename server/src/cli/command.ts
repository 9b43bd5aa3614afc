import type { Arguments, Option } from './arguments.ts';
import { commonOptions } from './arguments.ts';
import type { Terminal } from './terminal.ts';

/** What a run says to the shell: nothing found, something found, not everything could be done. */
export type ExitCode = 0 | 1 | 2;

/** One of the commands of `stet`. */
export interface Command {
  readonly name: string;
  /** What may follow the name: `[DRAFT…]`. */
  readonly operands: string;
  /** In a few words, without a full stop. */
  readonly summary: string;
  /** Shown below the summary. */
  readonly details: readonly string[];
  readonly options: readonly Option[];
  run(given: Arguments, terminal: Terminal): Promise<ExitCode>;
}

/** Says on stderr that a command was not understood. */
export function usageError(terminal: Terminal, message: string, command?: string): ExitCode {
  const help = command === undefined ? 'stet --help' : `stet ${command} --help`;
  terminal.stderr.write(`stet: ${message}\nTry “${help}”.\n`);
  return 2;
}

/** The help of one command. */
export function commandHelp(command: Command): string {
  const { name, operands, summary, details, options } = command;
  return [
    `Usage: stet ${[name, operands, '[OPTION…]'].filter(it => it !== '').join(' ')}`,
    '',
    `${capitalised(summary)}.`,
    ...(details.length > 0 ? ['', ...details] : []),
    '',
    ...optionLines([...options, ...commonOptions]),
    '',
  ].join('\n');
}

/** The help of `stet` itself. */
export function generalHelp(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(it => it.name.length));
  return [
    'Usage: stet COMMAND [OPTION…]',
    '',
    'Checks the quotations of drafts against a folder of source articles.',
    '',
    ...commands.map(it => `  ${it.name.padEnd(width)}  ${it.summary}`),
    '',
    'With every command:',
    ...optionLines(commonOptions),
    '',
    '“stet COMMAND --help” tells more. Exit status: 0 nothing found, 1 something found, 2 not everything could be checked.',
    '',
  ].join('\n');
}

function optionLines(options: readonly Option[]): readonly string[] {
  const heads = options.map(it => `--${it.name}${it.value === undefined ? '' : ` ${it.value}`}`);
  const width = Math.max(...heads.map(it => it.length));
  return options.map((it, index) => `  ${(heads[index] ?? '').padEnd(width)}  ${it.help}`);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
