import { SAVE_DRAFT } from '../drafts/index.ts'
import type { Uuid } from '../ids/index.ts'
import { fieldsUsed, formOf } from './formShape.ts'

/** Minutes are kept in steps, so that no figure is one person's. */
export const steps: readonly number[] = [1, 2, 3, 5, 8, 12, 20, 30, 45, 60, 90, 120, 240]

/** The step that so many milliseconds fall into. */
export function stepOf(milliseconds: number): number {
  const minutes = milliseconds / 60_000
  return steps.find(step => minutes <= step) ?? 240
}

/** When the page of a form was made, from its submission key: a version 7 id tells the millisecond. */
export function openedAt(key: Uuid): number {
  return Number.parseInt(key.replaceAll('-', '').slice(0, 12), 16)
}

/** A sum of savings, ready to be added to those kept. */
export type MinutesCount = {
  readonly form: string
  readonly month: string
  readonly minutes: number
  readonly savings: number
}
export type FieldCount = {
  readonly form: string
  readonly month: string
  readonly field: string
  readonly offered: number
  readonly filled: number
}

/** Savings since the sums were last written, kept in memory: a lost few do not matter, a name would. */
export class FormCounts {
  #minutes = new Map<string, number>()
  #fields = new Map<string, { offered: number; filled: number }>()
  readonly #shown = new Map<string, ReadonlySet<string>>()

  /** Notes which fields forms have, so that ticks and choices that nobody makes are known too. */
  noteShown(forms: ReadonlyMap<string, ReadonlySet<string>>): void {
    for (const [form, fields] of forms) this.#shown.set(form, fields)
  }

  /** Counts one form that was saved; one without fields of its own is none, and a draft that was kept is not saved yet. */
  noteSaved(saved: {
    readonly path: string
    readonly key: Uuid
    readonly sent: Readonly<Record<string, unknown>>
    readonly now: Temporal.Instant
  }): void {
    if (saved.sent[SAVE_DRAFT] !== undefined) return
    const form = formOf(saved.path)
    const used = fieldsUsed(saved.sent)
    const offered = new Set([
      ...(this.#shown.get(form) ?? []),
      ...used.filled,
      ...(this.#shown.has(form) ? [] : used.offered),
    ])
    const took = saved.now.epochMilliseconds - openedAt(saved.key)
    if (offered.size === 0 || took < 0) return
    const month = saved.now.toZonedDateTimeISO('Europe/London').toPlainDate().with({ day: 1 }).toString()
    const minutes = JSON.stringify([form, month, stepOf(took)])
    this.#minutes.set(minutes, (this.#minutes.get(minutes) ?? 0) + 1)
    for (const field of offered) {
      const key = JSON.stringify([form, month, field])
      const sum = this.#fields.get(key) ?? { offered: 0, filled: 0 }
      sum.offered += 1
      if (used.filled.has(field)) sum.filled += 1
      this.#fields.set(key, sum)
    }
  }

  /** Hands out what was counted and begins anew. */
  take(): { readonly minutes: readonly MinutesCount[]; readonly fields: readonly FieldCount[] } {
    const [minutes, fields] = [this.#minutes, this.#fields]
    this.#minutes = new Map()
    this.#fields = new Map()
    return {
      minutes: [...minutes].map(([key, savings]) => {
        const [form, month, step] = JSON.parse(key) as [string, string, number] // as written above
        return { form, month, minutes: step, savings }
      }),
      fields: [...fields].map(([key, sum]) => {
        const [form, month, field] = JSON.parse(key) as [string, string, string] // as written above
        return { form, month, field, ...sum }
      }),
    }
  }
}
