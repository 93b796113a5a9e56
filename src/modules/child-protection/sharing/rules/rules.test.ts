import { describe, expect, test } from 'vitest'
import { makeUuid } from '#platform/ids'
import { shippedClockSettings as usual } from '#reference'
import { sharingClocks } from '../clocks/sharingClockSource.ts'
import type { MeetingToShare } from '../queries/meetingsToShare.ts'
import { composeCopy, type PartToCopy } from './composeCopy.ts'
import { copyHash, readCopyContent } from './copyContent.ts'
import { parsePairs } from './easyRead.ts'
import { sharesWords } from './findings.ts'
import { isLate, latestShare } from './latestShare.ts'
import { readability } from './readability.ts'

const at = (day: string, time = '10:00') =>
  Temporal.ZonedDateTime.from(`${day}T${time}[Europe/London]`).toInstant()

describe('the last day to share', () => {
  test.each([
    ['initial', '2026-04-01'], // domain 1.1: Wednesday 8 April, Easter between, 2 clear working days
    ['review', '2026-03-27'], // domain 1.1: 5 clear working days
  ] as const)('of a meeting on 8 April 2026 (%s) is %s', (kind, dueOn) => {
    expect(latestShare({ kind, plannedAt: at('2026-04-08') }, usual)?.dueOn.toString()).toBe(dueOn)
  })

  test('moves with the meeting, and a core group has none', () => {
    expect(latestShare({ kind: 'initial', plannedAt: at('2026-04-15') }, usual)?.dueOn.toString()).toBe(
      '2026-04-10',
    )
    expect(latestShare({ kind: 'core_group', plannedAt: at('2026-04-15') }, usual)).toBeNull()
  })

  test('is in time to its last minute', () => {
    const latest = latestShare({ kind: 'initial', plannedAt: at('2026-04-08') }, usual)
    expect([isLate(latest, at('2026-04-01', '23:59')), isLate(latest, at('2026-04-02', '00:00'))]).toEqual([
      false,
      true,
    ])
  })
})

describe('the clock of a report', () => {
  const child = makeUuid()
  const [mother, father] = [makeUuid(), makeUuid()]
  const meeting = (given: MeetingToShare['given'], more: Partial<MeetingToShare> = {}): MeetingToShare => ({
    id: makeUuid(),
    kind: 'initial',
    personIds: [child],
    children: [{ personId: child, rowId: makeUuid() }],
    plannedAt: at('2026-04-08'),
    status: 'planned',
    expected: [mother, father],
    given,
    ...more,
  })
  const given = (recipientId: typeof mother, day: string) => ({
    recipientId,
    copyId: makeUuid(),
    at: at(day),
  })
  const outcome = (one: MeetingToShare) =>
    sharingClocks(one, { personId: child, rowId: makeUuid() }, usual)[0]?.outcome

  test('runs until the last of those who are to have it has it', () => {
    expect(outcome(meeting([given(mother, '2026-03-20')]))).toBe('open')
    expect(outcome(meeting([given(mother, '2026-03-20'), given(father, '2026-04-01')]))).toBe('on_time')
    expect(outcome(meeting([given(mother, '2026-03-20'), given(father, '2026-04-02')]))).toBe('late')
  })

  test('is late when the meeting was held without, and not asked for when it was cancelled', () => {
    expect(outcome(meeting([], { status: 'held' }))).toBe('late')
    expect(outcome(meeting([], { status: 'cancelled' }))).toBe('not_required')
  })
})

describe('a copy', () => {
  const part = (more: Partial<PartToCopy> = {}): PartToCopy => ({
    id: makeUuid(),
    heading: 'Heading',
    words: 'Words',
    source: 'own_work',
    isThirdParty: false,
    dataClass: 'B3',
    line: null,
    pairs: [],
    translation: null,
    ...more,
  })
  const compose = (parts: readonly PartToCopy[], recipientId = makeUuid()) =>
    composeCopy({
      kind: 'protection_plan',
      meeting: null,
      parts,
      shown: new Set(parts.map(({ id }) => id)),
      recipientId,
      whoToRing: null,
      lang: 'en',
      style: 'plain',
    })

  test('says of each line whether it is asked of its reader or promised to them, numbered on from the parts', () => {
    const reader = makeUuid()
    const line = (personId: typeof reader | null) => ({
      who: 'Somebody',
      personId,
      byWhen: Temporal.PlainDate.from('2026-05-01'),
    })
    const { content } = compose(
      [part({ line: line(null) }), part(), part({ line: line(reader) }), part({ line: line(makeUuid()) })],
      reader,
    )
    expect(content.planLines.map(({ number, whose }) => [number, whose])).toEqual([
      [2, 'promised_to_you'],
      [3, 'asked_of_you'],
      [4, 'others'],
    ])
  })

  test('never says who a referrer or a third party is, and keeps its hash whatever the order of its keys', () => {
    const { content } = compose([
      part({ source: 'member_of_public' }),
      part({ isThirdParty: true, source: 'agency' }),
    ])
    expect(content.parts.map(({ source }) => source)).toEqual([null, null])
    const shuffled = readCopyContent(Object.fromEntries(Object.entries(content).toReversed()))
    expect(copyHash(shuffled).equals(copyHash(content))).toBe(true)
  })
})

describe('words', () => {
  test('that stand in both are found from eight on end, whatever the marks between', () => {
    const told = 'A neighbour heard shouting late on most nights of the week'
    expect(sharesWords(told, 'We know: heard shouting, late on MOST nights of the week.')).toBe(true)
    expect(sharesWords(told, 'Shouting was heard on most nights')).toBe(false)
  })

  test('are measured: a plain text reads young, a wordy one old, and its hard sentence is named', () => {
    const plainText =
      'We came to see you. You told us about school. You like the dog. We will come back on Monday.'
    const wordy =
      'Notwithstanding considerable multidisciplinary intervention, parental engagement remains characteristically inconsistent and insufficiently sustained.'
    expect(readability(plainText).age).toBeLessThanOrEqual(8)
    expect(readability(plainText).hard).toEqual([])
    const hard = readability(`${plainText} ${wordy}`).hard
    expect(hard.map(({ sentence }) => sentence)).toEqual([wordy])
    expect(hard[0]?.age).toBeGreaterThan(20)
  })

  test('of thirty sentences have a SMOG grade by the published formula', () => {
    // No word of three syllables: 1.0430 x 0 + 3.1291. One such word in each of thirty: 1.0430 x 5.477 + 3.1291.
    expect(readability('The cat sat down. '.repeat(30)).smog).toBe(3.1)
    expect(readability('The elephant sat down. '.repeat(30)).smog).toBe(8.8)
  })

  test('of Easy Read begin with the name of a picture', () => {
    expect(parsePairs('visit: Rowan comes.\n\nSafe: You are safe.')).toEqual({
      pairs: [
        { words: 'Rowan comes.', picture: 'visit' },
        { words: 'You are safe.', picture: 'safe' },
      ],
    })
    expect(parsePairs('castle: A castle.')).toEqual({ wrong: 'castle: A castle.' })
  })
})
