import type { ClockVersion } from './clockDefinition.ts'
import { type ClockDefinition, type ClockId, clockDefinition } from './clockDefinitions.ts'
import { type LocalValue, tightenLimit } from './tightenLimit.ts'

/** The day on which an enacted clock starts for an authority, as its commencement regulations say. */
export interface ClockCommencement {
  readonly clock: ClockId
  readonly on: Temporal.PlainDate
}

/** An authority's own value of a clock from a day on, until a later one. */
export interface LocalClockValue {
  readonly clock: ClockId
  readonly effectiveFrom: Temporal.PlainDate
  readonly value: LocalValue
}

export interface ClockSettings {
  readonly commencements: readonly ClockCommencement[]
  readonly localValues: readonly LocalClockValue[]
}

/** The settings of an authority that has changed nothing. */
export const shippedClockSettings: ClockSettings = { commencements: [], localValues: [] }

export type ClockVersionOn =
  | {
      readonly ok: true
      readonly definition: ClockDefinition
      readonly version: ClockVersion
      /** The local value that was applied, or null where the shipped value stands. */
      readonly local: LocalClockValue | null
    }
  /** `not_commenced`: enacted, with no date yet or a later one. `no_version`: the law was not yet made. */
  | {
      readonly ok: false
      readonly definition: ClockDefinition
      readonly reason: 'not_commenced' | 'no_version'
    }

/**
 * The version of a clock in force on a day, with the authority's own value. Ask with the date of the trigger:
 * a running clock keeps that version, and a later change never rewrites it (counting rule CR15).
 * Throws when a setting is one that `tightenLimit` refuses: it should never have been saved.
 */
export function clockVersionOn(
  id: ClockId,
  date: Temporal.PlainDate,
  settings: ClockSettings = shippedClockSettings,
): ClockVersionOn {
  const definition = clockDefinition(id)
  if (definition.status === 'enacted_not_commenced' && !hasCommenced(id, date, settings)) {
    return { ok: false, definition, reason: 'not_commenced' }
  }
  const shipped = definition.versions.find(version => covers(version, date))
  if (!shipped) return { ok: false, definition, reason: 'no_version' }
  const local = localValueOn(id, date, settings)
  return { ok: true, definition, version: local ? applied(definition, shipped, local) : shipped, local }
}

function hasCommenced(id: ClockId, date: Temporal.PlainDate, { commencements }: ClockSettings): boolean {
  return commencements.some(({ clock, on }) => clock === id && Temporal.PlainDate.compare(on, date) <= 0)
}

function covers({ effectiveFrom, effectiveTo }: ClockVersion, date: Temporal.PlainDate): boolean {
  return (
    (effectiveFrom === null || Temporal.PlainDate.compare(effectiveFrom, date) <= 0) &&
    (effectiveTo === null || Temporal.PlainDate.compare(date, effectiveTo) <= 0)
  )
}

function localValueOn(
  id: ClockId,
  date: Temporal.PlainDate,
  { localValues }: ClockSettings,
): LocalClockValue | null {
  return (
    localValues
      .filter(
        ({ clock, effectiveFrom }) => clock === id && Temporal.PlainDate.compare(effectiveFrom, date) <= 0,
      )
      .toSorted((one, other) => Temporal.PlainDate.compare(one.effectiveFrom, other.effectiveFrom))
      .at(-1) ?? null
  )
}

function applied(definition: ClockDefinition, shipped: ClockVersion, local: LocalClockValue): ClockVersion {
  const tightened = tightenLimit(definition, local.value, shipped)
  if (tightened.ok) return tightened.version
  throw new Error(
    `The local value of ${definition.id} from ${local.effectiveFrom} is not allowed: ${tightened.message} Correct the setting.`,
  )
}
