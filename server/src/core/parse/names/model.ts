/** What was learned of names, as read from the weights file. */
export interface NamesModel {
  readonly version: number;
}

const MAGIC = 'STETNAME';
const VERSION = 1;

/**
 * Reads the weights from the bytes of the (decompressed) file.
 *
 * @throws an Error that says what is wrong with the file.
 */
export function loadNamesModel(bytes: Uint8Array): NamesModel {
  const magic = String.fromCharCode(...bytes.subarray(0, MAGIC.length));
  if (magic !== MAGIC) {
    throw new Error(
      'The weights for finding names are not readable: the file does not begin as such a file does.',
    );
  }
  const version = bytes[MAGIC.length] ?? 0;
  if (version !== VERSION) {
    throw new Error(
      `The weights for finding names have format ${version}; this build reads format ${VERSION}.`,
    );
  }
  return { version };
}
