import type { ClockEntry } from './clockDefinition.ts'
import { confidenceNote } from './confidenceNote.ts'
import { adoptionClocks } from './definitions/adoptionClocks.ts'
import { allegationsClocks } from './definitions/allegationsClocks.ts'
import { careLeaversClocks } from './definitions/careLeaversClocks.ts'
import { childInNeedClocks } from './definitions/childInNeedClocks.ts'
import { childProtectionClocks } from './definitions/childProtectionClocks.ts'
import { childrenHomesClocks } from './definitions/childrenHomesClocks.ts'
import { courtClocks } from './definitions/courtClocks.ts'
import { fosteringClocks } from './definitions/fosteringClocks.ts'
import { frontDoorClocks } from './definitions/frontDoorClocks.ts'
import { governanceClocks } from './definitions/governanceClocks.ts'
import { healthClocks } from './definitions/healthClocks.ts'
import { lookedAfterClocks } from './definitions/lookedAfterClocks.ts'
import { multiAgencyClocks } from './definitions/multiAgencyClocks.ts'
import { privateFosteringClocks } from './definitions/privateFosteringClocks.ts'
import { recordsClocks } from './definitions/recordsClocks.ts'
import { rightsClocks } from './definitions/rightsClocks.ts'
import { sendClocks } from './definitions/sendClocks.ts'
import { seriousIncidentClocks } from './definitions/seriousIncidentClocks.ts'
import { workforceClocks } from './definitions/workforceClocks.ts'

const entries = [
  ...frontDoorClocks,
  ...childInNeedClocks,
  ...childProtectionClocks,
  ...healthClocks,
  ...courtClocks,
  ...lookedAfterClocks,
  ...careLeaversClocks,
  ...privateFosteringClocks,
  ...adoptionClocks,
  ...fosteringClocks,
  ...childrenHomesClocks,
  ...allegationsClocks,
  ...seriousIncidentClocks,
  ...sendClocks,
  ...multiAgencyClocks,
  ...workforceClocks,
  ...rightsClocks,
  ...governanceClocks,
  ...recordsClocks,
] as const satisfies readonly ClockEntry[]

/** The name of a clock, such as 'ICPC_15'. Stored with every running clock, so never renamed. */
export type ClockId = (typeof entries)[number]['id']

/** One time limit in law, guidance or local practice, with where it comes from and how it is counted. */
export interface ClockDefinition extends ClockEntry {
  readonly id: ClockId
  /** How far the number may be relied on, in words for the people who read it. */
  readonly confidenceNote: string
}

/** Every clock, grouped by area in the order of docs/timescales.md. */
export const clockDefinitions: readonly ClockDefinition[] = entries.map(entry => ({
  ...entry,
  confidenceNote: confidenceNote(entry),
}))

/** Every clock by its id. Text from outside can be looked up too: an unknown id gives undefined. */
export const clocksById: ReadonlyMap<string, ClockDefinition> = new Map(
  clockDefinitions.map(definition => [definition.id, definition]),
)

/** The clock of a known id. Throws when it is not defined, which the types rule out. */
export function clockDefinition(id: ClockId): ClockDefinition {
  const definition = clocksById.get(id)
  if (!definition) throw new Error(`No clock is defined with the id ${id}. Check clocks/definitions.`)
  return definition
}
