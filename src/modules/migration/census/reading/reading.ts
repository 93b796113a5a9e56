interface Place {
  /** Path within the child or header. */
  readonly element: string
  /** Line of the element, or of its parent when the element is absent. */
  readonly line: number
  /** The text exactly as it stood. */
  readonly raw: string
}

/** What one element said, and whether it may be taken at its word. */
export type Reading<T> =
  | (Place & { readonly status: 'stored'; readonly value: T })
  | (Place & { readonly status: 'doubted'; readonly value: T; readonly problem: string })
  | (Place & { readonly status: 'absent' })
  | (Place & { readonly status: 'refused'; readonly problem: string })

/** What a parser of one kind of value makes of a text that is not blank. */
export type Parsed<T> =
  | { readonly value: T; readonly doubt?: string; readonly rule?: string }
  | { readonly refusal: string; readonly rule?: string }

/** Turns text that is not blank into a value, a value with a doubt, or a refusal. Pure. */
export type Parse<T> = (raw: string) => Parsed<T>

/** The value when there is one, doubted or not. */
export function valueIn<T>(reading: Reading<T>): T | undefined {
  return reading.status === 'stored' || reading.status === 'doubted' ? reading.value : undefined
}

/** The values of a repeating element, leaving out those refused. */
export function valuesIn<T>(readings: readonly Reading<T>[]): readonly T[] {
  return readings.flatMap(reading => {
    const value = valueIn(reading)
    return value === undefined ? [] : [value]
  })
}
