import type { Work } from '#platform/db'
import { isAsOpened, type Visit } from '#platform/http'
import { type ClockId, clockDefinitions } from '#reference'
import { readClockSettings } from '../../../queries/readClockSettings.ts'
import { holdSetting } from '../../../settings/holdSetting.ts'
import type { ClockRow } from './page.ts'

/** Every clock with what the authority has set for it. */
export async function clockRows(work: Work): Promise<readonly ClockRow[]> {
  const { localValues, commencements } = await readClockSettings(work)
  const inOrder = localValues.toSorted((one, other) =>
    Temporal.PlainDate.compare(one.effectiveFrom, other.effectiveFrom),
  )
  return clockDefinitions.map(definition => ({
    definition,
    own: inOrder.filter(({ clock }) => clock === definition.id),
    commencedOn: commencements.find(({ clock }) => clock === definition.id)?.on ?? null,
  }))
}

/** One of them, by its id in the address. */
export async function clockRow(work: Work, clock: string): Promise<ClockRow | undefined> {
  return (await clockRows(work)).find(({ definition }) => definition.id === clock)
}

/** What the authority has set for one clock: what its form was opened with. */
export const standing = ({ own, commencedOn }: ClockRow): unknown => [own, commencedOn]

/** Whether somebody else set this clock since the form was opened. Held from here on: two clocks at once lose nothing either. */
export async function isSetMeanwhile(
  { work, sent }: Pick<Visit<unknown, unknown, unknown>, 'work' | 'sent'>,
  clock: ClockId,
): Promise<boolean> {
  await holdSetting(work, 'clocks')
  const row = await clockRow(work, clock)
  return row !== undefined && !isAsOpened(sent, standing(row))
}
