/** One code of a statutory return. Years are census years: the year in which the collection ends. */
export interface Code {
  readonly label: string
  /** First census year in which the code may be used; left out when it is older than the earliest known year. */
  readonly from?: number
  /** Last census year in which the code may be used; left out while it is in use. */
  readonly to?: number
  /** Labels of earlier years, each with the last census year that used it. */
  readonly formerLabels?: readonly { readonly label: string; readonly to: number }[]
}

export type CodeSet = Readonly<Record<string, Code>>

/** Whether a code may be used in a census year. */
export function isCurrent({ from, to }: Code, censusYear: number): boolean {
  return (from === undefined || from <= censusYear) && (to === undefined || censusYear <= to)
}
