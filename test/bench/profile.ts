import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { table } from '../eval/table.ts';

/** The parts of a V8 CPU profile that are read here. */
interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

interface Cost {
  readonly label: string;
  readonly module: string;
  own: number;
  whole: number;
}

const shown = 25;

/** The functions that the time of each profile in a folder went to, by their own, then by all that they call. */
export function drawProfiles(folder: string): string {
  return readdirSync(folder)
    .map(name => drawProfile(name, JSON.parse(readFileSync(join(folder, name), 'utf8')) as CpuProfile))
    .join('\n\n');
}

function drawProfile(name: string, profile: CpuProfile): string {
  const costs = costsOf(profile);
  // `dispatch` is the profiler itself.
  const busy = costs.filter(it => !['(idle)', '(program)', '(root)', 'dispatch'].includes(it.label));
  const total = busy.reduce((sum, it) => sum + it.own, 0);
  const row = (it: Cost): readonly string[] => [
    it.label,
    it.module,
    share(it.own, total),
    share(it.whole, total),
  ];
  const head = ['function', 'file', 'own', 'with callees'];
  const byOwn = [...busy].sort((one, other) => other.own - one.own).slice(0, shown);
  const ours = busy.filter(it => /^(?:core|fs|lsp|formats)\//.test(it.module));
  const byWhole = ours.sort((one, other) => other.whole - one.whole).slice(0, shown);
  return `${name}: ${(total / 1e6).toFixed(1)} s\n\n${table(head, byOwn.map(row))}\n\n${table(head, byWhole.map(row))}`;
}

function costsOf({ nodes, samples, timeDeltas }: CpuProfile): readonly Cost[] {
  const own = new Map<number, number>();
  samples.forEach((id, index) => {
    own.set(id, (own.get(id) ?? 0) + (timeDeltas[index] ?? 0));
  });
  const byId = new Map(nodes.map(node => [node.id, node]));
  const costs = new Map<string, Cost>();
  /** Adds the cost below a node to each function once, however often it calls itself. */
  const visit = (id: number, above: ReadonlySet<string>): number => {
    const node = byId.get(id);
    if (node === undefined) {
      return 0;
    }
    const { functionName, url, lineNumber } = node.callFrame;
    const module = moduleAt(url, lineNumber);
    const key = `${functionName} ${module} ${String(lineNumber)}`;
    const cost = costs.get(key) ?? { label: functionName || '(anonymous)', module, own: 0, whole: 0 };
    costs.set(key, cost);
    const mine = own.get(id) ?? 0;
    const inside = above.has(key) ? above : new Set([...above, key]);
    const whole = (node.children ?? []).reduce((sum, child) => sum + visit(child, inside), mine);
    cost.own += mine;
    cost.whole += above.has(key) ? 0 : whole;
    return whole;
  };
  visit(nodes[0]?.id ?? 0, new Set());
  return [...costs.values()];
}

const modules = new Map<string, readonly { readonly line: number; readonly path: string }[]>();

/** The source file that a line of a bundle came from: the bundler writes its path above it. */
function moduleAt(url: string, line: number): string {
  if (!url.startsWith('file:')) {
    return url.startsWith('node:') ? url : '';
  }
  let known = modules.get(url);
  if (known === undefined) {
    known = readFileSync(fileURLToPath(url), 'utf8')
      .split('\n')
      .flatMap((text, index) =>
        /^\s*\/\/ \S+\.(?:ts|js|mjs|cjs)$/.test(text) ? [{ line: index, path: text.trim().slice(3) }] : [],
      );
    modules.set(url, known);
  }
  const path = known.findLast(it => it.line <= line)?.path ?? '';
  return path.replace('server/src/', '');
}

function share(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}
