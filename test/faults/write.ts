import type { Filled, Stage } from '../routes/shapes.ts'

/** One write of the service: a form that, sent, changes the record. */
export type Write = {
  /** The route, and after a colon what is special. */
  readonly name: string
  /** Fills the form in for something that was made just now. */
  fill(stage: Stage): Promise<Filled>
  /** May come as often as it likes by design: why. */
  readonly repeats?: string
}
