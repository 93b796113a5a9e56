/** What a mark looks like. A description, never a diagnosis. */
export const markWords = {
  bruise: 'Bruise',
  cut: 'Cut',
  graze: 'Graze or scratch',
  burn_or_scald: 'Looks like a burn or scald',
  bite: 'Looks like a bite',
  swelling: 'Swelling',
  scar: 'Scar',
  rash: 'Rash or redness',
  fracture_seen: 'Limb out of shape',
  other: 'Something else',
} as const
export type MarkKind = keyof typeof markWords

/** What else can be noticed without undressing or touching. */
export const noticedWords = {
  skin_broken: 'Skin is broken',
  swollen: 'Swollen',
  scab: 'Has a scab',
  bleeding: 'Bleeding',
  clean: 'Clean',
  hot: 'Hot',
  painful: 'The child says or shows that it hurts',
  moves_less: 'The child moves this part less',
} as const
export type Noticed = keyof typeof noticedWords

/** Size as it is said: "2.5 cm by 1 cm". Empty when nobody measured. */
export function sizeWords({
  lengthMm,
  widthMm,
}: {
  readonly lengthMm: number | null
  readonly widthMm: number | null
}): string {
  const [length, width] = [inCm(lengthMm), inCm(widthMm)]
  if (length === null) return width === null ? '' : `${width} wide`
  return width === null ? length : `${length} by ${width}`
}

const inCm = (millimetres: number | null): string | null =>
  millimetres === null ? null : `${millimetres / 10} cm`

/**
 * Reads a size in centimetres as people write it: "2", "2.5", "2,5 cm".
 * @returns millimetres; null when nothing was typed; 'wrong' when it is no size up to 2 metres
 */
export function readSize(typed: string): number | null | 'wrong' {
  const text = typed
    .trim()
    .toLowerCase()
    .replace(/\s*cm$/, '')
    .replace(',', '.')
  if (text === '') return null
  if (!/^\d{1,3}(\.\d)?$/.test(text)) return 'wrong'
  const millimetres = Math.round(Number(text) * 10)
  return millimetres >= 1 && millimetres <= 2000 ? millimetres : 'wrong'
}

/** Under two a child may not yet move about on their own: the form asks. */
export const mayBeImmobile = (
  person: {
    readonly dateOfBirth: Temporal.PlainDate | null
  },
  on: Temporal.PlainDate,
): boolean =>
  person.dateOfBirth !== null && Temporal.PlainDate.compare(person.dateOfBirth.add({ years: 2 }), on) > 0
