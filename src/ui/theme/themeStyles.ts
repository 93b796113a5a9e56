import { checkThemeContrast } from './checkThemeContrast.ts'

/**
 * The stylesheet of one council: its colour, to be loaded after the main one.
 * @throws RangeError when {@link checkThemeContrast} refuses the colour, since nobody could read the header
 */
export function themeStyles(colour: string): string {
  const refusal = checkThemeContrast(colour)
  if (refusal !== undefined) throw new RangeError(refusal)
  return `:root{--kith-council-colour:${colour}}\n`
}
