import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { type Html, nothing } from '#ui'

/**
 * Draws what every page of a person's record begins with: whose it is, alerts, the parts of the record. Higher modules know
 * those parts. For a person whom the reader may see.
 */
export type RecordFrameSource = (work: Work, personId: Uuid) => Promise<Html>

/** Round the part of a record that says who the person is. Set once by the composition root; nothing until then. */
export const familyFrame: { draw: RecordFrameSource } = { draw: async () => nothing }
