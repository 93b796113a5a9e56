import { type Database, serviceActor, type Work } from '../../db/index.ts'
import type { Sealer } from '../../files/index.ts'
import type { Uuid } from '../../ids/index.ts'
import type { WordCost } from '../../keys/index.ts'
import type { Clock } from '../../time/index.ts'

/** What letting invited workers in needs: the authority's database and sealer, the time. */
export type InvitedDoor = {
  readonly database: Database
  readonly sealer: Sealer
  readonly clock: Clock
  readonly wordCost: WordCost
}

/** One transaction as the porter, who knows keys and nothing of any record. */
export const asPorter = <R>({ database }: InvitedDoor, fn: (work: Work) => Promise<R>): Promise<R> =>
  database.as(serviceActor('porter'), 'sign_in', fn)

/** Moved to another worker's row, a secret does not open. */
export const sealedFor = (workerId: Uuid): string => `authenticator of worker ${workerId}`
