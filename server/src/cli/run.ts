import { didYouMean } from '../core/text/did-you-mean.ts';
import { stackOf } from '../fs/thrown.ts';
import { commonOptions, parseArguments } from './arguments.ts';
import { check } from './check.ts';
import type { Command, ExitCode } from './command.ts';
import { commandHelp, generalHelp, usageError } from './command.ts';
import { inspect } from './inspect.ts';
import { lsp } from './lsp.ts';
import { report } from './report.ts';
import { search } from './search.ts';
import type { Terminal } from './terminal.ts';
import { version } from './version.ts';

const commands: readonly Command[] = [check, inspect, search, report, lsp];

/** Runs `stet` with these words of the command line; gives the exit status. */
export async function run(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const at = commandIndex(words);
  const name = at === -1 ? undefined : words[at];
  const command = commands.find(it => it.name === name);
  if (name !== undefined && command === undefined) {
    return unknownCommand(name, words, terminal);
  }
  const rest = words.filter((_, index) => index !== at);
  const parsed = parseArguments(rest, [...(command?.options ?? []), ...commonOptions]);
  if (parsed.kind === 'usage') {
    return usageError(terminal, parsed.message, command?.name);
  }
  if (parsed.arguments.has('help')) {
    terminal.stdout.write(command === undefined ? generalHelp(commands) : commandHelp(command));
    return 0;
  }
  if (parsed.arguments.has('version')) {
    terminal.stdout.write(`${version}\n`);
    return 0;
  }
  if (command === undefined) {
    terminal.stderr.write(generalHelp(commands));
    return 2;
  }
  try {
    return await command.run(parsed.arguments, terminal);
  } catch (error) {
    terminal.stderr.write(`stet: ${stackOf(error)}\n`);
    return 2;
  }
}

/** Where the command stands: the first word that is neither an option nor the value of one. */
function commandIndex(words: readonly string[]): number {
  const options = [...commonOptions, ...commands.flatMap(it => it.options)];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '--') {
      return -1;
    }
    if (!word.startsWith('-')) {
      return at;
    }
    if (options.some(it => it.value !== undefined && word === `--${it.name}`)) {
      at++;
    }
  }
  return -1;
}

function unknownCommand(name: string, words: readonly string[], terminal: Terminal): ExitCode {
  if (name === 'help') {
    const command = commands.find(it => words.includes(it.name));
    terminal.stdout.write(command === undefined ? generalHelp(commands) : commandHelp(command));
    return 0;
  }
  const meant = didYouMean(
    name,
    commands.map(it => it.name),
  );
  return usageError(
    terminal,
    `there is no command “${name}”${meant === undefined ? '' : `; did you mean “${meant}”?`}`,
  );
}
