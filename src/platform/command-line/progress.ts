/** Shows how far a long command is. */
export interface Progress {
  /** `done` of `total` pieces of `label`; a total of 0 is not known yet. Call as often as you like. */
  step(done: number, total: number, label: string): void
  /** Ends the bar's line before something else is printed. */
  clear(): void
}

/** Where progress is shown. */
export interface ProgressOutput {
  readonly isTTY?: boolean | undefined
  write(text: string): unknown
}

const WIDTH = 30
/** Between two lines where there is no terminal, and between two redraws of the bar, in milliseconds. */
const LINE_EVERY = 5000
const DRAW_EVERY = 100

/** A bar on a terminal; elsewhere a line every few seconds and one at the end of each label. `now` counts milliseconds. */
export function makeProgress(output: ProgressOutput, now: () => number = () => performance.now()): Progress {
  let shown = Number.NEGATIVE_INFINITY
  let barLabel = ''
  const clear = () => {
    if (barLabel !== '') output.write('\r\u001b[K')
    barLabel = ''
  }
  const step = (done: number, total: number, label: string) => {
    const ended = total > 0 && done >= total
    const pause = output.isTTY ? DRAW_EVERY : LINE_EVERY
    if (!ended && now() - shown < pause && !(output.isTTY && label !== barLabel)) return
    shown = now()
    if (!output.isTTY) {
      output.write(`${label}: ${amount(done, total)}\n`)
      return
    }
    output.write(`\r\u001b[K${bar(done, total)} ${label}: ${amount(done, total)}${ended ? '\n' : ''}`)
    barLabel = ended ? '' : label
  }
  return { step, clear }
}

function amount(done: number, total: number): string {
  return total > 0 ? `${done} of ${total} (${Math.floor((done / total) * 100)}%)` : String(done)
}

function bar(done: number, total: number): string {
  const filled = total > 0 ? Math.min(WIDTH, Math.floor((done / total) * WIDTH)) : 0
  return `[${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}]`
}
