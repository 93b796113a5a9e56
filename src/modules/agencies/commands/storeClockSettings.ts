import type { Work } from '#platform/db'
import type { ClockSettings } from '#reference'
import { type WrittenSetting, writeSetting } from '../settings/writeSetting.ts'

/** Writes the setting 'clocks' as its stored shape has it: days as text. The former value stays in the history. */
export function storeClockSettings(work: Work, settings: ClockSettings): Promise<WrittenSetting> {
  return writeSetting(work, 'clocks', {
    commencements: settings.commencements.map(({ clock, on }) => ({ clock, on: on.toString() })),
    localValues: settings.localValues.map(one => ({ ...one, effectiveFrom: one.effectiveFrom.toString() })),
  })
}
