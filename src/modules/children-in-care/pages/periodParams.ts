import { z } from 'zod'
import { uuidParam } from '#modules/casework'
import type { Uuid } from '#platform/ids'

/** Paths of one period. */
export const periodParams = z.object({ personId: uuidParam, periodId: uuidParam })
export type PeriodParams = { readonly personId: Uuid; readonly periodId: Uuid }
export const carePath = (personId: Uuid): string => `/people/${personId}/care`
export const periodPath = ({ personId, periodId }: PeriodParams, rest: string): string =>
  `${carePath(personId)}/${periodId}/${rest}`
