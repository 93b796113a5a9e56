import type { Work } from '#platform/db'
import type { Html } from '#ui'

/** Something that stands below the search while nothing is looked for, of a higher module; null for whoever it is not for. */
export type PeoplePanel = (work: Work) => Promise<Html | null>

/** Filled in src/main/modules.ts. */
export const peoplePanels: PeoplePanel[] = []
