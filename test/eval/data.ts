import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Thrown where the labelled data is not there; its message says what was looked for. */
export class NoData extends Error {}

export function readLines<T>(folder: string, name: string): T[] {
  return readText(folder, name)
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => JSON.parse(line) as T);
}

export function readText(folder: string, ...name: string[]): string {
  const path = join(folder, ...name);
  if (!existsSync(path)) {
    throw new NoData(`No labelled data: ${path} is not there.`);
  }
  return readFileSync(path, 'utf8');
}

export function listFiles(folder: string, name: string): string[] {
  const path = join(folder, name);
  if (!existsSync(path)) {
    throw new NoData(`No labelled data: ${path} is not there.`);
  }
  return readdirSync(path).sort();
}

/** Labels count code points; Stet counts UTF-16 units. Gives the way from the one to the other. */
export function toUnits(text: string): (codePoint: number) => number {
  const astral: number[] = [];
  for (let unit = 0, point = 0; unit < text.length; point++) {
    const wide = (text.codePointAt(unit) ?? 0) > 0xffff;
    if (wide) {
      astral.push(point);
    }
    unit += wide ? 2 : 1;
  }
  return codePoint => codePoint + astral.filter(point => point < codePoint).length;
}
