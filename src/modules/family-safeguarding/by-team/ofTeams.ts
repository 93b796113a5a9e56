/** Rows by the team that they are of, in the order given. */
export const byTeam = <Row extends { readonly teamName: string }>(rows: readonly Row[]) => [
  ...Map.groupBy(rows, ({ teamName }) => teamName),
]

/** A middle or mean as it may be shown. */
export const days = (value: number | null): string => (value === null ? 'Too few' : `${value}`)
