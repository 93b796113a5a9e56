import { describe, expect, it } from 'vitest'
import { explainError, explainFailure } from './explainFailure.ts'

const explain = (words: string) => explainFailure(words, '/srv/kith/postgres', '/srv/kith/postgres.log')

describe('explainFailure', () => {
  it.each([
    ['FATAL:  lock file "postmaster.pid" already exists', 'another-started'],
    ['FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use', 'still-ending'],
  ])('tells that %s may pass', (words, expected) => {
    expect(explain(words)).toBe(expected)
  })

  it.each([
    [
      'PANIC:  could not write to file "pg_wal/xlogtemp": No space left on device',
      'KITH_DISK_FULL',
      'Free some space',
    ],
    [
      'FATAL:  data directory "/srv/kith/postgres" has wrong ownership',
      'KITH_DATABASE_PERMISSION',
      'chown -R',
    ],
    ['initdb: could not look up effective user ID 1234', 'KITH_DATABASE_PERMISSION', '/etc/passwd'],
    [
      'postgres: error while loading shared libraries: libicuuc.so.60',
      'KITH_DATABASE_FAILED',
      'DATABASE_URL',
    ],
    ['FATAL:  database files are incompatible with server', 'KITH_DATABASE_VERSION', 'incompatible'],
    [
      'LOG:  starting\nFATAL:  something new\nLOG:  shut down',
      'KITH_DATABASE_FAILED',
      'did not start: something new.',
    ],
  ])('says what to do about %s', (words, code, sentence) => {
    expect(explain(words)).toMatchObject({ code, message: expect.stringContaining(sentence) })
  })
})

describe('explainError', () => {
  it.each([
    ['ENOSPC', 'write', 'KITH_DISK_FULL'],
    ['EACCES', 'mkdir', 'KITH_DATABASE_PERMISSION'],
    ['EROFS', 'open', 'KITH_DATABASE_PERMISSION'],
    ['ENOENT', 'spawn /nowhere/postgres', 'KITH_DATABASE_FAILED'],
  ])('turns %s on %s into %s', (code, syscall, expected) => {
    expect(explainError(Object.assign(new Error(code), { code, syscall }), '/srv/kith')).toMatchObject({
      code: expected,
    })
  })

  it('leaves a mistake of our own as it is', () => {
    const mistake = new TypeError('x is not a function')
    expect(explainError(mistake, '/srv/kith')).toBe(mistake)
  })
})
