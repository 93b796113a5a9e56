import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { type Html, nothing } from '#ui'

/** Draws what every page of a person's record begins with, for a person whom the reader may see. */
export type LooksFrameSource = (work: Work, personId: Uuid) => Promise<Html>

/** Round the part of a record that says who has looked. Set once by the composition root; nothing until then. */
export const looksFrame: { draw: LooksFrameSource } = { draw: async () => nothing }
