import { sendRoutes } from '../routes/sendRoutes.ts'
import { moreForms } from './moreForms.ts'
import type { Write } from './write.ts'

/** Every form of the route table, then those that write more when they are filled in otherwise: a feature adds one row. */
export const writes: readonly Write[] = [
  ...Object.entries(sendRoutes).map(([name, { fill, repeats }]) => ({
    name,
    fill,
    ...(repeats === undefined ? {} : { repeats }),
  })),
  ...moreForms,
]
