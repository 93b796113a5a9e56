import { KithError } from '#platform/errors'
import { makeUuid } from '#platform/ids'
import type { Clock } from '#platform/time'
import type { AskedPrint, KeptPrint, PrintOutcome, PrintOwner } from './keptPrint.ts'
import { UsualTimes } from './usualTimes.ts'

/** After it is made, a print waits so long to be fetched. */
export const KEPT_MINUTES = 10
/** Made prints of everybody together; the oldest goes first. */
const MOST_BYTES = 128 * 1_048_576
/** That one person may have under way: nobody fills the queue alone. */
const MOST_UNDER_WAY = 5

const isOf = (owner: PrintOwner) => (one: KeptPrint) =>
  one.database === owner.database && one.workerId === owner.workerId

/**
 * The prints that are being made and those not fetched yet, each for whoever asked alone. They are in the memory of this process:
 * nothing of them is written anywhere, and when it ends they are gone.
 */
export class PrintShelf {
  readonly #clock: Clock
  readonly #usual = new UsualTimes()
  #prints: readonly KeptPrint[] = []

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /**
   * The print that its owner has under way from this very address, or one that begins now.
   * @throws KithError KITH_PRINT_BUSY when they have too many under way
   */
  ask(asked: AskedPrint): KeptPrint {
    this.clear()
    const underWay = this.#prints.filter(isOf(asked)).filter(({ outcome }) => outcome === null)
    const same = underWay.find(({ path }) => path === asked.path)
    if (same !== undefined) return same
    if (underWay.length >= MOST_UNDER_WAY) throw new KithError('KITH_PRINT_BUSY')
    const print = this.#begin(asked)
    this.#prints = [...this.#prints, print]
    return print
  }

  /** The owner's own print of this id; undefined for what is another's, gone, or was never there. */
  find(owner: PrintOwner, id: string): KeptPrint | undefined {
    this.clear()
    return this.#prints.filter(isOf(owner)).find(one => one.id === id)
  }

  /** Seconds that prints like this one usually take; null when too few were made. */
  usualSeconds({ kind, entries }: KeptPrint): number | null {
    return this.#usual.of(kind, entries ?? 1)
  }

  remove(print: KeptPrint): void {
    this.#prints = this.#prints.filter(one => one !== print)
  }

  /** Forgets what nobody fetched in time, and the oldest when there is too much. */
  clear(): void {
    const oldest = this.#clock.now().subtract({ minutes: KEPT_MINUTES })
    const fresh = this.#prints.filter(
      ({ endedAt }) => endedAt === null || Temporal.Instant.compare(endedAt, oldest) > 0,
    )
    let room = MOST_BYTES
    this.#prints = fresh
      .toReversed()
      .filter(({ outcome }) => {
        if (outcome?.kind !== 'made') return true
        room -= outcome.bytes.length
        return room >= 0
      })
      .toReversed()
  }

  #begin({ make, ...asked }: AskedPrint): KeptPrint {
    const done = Promise.withResolvers<PrintOutcome>()
    const askedAt = this.#clock.now()
    const print: KeptPrint = {
      ...asked,
      id: makeUuid(),
      askedAt,
      finished: done.promise,
      isAwaited: false,
      progress: null,
      pages: null,
      outcome: null,
      endedAt: null,
    }
    const end = (outcome: PrintOutcome): void => {
      print.outcome = outcome
      print.endedAt = this.#clock.now()
      if (outcome.kind === 'made') {
        const seconds = askedAt.until(print.endedAt).total('seconds')
        this.#usual.note(print.kind, { entries: print.entries ?? 1, seconds })
      }
      done.resolve(outcome)
    }
    make(progress => {
      print.progress = progress
      if (progress.stage === 'checking') print.pages = progress.pages
    }).then(
      bytes => end({ kind: 'made', bytes }),
      (error: unknown) => end({ kind: 'failed', error }),
    )
    return print
  }
}
