import { describe, expect, test } from 'vitest'
import { makeUpn } from '#reference'
import { transferFileOf } from '../testing/invented.ts'
import { readTransferFile, type TransferFile } from './readTransferFile.ts'

const today = Temporal.PlainDate.from('2026-11-01')
const number = makeUpn({ authority: 938, school: 2001, year: 2019, serial: 7 })
const read = (xml: string | Uint8Array) =>
  readTransferFile(typeof xml === 'string' ? Buffer.from(xml) : xml, today)
const fileOf = (xml: string): TransferFile => {
  const file = read(xml)
  if ('problem' in file) throw new Error(file.problem)
  return file
}
const pupil = { number, born: '2014-03-02', years: [{ year: 2026, sessions: [70, 3, 5] as const }] }
const one = (more: Parameters<typeof transferFileOf>[0]['pupils'][number], head = {}) =>
  fileOf(transferFileOf({ pupils: [{ ...pupil, ...more }], ...head })).pupils[0]

describe('a Common Transfer File', () => {
  test('is read as far as it is kept, and no further', () => {
    const file = fileOf(transferFileOf({ pupils: [pupil] }))
    expect(file.head).toMatchObject({
      version: '24.0',
      number: '9382001',
      school: 'Invented School',
      goesTo: 'school',
    })
    expect(file.pupils[0]).toMatchObject({
      problems: [],
      told: {
        numbers: [number],
        given: 'Tansy',
        family: 'Madeup',
        attendance: [{ possible: 70, authorised: 3, unauthorised: 5, about: null }],
      },
    })
    expect(JSON.stringify(file)).not.toMatch(/ZZ99|Medical|true/)
  })
  test('tells a year’s sessions until the day on which it was made', () => {
    const [year] = one({})?.told.attendance ?? []
    expect([String(year?.from), String(year?.until)]).toEqual(['2026-09-01', '2026-10-20'])
  })
  test.each([
    ['the year in which it began', { year: 2025, academicYear: 2026 }, '2025-09-01'],
    ['the year in which it ended', { year: 2026, academicYear: 2027 }, '2025-09-01'],
  ])('names a school year by %s, as the file shows', (_, { year, academicYear }, from) => {
    const [told] = one({ years: [{ year, sessions: [380, 10, 2] }] }, { academicYear })?.told.attendance ?? []
    expect([String(told?.from), String(told?.until)]).toEqual([from, '2026-07-31'])
  })
  test('counts codes of its marks, whose first day says which year is meant', () => {
    const years = [
      { year: 2026, sessions: [10, 2, 3] as const, firstDay: '2025-09-03', marks: '/\\/\\IIOOO#/' },
    ]
    expect(one({ years })?.told.attendance[0]).toMatchObject({
      codes: { I: 2, O: 3 },
      from: Temporal.PlainDate.from('2025-09-01'),
    })
  })
  test('tells schools before, with days of entry and leaving', () => {
    const schools = `<School><LEA>938</LEA><Estab>2009</Estab><SchoolName>Former Infants</SchoolName><EntryDate>2018-09-01</EntryDate><LeavingDate>2021-07-20</LeavingDate></School>
<School><LEA>938</LEA><Estab>2001</Estab><EntryDate>2021-09-01</EntryDate><LeavingDate>2026-10-19</LeavingDate><LeavingReason>Moved</LeavingReason></School>`
    const told = one({ schools }, { destination: '<LEA>XXX</LEA><Estab>XXXX</Estab>' })?.told.enrolments
    expect(told).toMatchObject([
      { about: 'Former Infants', wentTo: null },
      { about: null, because: 'Moved', wentTo: 'unknown' },
    ])
  })
  test.each([
    ['XXXXXXX', 'unknown'],
    ['MMMMMMM', 'outside'],
    ['9384001', 'school'],
    ['938LLLL', null],
  ])('that goes to %s goes to %s', (destination, goesTo) => {
    const [authority, school] = [destination.slice(0, 3), destination.slice(3)]
    const file = fileOf(
      transferFileOf({ pupils: [pupil], destination: `<LEA>${authority}</LEA><Estab>${school}</Estab>` }),
    )
    expect(file.head.goesTo).toBe(goesTo)
  })
  test.each([
    [{ number: 'A1' }, 'pupil number'],
    [{ born: '2014-02-31' }, 'day of birth'],
    [{ years: [{ year: 2026, sessions: [10, 8, 5] as const }] }, 'More absences'],
    [{ years: [{ year: 2027, sessions: [10, 1, 1] as const }] }, 'began after the file was made'],
    [{ years: [{ year: 12, sessions: [10, 1, 1] as const }] }, 'no year'],
    [{ years: [{ year: 2026, sessions: [9999, 1, 1] as const }] }, 'from 1 to 500'],
    [{ schools: '<School><EntryDate>soon</EntryDate></School>' }, 'day of entry'],
    [
      { schools: '<School><EntryDate>2020-09-01</EntryDate><LeavingDate>2019-09-01</LeavingDate></School>' },
      'before the day of entry',
    ],
  ])('says of a pupil what is left out: %j', (more, problem) => {
    expect(one(more)?.problems.join()).toContain(problem)
  })
  test('in UTF-16, ISO-8859-1 or with a mark is read alike', () => {
    const xml = transferFileOf({ pupils: [{ ...pupil, given: 'Zoë' }] })
    const latin = Buffer.from(xml.replace('utf-8', 'ISO-8859-1'), 'latin1')
    const wide = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from(xml.replace('utf-8', 'utf-16'), 'utf16le'),
    ])
    for (const bytes of [latin, wide, Buffer.from(`\ufeff${xml}`)]) {
      const file = read(bytes)
      expect('pupils' in file && file.pupils[0]?.told.given).toBe('Zoë')
    }
  })
})

