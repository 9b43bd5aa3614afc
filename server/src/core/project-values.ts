import { didYouMean } from './text/did-you-mean.ts';
import { say } from './text/say.ts';
import type { JsonNode } from './text/json.ts';

/** Takes note of something unusable: where it stands, its key, and a sentence that names the key. */
export type Report = (node: { readonly start: number }, key: string | undefined, reason: string) => void;

/** Members with a known key (`known` undefined: any), each key once; the rest is reported. */
export function membersOf(
  node: JsonNode & { readonly kind: 'object' },
  prefix: string,
  report: Report,
  known?: readonly string[],
): ReadonlyMap<string, JsonNode> {
  const found = new Map<string, JsonNode>();
  for (const member of node.members) {
    const key = prefix + member.key;
    if (known !== undefined && !known.includes(member.key)) {
      const meant = didYouMean(member.key, known);
      report(
        member,
        key,
        meant === undefined
          ? say('unknown key “{0}”', key)
          : say('unknown key “{0}”; did you mean “{1}”?', key, prefix + meant),
      );
      continue;
    }
    if (found.has(member.key)) {
      report(member, key, say('“{0}” is given twice; the last one is used', key));
    }
    found.set(member.key, member.value);
  }
  return found;
}

/** The strings of a list; those of its items that are none are reported and left out. */
export function texts(node: JsonNode, key: string, report: Report): readonly string[] | undefined {
  if (node.kind !== 'array') {
    return wrong(node, key, say('“{0}” must be a list of strings, not {1}', key, described(node)), report);
  }
  return node.items.flatMap((item, index) => text(item, `${key}[${index}]`, report) ?? []);
}

/** A string with something in it. */
export function text(node: JsonNode, key: string, report: Report): string | undefined {
  if (node.kind !== 'string') {
    return wrong(node, key, say('“{0}” must be a string, not {1}', key, described(node)), report);
  }
  if (node.value.trim() === '') {
    report(node, key, say('“{0}” must not be empty', key));
    return undefined;
  }
  return node.value;
}

/** `true` or `false`. */
export function flag(node: JsonNode, key: string, report: Report): boolean | undefined {
  return node.kind === 'boolean'
    ? node.value
    : wrong(node, key, say('“{0}” must be true or false, not {1}', key, described(node)), report);
}

/** A whole number of at least `least`. */
export function count(node: JsonNode, key: string, least: number, report: Report): number | undefined {
  if (node.kind !== 'number' || !Number.isInteger(node.value) || node.value < least) {
    const reason = say('“{0}” must be a whole number of {1} or more, not {2}', key, least, described(node));
    return wrong(node, key, reason, report);
  }
  return node.value;
}

/** One of a few words. */
export function oneOf<Choice extends string>(
  node: JsonNode,
  key: string,
  choices: readonly Choice[],
  report: Report,
): Choice | undefined {
  const choice = node.kind === 'string' ? choices.find(it => it === node.value) : undefined;
  if (choice === undefined) {
    const meant = node.kind === 'string' ? didYouMean(node.value, choices) : undefined;
    const wanted = listed(choices);
    const reason =
      meant === undefined
        ? say('“{0}” must be {1}, not {2}', key, wanted, described(node))
        : say('“{0}” must be {1}, not {2}; did you mean “{3}”?', key, wanted, described(node), meant);
    report(node, key, reason);
  }
  return choice;
}

/** Reports a value that is of no use. */
export function wrong(node: JsonNode, key: string, reason: string, report: Report): undefined {
  report(node, key, reason);
  return undefined;
}

function listed(choices: readonly string[]): string {
  const quoted = choices.map(it => `“${it}”`);
  return say('{0} or {1}', quoted.slice(0, -1).join(', '), quoted.at(-1) ?? '');
}

/** A value as a message names it. */
export function described(node: JsonNode): string {
  switch (node.kind) {
    case 'object':
      return say('an object');
    case 'array':
      return say('a list');
    case 'string':
      return `“${node.value.length > 40 ? `${node.value.slice(0, 40)}…` : node.value}”`;
    case 'number':
    case 'boolean':
      return String(node.value);
    case 'null':
      return 'null';
  }
}
