import type { Random } from '../bench/random.ts';

/** A way to set a quotation in a draft. */
export interface Form {
  readonly name: string;
  readonly language?: 'markdown';
  /** The draft; undefined where the words cannot be set so. `name` is whom it gives them to. */
  draft(words: string, name: string, random: Random): string | undefined;
}

/** A way to set two quotations of two people side by side. */
export interface FormOfTwo {
  readonly name: string;
  readonly language?: 'markdown';
  draft(one: string, first: string, other: string, second: string): string;
}

/** Before `she said`: with a comma, unless it asks or shouts. */
function comma(words: string): string {
  return /[?!]$/.test(words) ? words : `${bare(words)},`;
}

/** At the end of its sentence. */
function stop(words: string): string {
  return /[?!]$/.test(words) ? words : `${bare(words)}.`;
}

function bare(words: string): string {
  return words.replace(/[.,]$/, '');
}

/** Within a sentence. */
function small(words: string): string {
  return /^(?:I\b|\p{Lu}{2})/u.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1);
}

function straight(words: string): string {
  return words.replace(/[’‘]/g, "'");
}

function wrapped(text: string, width: number): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length >= width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join('\n');
}

function sentencesOf(words: string): readonly string[] {
  return words.split(/(?<=[\p{Ll}\d’”]{2}[.?!]) (?=\p{Lu})/u);
}

/** Both parts of words that are long enough to be cut in two. */
function halves(words: string, random: Random): readonly [string, string] | undefined {
  const all = words.split(' ');
  const cut = all.length < 8 ? 0 : random.between(3, all.length - 3);
  return cut === 0
    ? undefined
    : [
        all
          .slice(0, cut)
          .join(' ')
          .replace(/[,;:]$/, ''),
        all.slice(cut).join(' '),
      ];
}

/** The first sentence, and what stands behind the next one. */
function outer(words: string): readonly [string, string] | undefined {
  const [first, , ...rest] = sentencesOf(words);
  return first === undefined || rest.length === 0 ? undefined : [first, stop(rest.join(' '))];
}

export const forms: readonly Form[] = [
  { name: 'X said, “…”', draft: (words, name) => `${name} said, “${stop(words)}”` },
  { name: '“…,” X said', draft: (words, name) => `“${comma(words)}” ${name} said on Tuesday.` },
  { name: '“…,” said X', draft: (words, name) => `“${comma(words)}” said ${name}, who was there.` },
  {
    name: 'in two parts',
    draft: (words, name, random) => {
      const parts = halves(words, random);
      return parts && `“${parts[0]},” ${name} said, “${stop(parts[1])}”`;
    },
  },
  {
    name: 'between two sentences',
    draft: (words, name) => {
      const [first = '', ...rest] = sentencesOf(words);
      return rest.length === 0 ? undefined : `“${comma(first)}” ${name} said. “${stop(rest.join(' '))}”`;
    },
  },
  {
    name: 'in two paragraphs',
    draft: (words, name) => {
      const [first = '', ...rest] = sentencesOf(words);
      return rest.length === 0 ? undefined : `${name} said: “${first}\n\n“${stop(rest.join(' '))}”`;
    },
  },
  { name: 'said that', draft: (words, name) => `${name} said that “${small(stop(words))}”` },
  {
    name: 'a capital in brackets',
    draft: (words, name, random) => {
      const [, part = ''] = halves(words, random) ?? [];
      return /^\p{Ll}/u.test(part)
        ? `${name} said: “[${part.charAt(0).toUpperCase()}]${stop(part.slice(1))}”`
        : undefined;
    },
  },
  {
    name: 'an ellipsis for a sentence',
    draft: (words, name) => {
      const ends = outer(words);
      return ends && `“${ends[0]} … ${ends[1]}” ${name} said.`;
    },
  },
  {
    name: 'an ellipsis in brackets',
    draft: (words, name) => {
      const ends = outer(words);
      return ends && `“${ends[0]} […] ${ends[1]}” ${name} said.`;
    },
  },
  {
    name: 'wrapped lines',
    draft: (words, name) =>
      wrapped(`The hall was full, and few left early. “${comma(words)}” ${name} said, and sat down.`, 60),
  },
  { name: 'straight marks', draft: (words, name) => `"${straight(comma(words))}" ${name} said.` },
  { name: 'single marks', draft: (words, name) => `‘${comma(words)}’ ${name} said.` },
  { name: 'straight single marks', draft: (words, name) => `'${straight(comma(words))}' ${name} said.` },
  { name: 'guillemets', draft: (words, name) => `«${comma(words)}» ${name} said.` },
  {
    name: 'no-break spaces',
    draft: (words, name) => `“${comma(words).replace(/ (?=\S+ \S+$)/, '\u00a0')}” ${name} said.`,
  },
  {
    name: 'a block quote',
    language: 'markdown',
    draft: (words, name) => `${name} said:\n\n> ${words}\n\nMore was to come.`,
  },
  {
    name: 'a signed block quote',
    language: 'markdown',
    draft: (words, name) => `The hall was full.\n\n> “${stop(words)}”\n> — ${name}\n\nMore was to come.`,
  },
  {
    name: 'emphasis',
    language: 'markdown',
    draft: (words, name) => `*“${comma(words)}”* ${name} said.`,
  },
  {
    name: 'a list',
    language: 'markdown',
    draft: (words, name) => `Who said what:\n\n- ${name}: “${stop(words)}”\n- Nobody else spoke.`,
  },
  { name: 'a label', language: 'markdown', draft: (words, name) => `**${name}:** “${stop(words)}”` },
  {
    name: 'a table',
    language: 'markdown',
    draft: (words, name) => `| who | what |\n|---|---|\n| ${name} | “${stop(words)}” |`,
  },
  {
    name: 'a headline',
    language: 'markdown',
    draft: (words, name) => `# ${name}: ‘${bare(words)}’\n\nThe hall was full.`,
  },
  {
    name: 'a citation behind it',
    language: 'markdown',
    draft: (words, name) => `“${comma(words)}” ${name} said (*The Daily Lantern*, 3 May).`,
  },
  {
    name: 'character references',
    language: 'markdown',
    draft: (words, name) => `&ldquo;${comma(words).replace(/’/g, '&rsquo;')}&rdquo; ${name} said.`,
  },
  { name: 'according to', draft: (words, name) => `According to ${name}, “${small(stop(words))}”` },
  { name: 'told reporters', draft: (words, name) => `${name} told reporters on Tuesday, “${stop(words)}”` },
  { name: 'a participle', draft: (words, name) => `${name} opened the debate, saying: “${stop(words)}”` },
  { name: 'an aside', draft: (words, name) => `${name}, speaking in Holt on Monday, said “${stop(words)}”` },
  { name: 'asked', draft: (words, name) => `Asked about it on Tuesday, ${name} replied: “${stop(words)}”` },
  { name: 'in the words of', draft: (words, name) => `In the words of ${name}, “${small(stop(words))}”` },
  { name: 'to hear X tell it', draft: (words, name) => `To hear ${name} tell it, “${small(stop(words))}”` },
  { name: 'who said', draft: (words, name) => `The last to speak was ${name}, who said “${stop(words)}”` },
  { name: 'was how X put it', draft: (words, name) => `“${comma(words)}” was how ${name} put it.` },
  { name: 'told behind', draft: (words, name) => `“${stop(words)}” These were the words of ${name}.` },
  { name: 'signed', draft: (words, name) => `“${stop(words)}” — ${name}` },
  { name: 'led in by a line', draft: (words, name) => `${name} had this to say:\n\n“${stop(words)}”` },
];

