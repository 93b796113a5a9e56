import { z } from 'zod'
import { uuidParam } from '#modules/casework'
import type { Uuid } from '#platform/ids'

/** Paths of the work with one family. */
export const familyParams = z.object({ familyId: uuidParam })
export type FamilyParams = { readonly familyId: Uuid }
export const familyPath = (familyId: Uuid, rest = ''): string => `/families/${familyId}/safeguarding${rest}`

/** Paths of one strand. */
export const strandParams = z.object({ familyId: uuidParam, strandId: uuidParam })
export type StrandParams = FamilyParams & { readonly strandId: Uuid }
export const strandPath = ({ familyId, strandId }: StrandParams, rest = ''): string =>
  familyPath(familyId, `/strands/${strandId}${rest}`)
