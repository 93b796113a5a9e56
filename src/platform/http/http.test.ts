import { describe, expect, it } from 'vitest'
import {
  hostileRequest,
  isOwnRequest,
  keepKnownAt,
  localPath,
  openFlash,
  parseFields,
  parseQuery,
  readKnownAt,
  safeFileName,
  sealFlash,
  typedFields,
  withKnownAt,
  writeCsv,
} from './index.ts'

describe('readKnownAt', () => {
  const now = Temporal.Instant.from('2026-11-22T12:00:00Z')
  it.each([
    ['2026-03-31T17:00', '2026-03-31T16:00:00Z', 'summer time in England'],
    ['2026-01-31T17:00:30', '2026-01-31T17:00:30Z', 'winter time'],
    ['2026-03-31T17:00+00:00', '2026-03-31T17:00:00Z', 'an offset'],
    ['2026-03-31T17:00 02:00', '2026-03-31T15:00:00Z', 'an offset whose plus became a space'],
    ['2026-03-31T17:00:00.123456Z', '2026-03-31T17:00:00.123456Z', 'an instant'],
    ['2026-03-31', '2026-03-31T22:59:59.999999Z', 'the end of a summer day'],
    ['2026-03-29T01:30', '2026-03-29T01:30:00Z', 'an hour that the clocks skipped, moved on'],
    ['2026-10-25T01:30', '2026-10-25T00:30:00Z', 'an hour that came twice, the first time'],
  ])('reads %s as %s: %s', (given, instant) => {
    expect(readKnownAt(given, now)).toEqual({ ok: true, instant: Temporal.Instant.from(instant) })
  })

  it.each([
    '',
    '31/03/2026',
    '2026-3-1',
    '2026-02-30',
    '2026-13-01',
    '2026-03-31T24:30',
    '-000001-01-01',
    ['2026-01-01', '2026-01-02'],
    undefined,
  ])('refuses %j and says what to write', given => {
    expect(readKnownAt(given, now)).toMatchObject({
      ok: false,
      problem: expect.stringContaining('2026-03-31'),
    })
  })

  it.each(['2026-11-22T12:01', '2026-11-22', '2027-01-01'])('refuses %s, which has not come yet', given => {
    expect(readKnownAt(given, now)).toMatchObject({
      ok: false,
      problem: expect.stringContaining('not come yet'),
    })
  })
})

describe('keepKnownAt', () => {
  it.each([
    ['/people', '/people?known-at=2026-03-31T17%3A00'],
    ['/people?page=2#top', '/people?page=2&known-at=2026-03-31T17%3A00#top'],
    ['/assets/x.css', '/assets/x.css'],
    ['/help', '/help'],
  ])('carries the moment on %s', (path, kept) => {
    expect(withKnownAt(path, '2026-03-31T17:00')).toBe(kept)
  })

  it('leaves text and addresses of others alone', () => {
    const page = '<p>href=&quot;/x&quot;</p><a href="//evil.example/">a</a><a href="#b">b</a>'
    expect(keepKnownAt(page, '2026-03-31')).toBe(page)
  })

  it('takes out each form that posts, and no more', () => {
    const page =
      '<form class="a" method="post" action="/x"><b>1</b></form>kept<form action="/y" method="post">2</form>'
    expect(keepKnownAt(page, '2026-03-31')).toBe('kept')
  })

  it('writes nothing into the page that could break out of it', () => {
    expect(keepKnownAt('<form method="get">', '"><script>')).not.toContain('"><script>')
  })
})

describe('writeCsv', () => {
  it.each(['=1+1', '+1', '-1+1', '@SUM(A1)', '\tx', '\rx', '\0x'])('makes %j harmless', text => {
    expect(writeCsv(['a'], [[text]])).toContain(`'${text}`)
  })

  it('leaves numbers, dates and plain words alone', () => {
    const rows = [[-3, '-3.5', Temporal.PlainDate.from('2026-03-31'), null, undefined, ['a', 'b'], true]]
    expect(writeCsv(['x'], rows)).toBe('\ufeffx\r\n-3,-3.5,2026-03-31,,,a; b,true\r\n')
  })

  it('keeps a file name to safe letters', () => {
    expect(safeFileName('My "List"\r\n2026.csv', 'csv')).toBe('my-list-2026.csv')
    expect(safeFileName('\u5bb6', 'csv')).toBe('list.csv')
  })
})

describe('localPath', () => {
  it.each(['/work', '/work?page=2', '/samples/%20'])('keeps %s', path => {
    expect(localPath(path)).toBe(path)
  })
  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/a\r\nSet-Cookie: x',
    '',
    undefined,
    ['/a'],
    '/sign-in',
    '/sign-out',
  ])('leads from %j home', path => {
    expect(localPath(path)).toBe('/')
  })
})

describe('fields', () => {
  it('are texts, or lists where a name came more than once', () => {
    expect({ ...parseFields('a=1&b=x+y&a=2&c=') }).toEqual({ a: ['1', '2'], b: 'x y', c: '' })
  })

  it('of an address never throw, whatever they hold', () => {
    expect({ ...parseQuery('__proto__=1&a=%00&b=%ff') }).toEqual({ a: '\0', b: '\ufffd' })
    expect(Object.keys(parseQuery(`${'a=1&'.repeat(100_000)}`))).toEqual(['a'])
  })

  it('of a form are refused when there are thousands', () => {
    expect(() => parseFields('a=1&'.repeat(2001))).toThrow('could not be read')
  })

  it('are shown again escaped, without those that nobody typed', () => {
    const shown = String(typedFields({ _csrf: 'token', whatWasSaid: '<b>', empty: ' ', many: ['a', 'b'] }))
    expect(shown).toContain('What was said')
    expect(shown).toContain('&lt;b&gt;')
    expect(shown).not.toMatch(/token|Empty/)
  })
})

describe('isOwnRequest', () => {
  it.each([
    [{}, true],
    [{ 'sec-fetch-site': 'same-origin', origin: 'null' }, true],
    [{ 'sec-fetch-site': 'none' }, true],
    [{ origin: 'https://kith.example' }, true],
    [{ 'sec-fetch-site': 'same-site' }, false],
    [{ 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' }, false],
    [{ origin: 'http://kith.example' }, false],
  ])('%j: %s', (headers, own) => {
    expect(isOwnRequest(headers, 'https://kith.example')).toBe(own)
  })
})

describe('hostileRequest', () => {
  const raw = (rawHeaders: string[], url = '/') => ({ rawHeaders, url, headers: {} })
  it.each([
    [raw(['Host', 'a', 'host', 'a']), 'more than one host'],
    [raw(['Host', 'a'], 'http://b/'), 'a foreign address'],
    [raw(['Host', 'a'], '//b/'), 'a foreign address'],
    [raw(Array.from({ length: 202 }, () => 'x')), 'too many headers'],
    [raw(['Host', 'a', 'Cookie', 'x', 'Cookie', 'y']), null],
  ])('%#', (request, reason) => {
    expect(hostileRequest(request)).toBe(reason)
  })
})

describe('the sentence for the next page', () => {
  it('opens with the secret that sealed it only', () => {
    const sealed = sealFlash('The visit is recorded', 'one')
    expect(openFlash(sealed, 'one')).toBe('The visit is recorded')
    expect(openFlash(sealed, 'two')).toBeNull()
    expect(openFlash('x', 'one')).toBeNull()
    expect(openFlash(sealed.replace(/^./, 'A'), 'one')).toBeNull()
  })
})
