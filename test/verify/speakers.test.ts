import { strict as assert } from 'node:assert';
import { defaultProject } from '../../server/src/core/project.ts';
import { matchNames } from '../../server/src/core/verify/names-alike.ts';
import { article, corpusOf, draftOf, judge } from './stage.ts';

const names: readonly (readonly [ReturnType<typeof matchNames>, string, string])[] = [
  ['same', 'Ana Peña Prieto', 'Ana Pena Prieto'],
  ['same', 'Sen. Ann Lee', 'Ann Lee'],
  ['same', 'Ann B. Lee', 'Ann Lee'],
  ['same', 'A. Lee', 'Ann Lee'],
  ['same', 'Bill Nelson', 'William Nelson'],
  ['same', 'Miguel Osorio Chong', 'Miguel Angel Osorio Chong'],
  ['same', 'Jean-Luc Berg', 'Jean Luc Berg'],
  ['same', 'J.D. Lee', 'JD Lee'],
  ['same', 'J. D. Lee', 'JD Lee'],
  ['same', 'JD Lee', 'J. Lee'],
  ['same', 'JD Lee', 'John David Lee'],
  ['same', 'J.D. LEE', 'JD Lee'],
  ['same', 'Ann HW Lee', 'Ann H.W. Lee'],
  ['same', 'Ann H. Lee', 'Ann H.W. Lee'],
  ['same', 'Ann Lee', 'Ann H.W. Lee'],
  ['same', 'J. Walter Lee', 'Walter Lee'],
  ['same', 'Ann Lee III', 'Ann Lee III'],
  ['short', 'D. Lee', 'J.D. Lee'],
  ['short', 'JD', 'JD Lee'],
  ['short', 'Lee', 'Ann Lee'],
  ['short', 'Mr. Lee', 'Bo Lee'],
  ['short', 'Osorio Chong', 'Miguel Angel Osorio Chong'],
  ['short', 'al-Rashid', 'Omar al-Rashid bin Saleh'],
  ['short', 'Ann', 'Ann Lee'],
  ['short', 'Admiral Moss', 'Thad Moss'],
  ['short', 'Congressman Moss', 'Thad Moss'],
  ['short', 'Democratic Rep. Moss', 'Thad Moss'],
  ['different', 'Admiral Moss', 'Thad Lee'],
  ['near', 'Videgary', 'Luis Videgaray'],
  ['near', 'Luis Videgary', 'Luis Videgaray'],
  ['different', 'Ann Lee', 'Bo Lee'],
  ['different', 'Marsh', 'Ann Lee'],
  ['different', 'Ann Lee Jr.', 'Ann Lee Sr.'],
  ['different', 'Ann Marsh', 'Ann Lee'],
  ['different', 'J.D. Lee', 'J.B. Lee'],
  ['different', 'JD Lee', 'J.B. Lee'],
  ['different', 'JD Lee', 'Jim Barry Lee'],
  ['different', 'Ann W. Lee', 'Ann H.W. Lee'],
  ['different', 'Ann A. Lee', 'Ann B. Lee'],
];

const words = 'The crane must go before the winter comes';

function match(
  said: string,
  printed: string,
  more: Parameters<typeof draftOf>[1] = [],
  inSource = more,
): [string, string] {
  const source = article('a.txt', `${printed} | “${words},” it was said.`, { people: [...inSource] });
  const draft = draftOf(`${said} | “${words},”`, more);
  const [verification] = judge(corpusOf(source), draft);
  return [verification!.verdict, verification!.givenTo.match];
}

describe('speakers', () => {
  for (const [expected, one, other] of names) {
    it(`${expected}: ${one}, ${other}`, () => {
      assert.equal(matchNames(one, other), expected);
      assert.equal(matchNames(other, one), expected);
    });
  }

  it('are the same by surname, but two of a family are not', () => {
    assert.deepEqual(match('Lee', 'Ann Lee'), ['verified', 'same']);
    assert.deepEqual(match('Bo Lee', 'Ann Lee'), ['misattributed', 'different']);
    assert.deepEqual(match('Lee', 'Ann Lee', [], [{ name: 'Bo Lee' }]), ['verified', 'unknown']);
  });

  it('are unknown where one side says nobody or a pronoun', () => {
    assert.deepEqual(match('?', 'Ann Lee'), ['verified', 'unknown']);
    assert.deepEqual(match('Bo Marsh', '?'), ['verified', 'unknown']);
  });

  it('are unnamed where one side says an official', () => {
    assert.deepEqual(match('Bo Marsh', 'an official'), ['verified', 'unnamed']);
    assert.deepEqual(match('an official', 'Ann Lee'), ['verified', 'unnamed']);
  });

  it('are unknown to each other, a body and one who belongs to it', () => {
    const ministry = { name: 'Harbour Ministry', kind: 'organisation' } as const;
    const minister = { name: 'Ann Lee', role: 'harbour minister', affiliation: 'Harbour Ministry' };
    const poet = { name: 'Bo Marsh', role: 'poet' };
    assert.deepEqual(match('Harbour Ministry', 'Ann Lee', [ministry, minister]), ['verified', 'unknown']);
    assert.deepEqual(match('Ann Lee', 'Harbour Ministry', [ministry, minister]), ['verified', 'unknown']);
    assert.deepEqual(match('Bo Marsh', 'Harbour Ministry', [ministry, poet]), ['misattributed', 'different']);
  });

  it('go by the other names that the project lists', () => {
    const source = article('a.txt', `Ann Lee | “${words},” she said.`);
    const project = { ...defaultProject, people: { 'Ann Lee': ['The Iron Skipper'] } };
    const draft = draftOf(`The Iron Skipper | “${words},”`);
    assert.equal(judge(corpusOf(source), draft, project)[0]?.givenTo.match, 'same');
    assert.equal(judge(corpusOf(source), draft)[0]?.verdict, 'misattributed');
  });

  it('are named in the fullest form known', () => {
    const source = article('a.txt', `Ann Berit Lee | “${words},” she said.`);
    assert.equal(judge(corpusOf(source), `Lee | “${words},”`)[0]?.givenTo.name, 'Ann Berit Lee');
    assert.equal(judge(corpusOf(source), `Bo Marsh | “${words},”`)[0]?.givenTo.name, 'Bo Marsh');
    assert.equal(judge(corpusOf(source), `? | “${words},”`)[0]?.givenTo.name, undefined);
  });

  it('count as others only where a source names them and none names the draft’s', () => {
    const nobody = article('a.txt', `? | “${words},” it said.`);
    const lee = article('b.txt', `Ann Lee | “${words},” she said.`);
    const marsh = article('c.txt', `Bo Marsh | “${words},” he said.`);
    const verdict = (...articles: ReturnType<typeof article>[]): string =>
      judge(corpusOf(...articles), `Bo Marsh | “${words},”`)[0]!.verdict;
    assert.equal(verdict(nobody), 'verified');
    assert.equal(verdict(nobody, lee), 'misattributed');
    assert.equal(verdict(nobody, lee, marsh), 'verified');
  });
});