export const formsOfTwo: readonly FormOfTwo[] = [
  {
    name: 'one after the other',
    draft: (one, first, other, second) => `“${comma(one)}” said ${first}. “${comma(other)}” said ${second}.`,
  },
  {
    name: 'each leads in',
    draft: (one, first, other, second) => `${first} said: “${stop(one)}” ${second} said: “${stop(other)}”`,
  },
  {
    name: 'while',
    draft: (one, first, other, second) =>
      `“${comma(one)}” ${first} said, while ${second} said: “${stop(other)}”`,
  },
  {
    name: 'a semicolon',
    draft: (one, first, other, second) => `${first} said “${bare(one)}”; ${second} replied: “${stop(other)}”`,
  },
  {
    name: 'brackets behind each',
    draft: (one, first, other, second) => `“${bare(one)}” (${first}); “${bare(other)}” (${second}).`,
  },
  {
    name: 'each told the other',
    draft: (one, first, other, second) =>
      `“${comma(one)}” ${first} told ${second}. “${comma(other)}” ${second} told ${first}.`,
  },
  {
    name: 'asked by the other',
    draft: (one, first, other, second) =>
      `${first}, asked by ${second}, said: “${stop(one)}” ${second} went on: “${stop(other)}”`,
  },
  {
    name: 'a friend of the other',
    draft: (one, first, other, second) =>
      `“${comma(one)}” said ${first}, a friend of ${second}. “${comma(other)}” said ${second}, a critic of ${first}.`,
  },
  {
    name: 'in answer to the other',
    draft: (one, first, other, second) =>
      `Responding to ${second}, ${first} said: “${stop(one)}” In a letter to ${first}, ${second} wrote: “${stop(other)}”`,
  },
  {
    name: 'a message for the other',
    draft: (one, first, other, second) =>
      `${first} had a message for ${second}: “${stop(one)}” ${second}’s answer to ${first} was short: “${stop(other)}”`,
  },
  {
    name: 'a list of two',
    language: 'markdown',
    draft: (one, first, other, second) => `- ${first}: “${stop(one)}”\n- ${second}: “${stop(other)}”`,
  },
  {
    name: 'two signed items',
    language: 'markdown',
    draft: (one, first, other, second) => `1. “${bare(one)}” — ${first}\n2. “${bare(other)}” — ${second}`,
  },
];
