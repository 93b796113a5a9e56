import { expect, test } from 'vitest'
import { makeUuid } from '#platform/ids'
import { oncePerWorker } from './oncePerWorker.ts'
import type { InvolvedWorker } from './whoIsInvolved.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const one = (given: Partial<InvolvedWorker>): InvolvedWorker => ({
  id: makeUuid(),
  held: 'involvement',
  workerId: null,
  name: 'Invented',
  role: 'teacher',
  agency: null,
  telephone: null,
  email: null,
  since: day('2026-01-01'),
  lastContactAt: null,
  ...given,
})

test('a lead practitioner who is involved from a school is one line with both roles, and the first day of either', () => {
  const workerId = makeUuid()
  const lead = one({
    workerId,
    held: 'allocation',
    role: 'lead_practitioner',
    agency: 'Family Help',
    since: day('2026-03-01'),
  })
  const school = one({
    workerId,
    role: 'designated_safeguarding_lead',
    agency: 'Oak School',
    telephone: '01632 960001',
  })
  expect(oncePerWorker([lead, school])).toEqual([
    {
      ...lead,
      roles: ['lead_practitioner', 'designated_safeguarding_lead'],
      agencies: ['Family Help', 'Oak School'],
      telephone: '01632 960001',
      since: day('2026-01-01'),
    },
  ])
})

test('people who do not sign in stay apart, whatever they are called', () => {
  expect(oncePerWorker([one({}), one({})])).toHaveLength(2)
})
