import { readSetting } from '#modules/agencies'
import type { Work } from '#platform/db'

export type MeasureNames = Readonly<Record<string, string>>

/** Measures that the authority has chosen, by key, in its words: of adults and of children. */
export async function measureNames(
  work: Work,
): Promise<{ readonly adults: MeasureNames; readonly children: MeasureNames; readonly all: MeasureNames }> {
  const adults = filled(await readSetting(work, 'safeguarding.measures'))
  const children = filled(await readSetting(work, 'safeguarding.childMeasures'))
  return { adults, children, all: { ...adults, ...children } }
}

const filled = (named: Readonly<Record<string, string | undefined>>): MeasureNames =>
  Object.fromEntries(
    Object.entries(named).flatMap(([key, name]) => (name === undefined || name === '' ? [] : [[key, name]])),
  )
