import { z } from 'zod'
import type { Work } from '#platform/db'
import { type ClockId, type ClockSettings, clocksById, limitUnits, shippedClockSettings } from '#reference'
import type { AgenciesTables } from '../tables.ts'

const clock = z.string().refine((id): id is ClockId => clocksById.has(id as ClockId), 'No clock has this id')
const day = z.string().transform(text => Temporal.PlainDate.from(text))
const limit = z.object({ value: z.int().min(1), unit: z.enum(limitUnits) })

/** The shape of the setting 'clocks': when enacted law began here, and the authority's own, stricter values. */
export const clockSettingsShape = z.object({
  commencements: z.array(z.object({ clock, on: day })),
  localValues: z.array(
    z.object({
      clock,
      effectiveFrom: day,
      value: z.object({ limit: limit.optional(), clear: z.boolean().optional() }),
    }),
  ),
})

/** The authority's own clock values, or the shipped ones where it has set none. */
export async function readClockSettings(work: Work): Promise<ClockSettings> {
  const row = await work
    .db<AgenciesTables>()
    .selectFrom('setting')
    .select('value')
    .where('key', '=', 'clocks')
    .executeTakeFirst()
  return row ? (clockSettingsShape.parse(row.value) as ClockSettings) : shippedClockSettings // exact optional fields
}