describe('what is no Common Transfer File', () => {
  const whole = transferFileOf({ pupils: [pupil] })
  test.each([
    [
      'a document type',
      whole.replace('<CTfile', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><CTfile'),
      'DOCTYPE',
    ],
    ['cut short', whole.slice(0, -40), 'cut short'],
    ['another root', '<Message><Header/></Message>', 'another element'],
    ['no header', '<CTfile><CTFpupilData><Pupil/></CTFpupilData></CTfile>', 'no header'],
    ['no pupils', transferFileOf({ pupils: [] }), 'no pupils'],
    ['no school', transferFileOf({ pupils: [pupil], source: '<LEA>938</LEA>' }), 'which school'],
    ['a day to come', transferFileOf({ pupils: [pupil], made: '2030-01-01T00:00:00' }), 'to come'],
    ['no day', transferFileOf({ pupils: [pupil], made: '2026-13-01T00:00:00' }), 'when the file was made'],
    ['nested without end', `<CTfile>${'<a>'.repeat(500)}`, 'more in it'],
    [
      'a text without end',
      transferFileOf({ pupils: [{ ...pupil, given: 'a'.repeat(30_000) }] }),
      'longer text',
    ],
    ['not XML', 'UPN,From,To', 'not well-formed'],
    ['nothing', '', 'not well-formed'],
    ['an encoding of its own', whole.replace('utf-8', 'ebcdic'), 'not text'],
  ])('is refused in a sentence: %s', (_, xml, why) => {
    expect(read(xml)).toMatchObject({ problem: expect.stringContaining(why) })
  })
  test('is refused when it is not in the encoding that it names', () => {
    expect(read(Buffer.from(whole.replace('Tansy', 'Zoë'), 'latin1'))).toMatchObject({
      problem: expect.stringContaining('not text'),
    })
  })
  test('is refused past five thousand pupils', () => {
    expect(read(transferFileOf({ pupils: Array.from({ length: 5_001 }, () => pupil) }))).toMatchObject({
      problem: expect.stringContaining('5000 pupils'),
    })
  })
})
