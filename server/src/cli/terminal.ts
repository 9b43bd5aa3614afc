/** One of the two streams that a command writes to. */
export interface Output {
  write(text: string): void;
  readonly isTerminal: boolean;
}

/** All that a command knows of the world around it. */
export interface Terminal {
  readonly stdout: Output;
  readonly stderr: Output;
  /** The folder that the paths of the command line start from. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Colours and weights, or none: each wraps a text. */
export type Style = (text: string) => string;
/** One of each, by name. */
export type Styles = Readonly<
  Record<'bold' | 'dim' | 'red' | 'yellow' | 'blue' | 'cyan' | 'green' | 'underline', Style>
>;

/**
 * The styles of an output: none where it is no terminal, a dumb one, or `NO_COLOR` is set.
 *
 * @see https://no-color.org
 */
export function stylesOf(output: Output, environment: Terminal['environment']): Styles {
  const plain =
    (environment['NO_COLOR'] ?? '') !== '' || environment['TERM'] === 'dumb' || !output.isTerminal;
  const style =
    (on: number, off: number): Style =>
    text =>
      plain || text === '' ? text : `\x1b[${on}m${text}\x1b[${off}m`;
  return {
    bold: style(1, 22),
    dim: style(2, 22),
    underline: style(4, 24),
    red: style(31, 39),
    green: style(32, 39),
    yellow: style(33, 39),
    blue: style(34, 39),
    cyan: style(36, 39),
  };
}

/**
 * What a file says, on a line of a report for people: a control character would steer their terminal (hide a finding,
 * clear the screen), and is shown as one that is missing.
 */
export function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, '\ufffd');
}

/** A line on the terminal that counts up and is wiped away when done; nothing where stderr is no terminal. */
export function progressLine(
  terminal: Terminal,
  what: string,
): { update(done: number, total: number): void; done(): void } {
  const { stderr } = terminal;
  let shown: number | undefined;
  return {
    update(done, total) {
      const now = performance.now();
      if (stderr.isTerminal && now - (shown ?? -Infinity) >= 80) {
        shown = now;
        stderr.write(`\r\x1b[2K${what} ${done} of ${total}`);
      }
    },
    done() {
      if (shown !== undefined) {
        stderr.write('\r\x1b[2K');
      }
    },
  };
}
