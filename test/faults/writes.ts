import { type Filled, type Stage, sendRoutes } from '../routes/sendRoutes.ts'
import { moreForms } from './moreForms.ts'

/** One write of the service: a form that, sent, changes the record. */
export type Write = {
  /** The route, and after a colon what is special. */
  readonly name: string
  /** Fills the form in for something that was made just now. */
  fill(stage: Stage): Promise<Filled>
  /** May come as often as it likes by design: why. */
  readonly repeats?: string
}

/** Every form of the route table, then those that write more when they are filled in otherwise: a feature adds one row. */
export const writes: readonly Write[] = [
  ...Object.entries(sendRoutes).map(([name, { fill, repeats }]) => ({
    name,
    fill,
    ...(repeats === undefined ? {} : { repeats }),
  })),
  ...moreForms,
]
