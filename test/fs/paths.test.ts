import assert from 'node:assert/strict';
import { posix, win32 } from 'node:path';
import { isBelow, isWithin, plainEntry, relativePath } from '../../server/src/fs/paths.ts';

describe('paths relative to a root', () => {
  it('go up from it, with slashes', () => {
    assert.equal(relativePath('/desk', '/desk/briefs/a.md', posix), 'briefs/a.md');
    assert.equal(relativePath('/desk', '/wire/a.txt', posix), '../wire/a.txt');
    assert.equal(relativePath('c:\\desk', 'C:\\desk\\briefs\\a.md', win32), 'briefs/a.md');
    assert.equal(relativePath('c:\\desk', 'c:\\wire\\a.txt', win32), '../wire/a.txt');
  });

  it('are whole on another drive, whose letter is small as editors have it', () => {
    assert.equal(relativePath('c:\\desk', 'D:\\wire\\a.txt', win32), 'd:/wire/a.txt');
    assert.equal(plainEntry('c:\\desk', 'D:\\wire\\', win32), 'd:/wire');
    assert.equal(plainEntry('c:\\desk', 'D:/wire/**/*.txt', win32), 'd:/wire/**/*.txt');
    assert.equal(plainEntry('c:\\desk', 'C:\\desk\\wire', win32), 'wire');
  });

  it('are whole on a server, whose name is small as editors have it', () => {
    const news = '\\\\server\\share\\news';
    assert.equal(plainEntry('c:\\desk', '\\\\Server\\Wire\\articles\\', win32), '//server/Wire/articles');
    assert.equal(plainEntry('c:\\desk', '//server/wire/./**/*.txt', win32), '//server/wire/**/*.txt');
    assert.equal(plainEntry(news, '\\\\server\\share\\wire', win32), '../wire');
    assert.equal(plainEntry(news, '\\\\server\\wire\\may', win32), '//server/wire/may');
    assert.equal(
      relativePath('c:\\desk', '\\\\SERVER\\Wire\\articles\\a.txt', win32),
      '//server/Wire/articles/a.txt',
    );
    assert.equal(relativePath('\\\\Server\\share\\news', `${news}\\briefs\\a.md`, win32), 'briefs/a.md');
    assert.equal(plainEntry('/desk', '//wire', posix), '../wire');
  });

  it('keep a backslash where it is part of a name', () => {
    assert.equal(relativePath('/desk', '/desk/a\\b.md', posix), 'a\\b.md');
    assert.equal(plainEntry('/desk', './a\\*b/', posix), 'a\\*b');
  });

  it('lie in the root unless they go up, or to another drive', () => {
    for (const [path, system, isInside] of [
      ['briefs/a.md', posix, true],
      ['..a.md', posix, true],
      ['../a.md', posix, false],
      ['..', posix, false],
      ['/wire/a.txt', posix, false],
      ['d:/a.md', posix, true],
      ['d:/a.md', win32, false],
      ['//server/wire/a.txt', win32, false],
    ] as const) {
      assert.equal(isBelow('.', path, system), isInside, path);
    }
    assert.equal(isBelow('wire', 'wires/a.txt'), false);
    assert.equal(isBelow('wire', 'wire'), true);
  });

  it('lie within some of many places, or within none', () => {
    for (const [places, path, isInside] of [
      [['wire', 'notes'], 'wire/may/a.txt', true],
      [['wire', 'notes'], 'notes', true],
      [['wire', 'notes'], 'wires/a.txt', false],
      [['wire/may'], 'wire/a.txt', false],
      [['wire/may'], 'wire/may/a.txt', true],
      [['../shared'], '../shared/deep/a.txt', true],
      [['/drive/wire'], '/drive/wire/a.txt', true],
      [['w'], 'w/a.txt', true],
      [['.'], 'a.txt', true],
      [['.'], '../shared/a.txt', false],
      [[], 'a.txt', false],
    ] as const) {
      assert.equal(isWithin(new Set(places), path), isInside, `${path} in ${places.join(', ')}`);
    }
  });
});
