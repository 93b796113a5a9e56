import { z } from 'zod'
import { uuidParam } from '#modules/casework'
import type { SessionKind } from '../queries/readSession.ts'

/** What every page of supervision says of itself. */
export const common = { admits: ['practitioner', 'duty', 'director'], purpose: 'casework' } as const
export const sessionParams = z.object({ sessionId: uuidParam })
export const workerParams = z.object({ workerId: uuidParam })

export const kindWords: Readonly<Record<SessionKind, string>> = {
  one_to_one: 'One to one',
  early_career: 'Early career',
  ad_hoc: 'Between sessions',
}
export const sessionKinds = Object.keys(kindWords) as readonly SessionKind[]
