import { z } from 'zod'
import type { UserClass } from '#platform/db'
import { parseUuid } from '#platform/ids'

/** Who may ask how many children are held: those who allocate, direct and administer. */
export const caseloadReaders: readonly UserClass[] = ['practitioner', 'duty', 'director', 'administrator']
export const caseloadPages = { method: 'GET', admits: caseloadReaders, purpose: 'administration' } as const

/** An id of the address; null for what is none. */
export const idAsked = z
  .string()
  .max(40)
  .transform(text => parseUuid(text))
  .nullable()
  .catch(null)
  .default(null)
