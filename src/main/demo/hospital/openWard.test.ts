import { expect, test } from 'vitest'
import { openWard } from './openWard.ts'

const now = Temporal.Instant.from('2026-11-23T09:00:00Z')
const ward = openWard('DEMO989', [], 'SEED')
const sent = Array.from({ length: 60 }, (_, step) => ward.next(now.add({ seconds: step })))
const visitOf = (text: string) =>
  text
    .split('\r')
    .find(line => line.startsWith('PV1'))
    ?.split('|')[19]

test('tells of a visit first, and never again once the child has left or it was cancelled', () => {
  const here = new Set<string | undefined>()
  for (const { event, text } of sent) {
    const visit = visitOf(text)
    expect(here.has(visit)).toBe(event !== 'A04')
    if (event === 'A04') here.add(visit)
    else if (event !== 'A08') here.delete(visit)
  }
  expect(new Set(sent.map(({ event }) => event))).toEqual(new Set(['A04', 'A08', 'A03', 'A11']))
})

test('names each message once', () =>
  expect(new Set(sent.map(({ controlId }) => controlId)).size).toBe(sent.length))

test('writes the signs that part a message as text', () => {
  const patient = { given: 'O|na', family: 'Fen^low', lines: '1 & 2 Row\nTown', postcode: 'ZZ99 1AA' }
  const child = {
    ...{ born: Temporal.PlainDate.from('2020-01-01'), isOnPlan: false, leadId: null, healthVisitorId: null },
    patient: { ...patient, nhsNumber: null, birth: '20200101', sex: 'F' },
  }
  const texts = Array.from(
    { length: 20 },
    (_, seed) => openWard('DEMO989', [child], `S${seed}`).next(now).text,
  )
  expect(texts.join()).toContain('Fen\\S\\low^O\\F\\na')
})
