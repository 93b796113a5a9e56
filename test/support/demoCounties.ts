import { londonDate } from '#reference'
import { makeDemo } from '../../src/main/demo/index.ts'
import type { Beginning } from './record.ts'

const CHILDREN = 40

const county = (code: string, name: string, seed: number): Beginning => {
  const today = londonDate(Temporal.Now.instant())
  return {
    name: `${code}_${today}`,
    fill: database => makeDemo({ database, authority: { code, name }, children: CHILDREN, seed, today }),
  }
}

/** The invented county as a record begins with it; the modules must have registered. */
export const northmarsh = (): Beginning => county('989', 'Northmarsh County Council', 1)

/** The second authority, in a record of its own. */
export const southfen = (): Beginning => county('988', 'Southfen Borough Council', 2)
