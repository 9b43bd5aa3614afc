/** The part of JSON Schema that `schemas/stet.schema.json` uses; an unknown keyword throws, so that none goes unchecked. */
export function accepts(schema: Schema, value: unknown, root: Schema = schema): boolean {
  return Object.entries(schema).every(([keyword, rule]) => holds(keyword, rule, schema, value, root));
}

export type Schema = Readonly<Record<string, unknown>>;

function holds(keyword: string, rule: unknown, schema: Schema, value: unknown, root: Schema): boolean {
  switch (keyword) {
    case '$schema':
    case '$id':
    case 'title':
    case 'description':
    case 'default':
    case 'definitions':
      return true;
    case '$ref': {
      const name = (rule as string).replace('#/definitions/', '');
      return accepts((root['definitions'] as Record<string, Schema>)[name]!, value, root);
    }
    case 'allOf':
      return (rule as Schema[]).every(it => accepts(it, value, root));
    case 'anyOf':
      return (rule as Schema[]).some(it => accepts(it, value, root));
    case 'enum':
      return (rule as unknown[]).includes(value);
    case 'type':
      return typeOf(value) === rule || (rule === 'number' && typeOf(value) === 'integer');
    case 'pattern':
      return typeof value !== 'string' || new RegExp(rule as string, 'u').test(value);
    case 'minimum':
      return typeof value !== 'number' || value >= (rule as number);
    case 'minItems':
      return !Array.isArray(value) || value.length >= (rule as number);
    case 'items':
      return !Array.isArray(value) || value.every(it => accepts(rule as Schema, it, root));
    case 'required':
      return !isObject(value) || (rule as string[]).every(it => Object.hasOwn(value, it));
    case 'propertyNames':
      return !isObject(value) || Object.keys(value).every(it => accepts(rule as Schema, it, root));
    case 'properties':
      return (
        !isObject(value) ||
        Object.entries(rule as Record<string, Schema>).every(
          ([key, it]) => !Object.hasOwn(value, key) || accepts(it, value[key], root),
        )
      );
    case 'additionalProperties': {
      if (!isObject(value)) {
        return true;
      }
      const known = (schema['properties'] ?? {}) as Schema;
      return Object.entries(value).every(
        ([key, it]) => Object.hasOwn(known, key) || (rule !== false && accepts(rule as Schema, it, root)),
      );
    }
    default:
      throw new Error(`The schema uses “${keyword}”, which this check does not know.`);
  }
}

function typeOf(value: unknown): string {
  if (value === null) {
    return 'null';
  }
  if (Array.isArray(value)) {
    return 'array';
  }
  return Number.isInteger(value) ? 'integer' : typeof value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeOf(value) === 'object';
}
