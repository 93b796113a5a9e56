import { type DateAnswer, dateFieldsFrom, type FormIssue, parseDateInput } from '#ui'

/** What was sent, read field by field, with the problems found on the way. */
export class Fields {
  readonly issues: FormIssue[] = []
  readonly #sent: Readonly<Record<string, unknown>>

  /** @param sent `visit.sent` */
  constructor(sent: Readonly<Record<string, unknown>>) {
    this.#sent = sent
  }

  /** Notes what is wrong with a field. */
  problem(field: string, message: string): null {
    this.issues.push({ path: [field], message })
    return null
  }

  /** A text without spaces around; null when it is empty, with a problem when `needed` says what to enter. */
  text(name: string, longest: number, needed?: string): string | null {
    const value = this.#sent[name]
    const text = typeof value === 'string' ? value.trim() : ''
    if (text.length > longest)
      return this.problem(name, `This must be ${longest.toLocaleString('en-GB')} characters or fewer`)
    if (text === '') return needed === undefined ? null : this.problem(name, needed)
    return text
  }

  /** One of the choices, or null with a problem. */
  choice<T extends string>(name: string, choices: readonly T[], needed: string): T | null {
    const chosen = choices.find(choice => choice === this.#sent[name])
    return chosen ?? this.problem(name, needed)
  }

  /** Whether a tick with this value was sent. */
  isTicked(name: string, value: string): boolean {
    const sent = this.#sent[name]
    return Array.isArray(sent) ? sent.includes(value) : sent === value
  }

  /** A date; null when it is empty or wrong, with a problem when it is wrong or `needed` says what to enter. */
  date(name: string, label: string, needed?: string): Temporal.PlainDate | null {
    const answer: DateAnswer = parseDateInput(dateFieldsFrom(this.#sent, name), label)
    if (answer.outcome === 'date') return answer.date
    if (answer.outcome === 'wrong') return this.problem(name, answer.message)
    return needed === undefined ? null : this.problem(name, needed)
  }

  /** The parts of a date as they were typed; undefined when none was sent. */
  typedDate(name: string): ReturnType<typeof dateFieldsFrom> | undefined {
    const parts = dateFieldsFrom(this.#sent, name)
    return Object.values(parts).some(part => part !== undefined) ? parts : undefined
  }

  /** What was typed, for showing it again. */
  typed(name: string): string {
    const value = this.#sent[name]
    return typeof value === 'string' ? value : ''
  }
}
