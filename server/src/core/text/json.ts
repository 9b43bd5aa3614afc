import { say } from './say.ts';
import type { Span } from './span.ts';

/** A JSON value that remembers where it stands: offsets into the text, the end exclusive. */
export type JsonNode = Span &
  (
    | { readonly kind: 'object'; readonly members: readonly JsonMember[] }
    | { readonly kind: 'array'; readonly items: readonly JsonNode[] }
    | { readonly kind: 'string'; readonly value: string }
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'boolean'; readonly value: boolean }
    | { readonly kind: 'null' }
  );

/** A member of an object. */
export interface JsonMember {
  readonly key: string;
  /** Of the key. */
  readonly start: number;
  readonly value: JsonNode;
}

/** What was read: on a syntax error, all that stands whole before it. */
export interface JsonReading {
  readonly value: JsonNode | undefined;
  readonly error: { readonly offset: number; readonly reason: string } | undefined;
}

/** Reads JSON, with a reason in words where it breaks off. */
export function readJson(text: string): JsonReading {
  const reader = new JsonReader(text);
  const value = reader.document();
  return { value, error: reader.error };
}

const deepest = 64;
const space = /[ \t\r\n]*/y;
const stringToken = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*"/y;
const numberToken = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const wordToken = /[A-Za-z_$][\w$]*/y;

class JsonReader {
  readonly #text: string;
  #at = 0;
  error: { readonly offset: number; readonly reason: string } | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  document(): JsonNode | undefined {
    const value = this.#value(0);
    if (this.error === undefined) {
      this.#skipSpace();
      if (this.#at < this.#text.length) {
        this.#fail(say('nothing may follow the closing bracket, but {0} does', this.#found()));
      }
    }
    return value;
  }

  #value(depth: number): JsonNode | undefined {
    this.#skipSpace();
    const start = this.#at;
    if (depth > deepest) {
      return this.#fail(say('brackets are nested too deeply'));
    }
    const first = this.#text[start];
    if (first === '{') {
      return this.#object(depth);
    }
    if (first === '[') {
      return this.#array(depth);
    }
    if (first === '"') {
      const value = this.#string();
      return value === undefined ? undefined : { kind: 'string', start, end: this.#at, value };
    }
    const number = this.#take(numberToken);
    if (number !== undefined) {
      return { kind: 'number', start, end: this.#at, value: Number(number) };
    }
    const word = this.#take(wordToken);
    if (word === 'true' || word === 'false') {
      return { kind: 'boolean', start, end: this.#at, value: word === 'true' };
    }
    if (word === 'null') {
      return { kind: 'null', start, end: this.#at };
    }
    this.#at = start;
    return this.#fail(say('a value is expected here, not {0}', this.#found()));
  }

  #object(depth: number): JsonNode {
    const start = this.#at++;
    const members: JsonMember[] = [];
    for (;;) {
      this.#skipSpace();
      const keyStart = this.#at;
      if (this.#text[keyStart] === '}') {
        if (members.length > 0) {
          this.#fail(say('no comma may stand before “{0}”', '}'));
          break;
        }
        this.#at++;
        break;
      }
      if (this.#text[keyStart] !== '"') {
        this.#fail(say('a key in double quotes is expected here, not {0}', this.#found()));
        break;
      }
      const key = this.#string();
      this.#skipSpace();
      if (
        key === undefined ||
        !this.#expect(':', found => say('a colon is expected after “{0}”, not {1}', key, found))
      ) {
        break;
      }
      const value = this.#value(depth + 1);
      if (value === undefined || this.error !== undefined) {
        break;
      }
      members.push({ key, start: keyStart, value });
      if (
        this.#closed('}', found =>
          say('a comma or “{0}” is expected after the value of “{1}”, not {2}', '}', key, found),
        )
      ) {
        break;
      }
    }
    return { kind: 'object', start, end: this.#at, members };
  }

  #array(depth: number): JsonNode {
    const start = this.#at++;
    const items: JsonNode[] = [];
    this.#skipSpace();
    if (this.#text[this.#at] === ']') {
      this.#at++;
      return { kind: 'array', start, end: this.#at, items };
    }
    for (;;) {
      this.#skipSpace();
      if (this.#text[this.#at] === ']') {
        this.#fail(say('no comma may stand before “{0}”', ']'));
        break;
      }
      const item = this.#value(depth + 1);
      if (item === undefined || this.error !== undefined) {
        break;
      }
      items.push(item);
      if (this.#closed(']', found => say('a comma or “{0}” is expected here, not {1}', ']', found))) {
        break;
      }
    }
    return { kind: 'array', start, end: this.#at, items };
  }

  /** After a member or item: true where the list ends, closed or broken off; false after a comma. */
  #closed(bracket: string, reason: (found: string) => string): boolean {
    this.#skipSpace();
    if (this.#text[this.#at] === ',') {
      this.#at++;
      return false;
    }
    this.#expect(bracket, reason);
    return true;
  }

  #string(): string | undefined {
    const token = this.#take(stringToken);
    if (token === undefined) {
      return this.#fail(say('this string never closes, or holds a line break or an unknown escape'));
    }
    return JSON.parse(token) as string;
  }

  #expect(wanted: string, reason: (found: string) => string): boolean {
    if (this.#text[this.#at] === wanted) {
      this.#at++;
      return true;
    }
    this.#fail(reason(this.#found()));
    return false;
  }

  #take(token: RegExp): string | undefined {
    token.lastIndex = this.#at;
    const match = token.exec(this.#text);
    if (match === null) {
      return undefined;
    }
    this.#at = token.lastIndex;
    return match[0];
  }

  #skipSpace(): void {
    this.#take(space);
  }

  #found(): string {
    const character = String.fromCodePoint(this.#text.codePointAt(this.#at) ?? 0);
    if (this.#at >= this.#text.length) {
      return say('the end of the file');
    }
    return this.#text.startsWith('//', this.#at) || this.#text.startsWith('/*', this.#at)
      ? say('a comment (JSON has none)')
      : `“${character}”`;
  }

  #fail(reason: string): undefined {
    this.error ??= { offset: this.#at, reason };
    return undefined;
  }
}
