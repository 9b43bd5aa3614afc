/** Documents that can be drafts or sources. */
export const textSelector = ['file', 'untitled'].flatMap(scheme => [
  { scheme, language: 'markdown' },
  { scheme, language: 'plaintext' },
]);
