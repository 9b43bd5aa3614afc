import { Ajv, type AnySchema, type ErrorObject } from 'ajv';
import Draft4 from 'ajv-draft-04';
import formats from 'ajv-formats';

/** What a JSON schema finds fault with in a value, one fault a line; empty: nothing. A keyword that it does not know throws. */
export function schemaFaults(schema: AnySchema): (value: unknown) => readonly string[] {
  const isDraft4 = typeof schema === 'object' && /draft-04/.test(String(schema['$schema']));
  // The expressions of draft 4 are older than the flag “u”, under which some of them are none.
  const ajv = new (isDraft4 ? Draft4 : Ajv)({
    allErrors: true,
    strictTypes: false,
    unicodeRegExp: !isDraft4,
  });
  formats(ajv);
  const validate = ajv.compile(schema);
  return value => (validate(value) ? [] : (validate.errors ?? []).map(fault));
}

function fault({ instancePath, message = '', params }: ErrorObject): string {
  return `${instancePath}: ${message} ${JSON.stringify(params)}`;
}
