/** Whom a pronoun stands for. */
export type Person = 'I' | 'we' | 'you' | 'he' | 'she' | 'it' | 'they';

/** Folded pronouns. */
export const persons: ReadonlyMap<string, Person> = new Map(
  Object.entries({
    I: 'i me my mine myself',
    we: 'we us our ours ourselves',
    you: 'you your yours yourself yourselves',
    he: 'he him his himself',
    she: 'she her hers herself',
    it: 'it its itself',
    they: 'they them their theirs themselves',
  }).flatMap(([person, words]) => words.split(' ').map(word => [word, person as Person] as const)),
);
